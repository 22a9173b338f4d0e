import type { Ctx } from '#kernel/context.ts'
import { done, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { settleOffices } from '#kernel/identity/administrators.ts'
import { securityOf } from '#kernel/identity/password-rules.ts'
import type { security } from '../module.ts'

type Actions = typeof security.actions
type Asked = 'admin' | 'security' | null

export async function readOffices(ctx: Ctx): Promise<OutputOf<Actions['readOffices']>> {
  const row = await securityOf(ctx.db, ctx.bureauId)
  const asker = row.joining_asked_by
    ? await ctx.db
        .selectFrom('kernel.member')
        .select('name')
        .where('user_id', '=', row.joining_asked_by)
        .executeTakeFirst()
    : undefined
  return {
    wanted: row.separate_administrators,
    separatedAt: row.separated_at,
    joiningAskedBy: asker?.name ?? null,
    joiningAskedAs: row.joining_asked_as as Asked,
  }
}

/** Wants the three administrators separate; with a security administrator there it takes hold at once. */
export async function separateOffices(ctx: Ctx): Promise<OutputOf<Actions['separateOffices']>> {
  await ctx.db
    .updateTable('kernel.security')
    .set({ separate_administrators: true })
    .where('bureau_id', '=', ctx.bureauId)
    .execute()
  await ctx.emit({
    type: 'security.separation_wanted',
    subjectType: 'kernel.security',
    subjectId: ctx.bureauId,
  })
  await settleOffices(ctx)
  return done
}

/** Not one person alone: the first to call asks, another one in the other office agrees and ends the separation. */
export async function joinOffices(ctx: Ctx): Promise<OutputOf<Actions['joinOffices']>> {
  const row = await ctx.db
    .selectFrom('kernel.security')
    .selectAll()
    .where('bureau_id', '=', ctx.bureauId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const set = (values: {
    separated_at?: null
    separate_administrators?: boolean
    joining_asked_by: string | null
    joining_asked_as: Asked
  }) => ctx.db.updateTable('kernel.security').set(values).where('bureau_id', '=', ctx.bureauId).execute()
  const subject = { subjectType: 'kernel.security', subjectId: ctx.bureauId }
  if (row.separated_at === null) {
    if (!row.separate_administrators) throw new Problem(409, 'security.not_separate')
    // Nothing has taken hold yet, so there is nobody to agree.
    await set({ separate_administrators: false, joining_asked_by: null, joining_asked_as: null })
    await ctx.emit({ type: 'security.offices_joined', ...subject })
    return { joined: true }
  }
  const office = ctx.actor.roles.includes('security') ? 'security' : 'admin'
  if (row.joining_asked_as === null) {
    await set({ joining_asked_by: ctx.actor.userId, joining_asked_as: office })
    await ctx.emit({ type: 'security.joining_asked', ...subject })
    return { joined: false }
  }
  if (row.joining_asked_as === office || row.joining_asked_by === ctx.actor.userId)
    throw new Problem(409, 'security.ask_again')
  await set({
    separated_at: null,
    separate_administrators: false,
    joining_asked_by: null,
    joining_asked_as: null,
  })
  await ctx.emit({ type: 'security.offices_joined', ...subject, before: { askedBy: row.joining_asked_by } })
  return { joined: true }
}

export async function withdrawJoining(ctx: Ctx): Promise<OutputOf<Actions['withdrawJoining']>> {
  const withdrawn = await ctx.db
    .updateTable('kernel.security')
    .set({ joining_asked_by: null, joining_asked_as: null })
    .where('bureau_id', '=', ctx.bureauId)
    .where('joining_asked_by', 'is not', null)
    .returning('bureau_id')
    .executeTakeFirst()
  if (!withdrawn) throw new Problem(404, 'kernel.not_found')
  await ctx.emit({
    type: 'security.joining_withdrawn',
    subjectType: 'kernel.security',
    subjectId: ctx.bureauId,
  })
  return done
}
