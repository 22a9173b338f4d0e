import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import type { InputOf, OutputOf } from '../contract/action.ts'
import { Problem } from '../contract/problem.ts'
import { type Text, text } from '../contract/text.ts'
import { asOwnerWithin } from '../identity/owner-within.ts'
import type { kernel } from '../module.ts'
import { createBureau } from './create-bureau.ts'
import { demoAccounts } from './demo-accounts.ts'

type Actions = typeof kernel.actions

async function bureausThere(ctx: Ctx): Promise<{ demo: boolean }[]> {
  await sql`set local role none`.execute(ctx.db)
  const rows = await ctx.db.selectFrom('kernel.bureau').select('demo').execute()
  await sql`set local role houqin_app`.execute(ctx.db)
  return rows
}

const setUpWords: Text = text('系统', 'System')

export function bureauActions(version: string) {
  return {
    async installation(ctx: Ctx): Promise<OutputOf<Actions['installation']>> {
      const bureaus = await bureausThere(ctx)
      const demo = bureaus.some((bureau) => bureau.demo)
      return {
        version,
        demo,
        setUpNeeded: bureaus.length === 0,
        demoAccounts: demo
          ? demoAccounts.map(({ username, title, description }) => ({ username, title, description }))
          : [],
      }
    },
    /** Only while there is no bureau at all; afterwards the operator's command line makes further ones. */
    async setUpBureau(
      ctx: Ctx,
      input: InputOf<Actions['setUpBureau']>,
    ): Promise<OutputOf<Actions['setUpBureau']>> {
      await sql`select pg_advisory_xact_lock(7205759403792795)`.execute(ctx.db)
      if ((await bureausThere(ctx)).length > 0) throw new Problem(409, 'kernel.already_set_up')
      const bureauId = await asOwnerWithin(ctx, () =>
        createBureau(ctx.db, {
          name: input.bureauName,
          code: input.bureauCode,
          demo: false,
          admin: { userName: input.username, name: input.adminName, password: input.password },
        }),
      )
      await ctx.enterBureau(bureauId)
      await ctx.emit({
        type: 'kernel.bureau_created',
        subjectType: 'kernel.bureau',
        subjectId: bureauId,
        after: { name: input.bureauName, by: ctx.say(setUpWords) },
      })
      return { bureauId }
    },
  }
}
