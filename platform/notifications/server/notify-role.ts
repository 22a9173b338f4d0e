import type { Ctx } from '#kernel/context.ts'
import type { Role } from '#kernel/contract/roles.ts'
import type { Text } from '#kernel/contract/text.ts'
import { platformNotices } from '../notices.ts'
import { tell } from './tell.ts'

export interface RoleNews {
  title: Text
  body?: Text
  href: `/${string}`
  /** What it is about; the same again within minutes is counted, not repeated. */
  subjectType: string
  subjectId: string | null
}

/**
 * Tells everybody of the given roles that something about running the platform needs them: a job that failed, a backup
 * that grew too old, a connection that was paused. @returns how many it reached
 */
export function notifyRole(
  ctx: Ctx,
  type: keyof typeof platformNotices,
  roles: readonly Role[],
  news: RoleNews,
): Promise<number> {
  return tell(ctx, platformNotices, type, { ...news, to: { roles }, by: ctx.actor.userId })
}
