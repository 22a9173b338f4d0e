import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openSecret } from '#kernel/identity/seal-secret.ts'
import { useWorld } from '#test/harness.ts'
import { between } from '#test/meanwhile.ts'
import { webhooks } from '../module.ts'
import { endpointActions } from './endpoints.ts'

const { actions } = webhooks

describe('a webhook whose secret two people change in the same moment', () => {
  const world = useWorld({ committing: true })

  it('signs with both new ones for a day', async () => {
    const { id: webhookId } = await world.as('admin').call(actions.createWebhook, {
      name: '城市平台',
      address: 'https://example.com/hook',
      types: ['orders.submitted'],
      authority: '',
    })
    let first = ''
    const { secret: second } = await between(world, {
      by: 'admin',
      hold: (ctx) => sql`select from webhooks.endpoint where id = ${webhookId} for update`.execute(ctx.db),
      deed: () => world.as('admin').call(actions.rotateSecret, { webhookId }),
      async meanwhile(ctx) {
        first = (await endpointActions(() => []).rotateSecret(ctx, { webhookId })).secret
      },
    })
    const row = await world.ctx('system', (ctx) =>
      ctx.db
        .selectFrom('webhooks.endpoint')
        .select(['secret_sealed', 'former_secret_sealed'])
        .where('id', '=', webhookId)
        .executeTakeFirstOrThrow(),
    )
    expect([openSecret(row.secret_sealed), openSecret(row.former_secret_sealed!)]).toEqual([second, first])
  })
})
