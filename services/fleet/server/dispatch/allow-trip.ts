import { ensureRules } from '#engines/rules/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { requestStates } from '../../states.ts'
import type { Finding } from './findings.ts'
import { minuteOf } from './journey.ts'
import { candidateOf, judgeTrip } from './judge-trip.ts'
import { loadFacts } from './load-facts.ts'
import type { LockedRequest } from './lock-requests.ts'
import { readFitness, unfitFor } from './read-fitness.ts'

interface Wanted {
  vehicleId: string
  driverId: string
  from: Date
  to: Date
  requests: readonly LockedRequest[]
  /** The dispatcher's own words, where a warning wants them. */
  note?: string | undefined
  /** The trip itself, when it is there already. */
  tripId?: string | undefined
}

/**
 * Looks at a trip once its vehicle and driver are locked by their booking, so that nobody can come in between.
 * @returns the warnings that were overruled by words
 * @throws Problem 422 `fleet.not_fit` for what cannot be, `fleet.needs_words` for what only goes with words
 */
export async function allowTrip(ctx: Ctx, wanted: Wanted): Promise<Finding[]> {
  const { vehicleId, driverId, from, to, requests } = wanted
  await ensureRules(ctx)
  const facts = await loadFacts(ctx, {
    vehicleIds: [vehicleId],
    driverIds: [driverId],
    from,
    to,
    except: wanted.tripId ? [wanted.tripId] : [],
  })
  const span = { from: minuteOf(from), to: minuteOf(to) }
  const candidate = candidateOf(facts, { vehicleId, driverId }, span, requests)
  if (!candidate) throw new Problem(422, 'fleet.unknown_vehicle_or_driver', { path: 'vehicleId' })
  const fitness = await readFitness(ctx, { vehicleIds: [vehicleId], driverIds: [driverId], from, to })
  const found = [
    ...judgeTrip(facts, candidate),
    ...unfitFor(fitness, vehicleId, vehicleId),
    ...unfitFor(fitness, driverId, vehicleId),
  ]
  refuse(ctx, found, 'BLOCK', 'fleet.not_fit')
  if (!wanted.note?.trim()) refuse(ctx, found, 'WARN', 'fleet.needs_words')
  return found.filter(({ level }) => level === 'WARN')
}

function refuse(ctx: Ctx, found: readonly Finding[], level: Finding['level'], code: string): void {
  const against = found.filter((one) => one.level === level)
  const [first] = against
  if (!first) return
  const why = [...new Set(against.map(({ words }) => ctx.say(words)))].join('；')
  throw new Problem(422, code, {
    params: { why },
    path: level === 'WARN' ? 'note' : (first.path ?? 'vehicleId'),
    extra: { findings: against.map(({ code, words }) => ({ code, words })) },
  })
}

/** @throws Problem 409 `kernel.wrong_state` before anything is held for a request that waits for no vehicle */
export function requireWaiting(ctx: Ctx, requests: readonly LockedRequest[]): void {
  const stray = requests.find(({ state }) => state !== 'APPROVED')
  if (!stray) return
  const state = requestStates.states[stray.state as keyof typeof requestStates.states]
  throw new Problem(409, 'kernel.wrong_state', {
    params: { state: ctx.say(state.title), step: ctx.say(requestStates.transitions.assign.title) },
    path: 'requestIds',
  })
}
