import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { asOwnerWithin } from '#kernel/identity/owner-within.ts'
import { implement } from '#kernel/server-module.ts'
import { security } from '../module.ts'
import { endAccountSessions, unlockAccount } from './account-doors.ts'
import { changeMyPassword, confirmMyPassword } from './change-password.ts'
import { changeSettings, readSettings } from './change-settings.ts'
import { endMyOtherSessions, endMySession, endSession, listMySessions, listSessions } from './end-session.ts'
import { joinOffices, readOffices, separateOffices, withdrawJoining } from './join-offices.ts'
import { resetSecondFactor } from './reset-second-factor.ts'

/** Sessions past their end and failures of yesterday: nobody asks for them any more. */
async function sweepSessions(ctx: Ctx): Promise<void> {
  await asOwnerWithin(ctx, async () => {
    const day = sql`${ctx.now}::timestamptz - interval '1 day'`
    await sql`delete from identity.session where "expiresAt" < ${day}`.execute(ctx.db)
    await sql`delete from identity.verification where "expiresAt" < ${day}`.execute(ctx.db)
    await sql`delete from identity.attempt where last_at < ${day} and coalesce(locked_until, last_at) < ${ctx.now}`.execute(
      ctx.db,
    )
  })
}

export const securityServer = implement(security, {
  migrations: new URL('../migrations', import.meta.url).pathname,
  actions: {
    changeMyPassword,
    confirmMyPassword,
    listMySessions,
    endMySession,
    endMyOtherSessions,
    readSettings,
    changeSettings,
    readOffices,
    separateOffices,
    joinOffices,
    withdrawJoining,
    listSessions,
    endSession,
    endAccountSessions,
    unlockAccount,
    resetSecondFactor,
  },
  jobs: { 'sweep-sessions': sweepSessions },
})
