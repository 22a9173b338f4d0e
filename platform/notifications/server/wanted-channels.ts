import type { Selectable } from 'kysely'
import type { DB } from '#generated/tables.ts'
import type { Ctx } from '#kernel/context.ts'
import type { NotificationChannel, NotificationType } from '#kernel/contract/module.ts'

export const allChannels: readonly NotificationChannel[] = ['app', 'mail']

type RoleDefault = Selectable<DB['notifications.role_default']>
type Choice = Selectable<DB['notifications.choice']>

/** What was set for some types: by the administrator for roles, by people for themselves. */
export interface Settings {
  defaults: readonly RoleDefault[]
  choices: readonly Choice[]
}

/** Reads what was set for these types and people. */
export async function readSettings(
  ctx: Ctx,
  types: readonly string[],
  userIds: readonly string[],
): Promise<Settings> {
  if (types.length === 0) return { defaults: [], choices: [] }
  const defaults = await ctx.db
    .selectFrom('notifications.role_default')
    .selectAll()
    .where('type', 'in', types)
    .execute()
  if (userIds.length === 0) return { defaults, choices: [] }
  const choices = await ctx.db
    .selectFrom('notifications.choice')
    .selectAll()
    .where('type', 'in', types)
    .where('user_id', 'in', userIds)
    .execute()
  return { defaults, choices }
}

export interface Wish {
  wanted: boolean
  /** Must be received; the person's own choice does not count. */
  locked: boolean
}

/**
 * Whether a person is told by this channel: what must be received, else the own choice, else the usual of their
 * roles (one role that wants it is enough), else what the module declares.
 */
export function wishOf(
  type: string,
  declared: NotificationType,
  channel: NotificationChannel,
  person: { userId: string; roles: readonly string[] },
  settings: Settings,
): Wish {
  const usual = declared.channels.includes(channel)
  if (declared.mandatory && usual) return { wanted: true, locked: true }
  const ofRoles = settings.defaults.filter(
    (row) => row.type === type && row.channel === channel && person.roles.includes(row.role),
  )
  if (ofRoles.some((row) => row.mandatory)) return { wanted: true, locked: true }
  const own = settings.choices.find(
    (row) => row.type === type && row.channel === channel && row.user_id === person.userId,
  )
  if (own) return { wanted: own.wanted, locked: false }
  const wanted = ofRoles.length > 0 ? ofRoles.some((row) => row.wanted) : usual
  return { wanted, locked: false }
}
