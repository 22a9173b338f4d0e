import type { EventInput } from '../context.ts'
import type { Role } from '../contract/roles.ts'
import type { Locale } from '../contract/text.ts'
import { createContext } from '../create-context.ts'
import type { Installation } from '../server/installation.ts'

export interface Visitor {
  sessionId: string
  userId: string
  bureauId: string | null
  name: string
  disabled: boolean
}

interface VisitorRow {
  session_id: string
  user_id: string
  bureau_id: string | null
  name: string | null
  disabled: boolean
}

/** Whose session the sign-in library has just opened; null when there is no such session. */
export async function visitorOf(installation: Installation, token: string): Promise<Visitor | null> {
  const [row] = await installation.database.ask<VisitorRow>({
    name: 'visitor of session',
    text: `select s.id as session_id, s."userId" as user_id, m.bureau_id, m.name,
        m.user_id is null or m.disabled_at is not null as disabled
      from identity.session s left join kernel.member m on m.user_id = s."userId" where s.token = $1`,
    values: [token],
  })
  if (!row) return null
  return {
    sessionId: row.session_id,
    userId: row.user_id,
    bureauId: row.bureau_id,
    name: row.name ?? '',
    disabled: row.disabled,
  }
}

/** Writes what happened at the doors into the trail of the bureau it concerns, in the name of the person. */
export async function noteAtDoor(
  installation: Installation,
  person: { bureauId: string; userId: string },
  request: { id: string; locale: Locale; now: Date },
  event: Pick<EventInput, 'type' | 'after'>,
): Promise<void> {
  const { bureauId, userId } = person
  const { now, locale, id } = request
  await installation.database.transaction({ bureauId, mode: 'write', now }, async (db) => {
    const member = await db
      .selectFrom('kernel.member')
      .select(['id', 'user_name', 'name', 'person_id', 'unit_id', 'roles'])
      .where('user_id', '=', userId)
      .executeTakeFirstOrThrow()
    const actor = {
      userId,
      userName: member.user_name,
      name: member.name,
      personId: member.person_id,
      unitId: member.unit_id,
      roles: member.roles as Role[],
      permissions: new Set<string>(),
      source: 'session' as const,
      sessionId: null,
      owes: null,
    }
    const ctx = createContext({ db, bureauId, actor, locale, requestId: id, now })
    await ctx.emit({ ...event, subjectType: 'kernel.member', subjectId: member.id })
  })
}
