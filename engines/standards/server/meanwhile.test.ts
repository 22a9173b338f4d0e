import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { between } from '#test/meanwhile.ts'
import { standards } from '../module.ts'
import { changeDraft } from './draft-version.ts'

const { actions } = standards

const wording = (body: string) => ({
  source: '本中心制定',
  parts: [
    { part: 'SCOPE' as const, body: '本标准适用于大门。' },
    { part: 'POSTS' as const, body: '门卫执行。' },
  ],
  clauses: [{ code: 'MW-01', title: '开门', body, lines: [{ text: '大门已打开', mandatory: true }] }],
})

describe('a draft that is issued while somebody writes it', () => {
  const world = useWorld({ committing: true })

  it('[STD-09] is checked as it stands then', async () => {
    const manager = world.as('manager')
    const { id: documentId, versionId } = await manager.call(actions.createDocument, {
      code: 'HQ/MW-1',
      title: '门卫规范',
      family: 'SERVICE_SUPPORT',
      ...wording('值班人员应及时开门。'),
    })
    const answer = await between(world, {
      by: 'manager',
      hold: (ctx) => sql`select from standards.version where id = ${versionId} for update`.execute(ctx.db),
      deed: () => manager.post(`/api/standards/versions/${versionId}/issue`),
      meanwhile: (ctx) => changeDraft(ctx, { versionId, ...wording('值班人员必须及时开门,并登记。') }),
    })
    expect([answer.status, answer.body.code]).toEqual([422, 'standards.form_errors'])
    const { versions } = await manager.call(actions.readDocument, { documentId })
    expect(versions).toMatchObject([{ state: 'draft' }])
  })
})
