import { localDayOf } from '#engines/calendar/local-day.ts'
import { applyRules, ensureRules } from '#engines/rules/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'
import { requestStates } from '../../states.ts'
import { sealingRule } from '../register/fitness-reasons.ts'
import { fatigueRule, restRule } from './fatigue-limits.ts'
import type { Finding } from './findings.ts'
import { minuteOf } from './journey.ts'
import { type Candidate, candidateOf, drivenWith, judgeTrip } from './judge-trip.ts'
import { type Facts, loadFacts } from './load-facts.ts'
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
  tripId: string
  /** The trip comes into being with this work. */
  fresh: boolean
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
    except: [wanted.tripId],
  })
  const span = { from: minuteOf(from), to: minuteOf(to) }
  const candidate = candidateOf(facts, { vehicleId, driverId }, span, requests)
  if (!candidate) throw new Problem(422, 'fleet.unknown_vehicle_or_driver', { path: 'vehicleId' })
  const fitness = await readFitness(ctx, { vehicleIds: [vehicleId], driverIds: [driverId], from, to })
  const found = [
    ...judgeTrip(facts, candidate),
    ...unfitFor(fitness, vehicleId, vehicleId, requests),
    ...unfitFor(fitness, driverId, vehicleId, requests),
  ]
  const sealed = found.find(({ code }) => code === 'SEALED')
  const tooLong = await askHowLong(ctx, wanted, facts, candidate, sealed?.level)
  refuse(ctx, found, 'BLOCK', 'fleet.not_fit', tooLong?.remember)
  if (!wanted.note?.trim()) refuse(ctx, found, 'WARN', 'fleet.needs_words')
  return found.filter(({ level }) => level === 'WARN')
}

/**
 * Has the rules engine keep how long the driver would drive without a rest, which value that was held against, and which it was
 * reckoned by: the rest, and the sealing of the vehicle where that stands against the trip.
 * @returns its refusal, where the limit in force blocks or the sealing refuses
 */
async function askHowLong(
  ctx: Ctx,
  { tripId, fresh, from, requests }: Wanted,
  facts: Facts,
  candidate: Candidate,
  sealed: Finding['level'] | undefined,
): Promise<Problem | null> {
  if (!facts.fatigue && !sealed) return null
  const minutes = drivenWith(facts, candidate.driver.id, candidate.journey)
  const numbers = requests.map(({ number }) => number).join('、')
  try {
    await applyRules(ctx, {
      subject: {
        type: 'fleet.trip',
        id: tripId,
        label: `${numbers} ${candidate.vehicle.plate} ${candidate.driver.name}`,
        href: `/fleet/trips/${tripId}`,
        kind: text('派车单', 'Trips'),
        fresh,
      },
      checks: facts.fatigue
        ? [{ ruleId: fatigueRule, key: {}, value: minutes / 60, on: localDayOf(from), field: 'driverId' }]
        : [],
      reads: [
        ...(facts.fatigue ? [{ ruleId: restRule, key: {}, on: localDayOf(from) }] : []),
        ...(sealed
          ? [
              {
                ruleId: sealingRule,
                key: {},
                on: localDayOf(from),
                outcome: sealed === 'BLOCK' ? ('BLOCK' as const) : ('WARN' as const),
              },
            ]
          : []),
      ],
    })
    return null
  } catch (error) {
    if (error instanceof Problem && error.code === 'rules.exceeded') return error
    throw error
  }
}

function refuse(
  ctx: Ctx,
  found: readonly Finding[],
  level: Finding['level'],
  code: string,
  remember?: Problem['remember'],
): void {
  const against = found.filter((one) => one.level === level)
  const [first] = against
  if (!first) return
  const why = [...new Set(against.map(({ words }) => ctx.say(words)))].join('；')
  throw new Problem(422, code, {
    params: { why },
    path: level === 'WARN' ? 'note' : (first.path ?? 'vehicleId'),
    extra: { findings: against.map(({ code, words }) => ({ code, words })) },
    ...(remember ? { remember } : {}),
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
