import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { between } from '#test/meanwhile.ts'
import { security } from '../module.ts'
import { changeSettings } from './change-settings.ts'

describe('the rules of signing in', () => {
  const world = useWorld({ committing: true })

  it('of two who change different ones in the same moment both have theirs', async () => {
    const administrator = world.as('security')
    await between(world, {
      by: 'security',
      hold: (ctx) => changeSettings(ctx, { lockFailures: 4 }),
      deed: () => administrator.call(security.actions.changeSettings, { passwordLength: 14 }),
    })
    const now = await administrator.call(security.actions.readSettings, {})
    expect(now).toMatchObject({ lockFailures: 4, passwordLength: 14 })
  })
})
