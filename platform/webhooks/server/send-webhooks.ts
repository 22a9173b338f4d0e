import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { createContext, systemActor } from '#kernel/create-context.ts'
import { startWorkLoop } from '#kernel/events/work-loop.ts'
import { openSecret } from '#kernel/identity/seal-secret.ts'
import type { Installation } from '#kernel/server/installation.ts'
import { type CallLimits, usualLimits } from '#platform/outbound/call-address.ts'
import { postJson } from '#platform/outbound/post-json.ts'
import type { Endpoint } from './endpoints.ts'
import { recordAttempt, type Try } from './record-attempt.ts'
import { signMessage } from './sign-message.ts'

type Running = Pick<Installation, 'database' | 'clock'>

/** Taken at once; with the time-out of a call they are done well within the lease. */
const atOnce = 10
const leaseMs = 5 * 60_000

export interface Claimed {
  id: string
  attempts: number
  created_at: string
  endpoint_id: string
  event_id: string
  at: string
  type: string
  subject_type: string
  subject_id: string | null
}

interface Parcel {
  endpoint: Endpoint
  claimed: Claimed[]
}

/**
 * Posts what is due, of every bureau: claimed in one transaction, sent outside of any, recorded in another, as the
 * notifications do. Endpoints do not wait for each other; the events of one go in their order.
 * @returns how many were tried
 */
export async function sendWebhooks(installation: Running, limits: CallLimits = usualLimits): Promise<number> {
  const now = installation.clock()
  const bureaus = await installation.database.asOwner(async (db) => {
    const found = await sql<{ bureau_id: string }>`
      select distinct d.bureau_id from webhooks.delivery d
      join webhooks.endpoint e on e.bureau_id = d.bureau_id and e.id = d.endpoint_id
      where d.delivered_at is null and d.given_up_at is null and d.due_at <= ${now} and e.paused_at is null
        and (d.leased_until is null or d.leased_until <= ${now})`.execute(db)
    return found.rows.map((row) => row.bureau_id)
  })
  let tried = 0
  for (const bureauId of bureaus) {
    const parcels = await within(installation, bureauId, claim)
    await Promise.all(parcels.map((parcel) => sendParcel(installation, bureauId, parcel, limits)))
    tried += parcels.reduce((sum, { claimed }) => sum + claimed.length, 0)
  }
  return tried
}

function within<T>(installation: Running, bureauId: string, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const now = installation.clock()
  return installation.database.transaction({ bureauId, mode: 'write', now }, (db) =>
    work(createContext({ db, bureauId, actor: systemActor, locale: 'zh-CN', requestId: 'webhooks', now })),
  )
}

async function claim(ctx: Ctx): Promise<Parcel[]> {
  const until = new Date(ctx.now.getTime() + leaseMs)
  const { rows } = await sql<Claimed>`
    with due as (
      select d.id from webhooks.delivery d
      join webhooks.endpoint e on e.bureau_id = d.bureau_id and e.id = d.endpoint_id
      where d.bureau_id = kernel.bureau() and d.delivered_at is null and d.given_up_at is null
        and d.due_at <= ${ctx.now} and e.paused_at is null and e.removed_at is null
        and (d.leased_until is null or d.leased_until <= ${ctx.now})
      order by d.due_at, d.id limit ${atOnce} for update of d skip locked)
    update webhooks.delivery d set attempts = attempts + 1, leased_until = ${until}
    from due, kernel.event v
    where d.bureau_id = kernel.bureau() and d.id = due.id and v.bureau_id = d.bureau_id and v.id = d.event_id
    returning d.id, d.attempts, d.created_at, d.endpoint_id, d.event_id, v.at, v.type, v.subject_type, v.subject_id`.execute(
    ctx.db,
  )
  const parcels = new Map<string, Parcel>()
  for (const row of rows.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const known = parcels.get(row.endpoint_id)
    if (known) known.claimed.push(row)
    else parcels.set(row.endpoint_id, { endpoint: await endpointOf(ctx, row.endpoint_id), claimed: [row] })
  }
  return [...parcels.values()]
}

function endpointOf(ctx: Ctx, id: string): Promise<Endpoint> {
  return ctx.db.selectFrom('webhooks.endpoint').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

async function sendParcel(
  installation: Running,
  bureauId: string,
  { endpoint, claimed }: Parcel,
  limits: CallLimits,
): Promise<void> {
  for (const one of claimed) {
    const result = await post(endpoint, one, installation.clock(), limits)
    await within(installation, bureauId, (ctx) => recordAttempt(ctx, one, result))
  }
}

function secretsOf(endpoint: Endpoint, now: Date): string[] {
  const { secret_sealed: current, former_secret_sealed: former, former_until: until } = endpoint
  const both = former !== null && until !== null && new Date(until) > now ? [current, former] : [current]
  return both.map(openSecret)
}

/** The message is thin: ids, no words. What they stand for is read by the API, with the rights of the reader. */
function bodyOf(one: Claimed): string {
  return JSON.stringify({
    type: one.type,
    timestamp: one.at,
    data: { id: one.event_id, subjectType: one.subject_type, subjectId: one.subject_id },
  })
}

async function post(endpoint: Endpoint, one: Claimed, now: Date, limits: CallLimits): Promise<Try> {
  const body = bodyOf(one)
  const headers = signMessage(one.event_id, now, body, secretsOf(endpoint, now))
  const began = performance.now()
  const took = () => Math.round(performance.now() - began)
  try {
    const trusted = endpoint.authority ? { ...limits, authority: endpoint.authority } : limits
    const { status, body: answer } = await postJson(endpoint.address, body, headers, trusted)
    return { good: status >= 200 && status < 300, status, answer, tookMs: took() }
  } catch (error) {
    return { good: false, status: null, answer: String((error as Error).message || error), tookMs: took() }
  }
}

/** Keeps posting, until the returned function is called. */
export function startWebhooks(
  installation: Installation,
  report: (error: unknown) => void,
): () => Promise<void> {
  return startWorkLoop(installation, () => sendWebhooks(installation), report)
}
