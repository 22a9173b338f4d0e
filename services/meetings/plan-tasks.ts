import type { MeetingClass, Service, Step, TaskKind } from './words.ts'

/** What decides which tasks a meeting needs, and when. */
export interface PlannedMeeting {
  from: Date
  to: Date
  headcount: number | null
  class: MeetingClass
  services: readonly Service[]
  /** Nothing is planned before this moment: when it was booked. */
  bookedAt: Date
}

export interface PlannedTask {
  kind: TaskKind
  step: Step
  round: number
  startsAt: Date
  dueAt: Date
}

/** Minutes by the meeting standard HQ/HY-001, the clause beside each; before the beginning unless the name says otherwise. */
export const planMinutes = {
  /** HY-03 wants it handed out four hours before; the day before, people can still be asked. */
  takeOn: 24 * 60,
  takenOn: 16 * 60,
  /** HY-12 */
  cleaning: 120,
  cleaned: 60,
  /** HY-05, HY-11, HY-13; longer for many persons. */
  setUp: 90,
  setUpLarge: 150,
  large: 100,
  setUpDone: 30,
  /** HY-06, HY-07 */
  rostrum: 75,
  rostrumDone: 30,
  /** HY-08: at least half an hour before anybody enters. */
  avTest: 60,
  avTestDone: 30,
  /** HY-10 */
  lounge: 60,
  loungeDone: 40,
  arrivals: 30,
  /** HY-14 */
  welcome: 20,
  /** HY-09 */
  tea: 40,
  teaReady: 20,
  /** HY-15: the first refill so long after the beginning, then every half-hour at most; leaders are served more often. */
  firstRefill: 20,
  refillEvery: 30,
  refillEveryLeadership: 20,
  /** A round takes so long, and none begins in the last minutes. */
  refillTakes: 10,
  refillLast: 15,
  /** HY-21, HY-22: after the end. */
  cleanedAfter: 40,
  resetAfter: 60,
} as const
const mostRounds = 40

type Window = readonly [kind: TaskKind, starts: number, due: number]
const { large } = planMinutes

/** What is always done before, and what each service adds. */
const always = (headcount: number): Window[] => [
  ['TAKE_ON', planMinutes.takeOn, planMinutes.takenOn],
  ['CLEANING', planMinutes.cleaning, planMinutes.cleaned],
  ['SET_UP', headcount > large ? planMinutes.setUpLarge : planMinutes.setUp, planMinutes.setUpDone],
]
const avTest: Window = ['AV_TEST', planMinutes.avTest, planMinutes.avTestDone]
const asked: Readonly<Record<Service, Window>> = {
  TEA: ['TEA', planMinutes.tea, planMinutes.teaReady],
  NAME_PLATES: ['NAME_PLATES', planMinutes.rostrum, planMinutes.rostrumDone],
  PROJECTION: avTest,
  AV: avTest,
  ROSTRUM: ['ROSTRUM', planMinutes.rostrum, planMinutes.rostrumDone],
  LOUNGE: ['LOUNGE', planMinutes.lounge, planMinutes.loungeDone],
  PARKING: ['PARKING', planMinutes.arrivals, 0],
  LIFT: ['LIFT', planMinutes.arrivals, 0],
}

/**
 * 会务保障单: the timed tasks of one meeting, in order of time. Everything is ready before the beginning, whatever the
 * meeting asks for; what would have been due before it was booked is due at once.
 */
export function planTasks(meeting: PlannedMeeting): PlannedTask[] {
  const wanted = new Map<TaskKind, Window>()
  for (const window of always(meeting.headcount ?? 0)) wanted.set(window[0], window)
  for (const service of meeting.services) wanted.set(asked[service][0], asked[service])
  const tasks = [...[...wanted.values()].map((window) => before(meeting, window)), ...duringAndAfter(meeting)]
  return tasks.sort(
    (one, other) =>
      one.startsAt.getTime() - other.startsAt.getTime() || one.dueAt.getTime() - other.dueAt.getTime(),
  )
}

const minute = 60_000
const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * minute)

function before({ from, bookedAt }: PlannedMeeting, [kind, starts, due]: Window): PlannedTask {
  const earliest = bookedAt < from ? bookedAt.getTime() : from.getTime()
  const dueAt = new Date(Math.max(from.getTime() - due * minute, earliest))
  const startsAt = new Date(Math.max(from.getTime() - starts * minute, earliest))
  return { kind, step: kind === 'TAKE_ON' ? 'TAKE_ON' : 'SET_UP', round: 1, startsAt, dueAt }
}

function duringAndAfter(meeting: PlannedMeeting): PlannedTask[] {
  const { from, to, services } = meeting
  return [
    {
      kind: 'IN_SESSION',
      step: 'IN_SESSION',
      round: 1,
      startsAt: later(from, -planMinutes.welcome),
      dueAt: to,
    },
    ...(services.includes('TEA') ? refills(meeting) : []),
    { kind: 'CLEANING', step: 'RESET', round: 2, startsAt: to, dueAt: later(to, planMinutes.cleanedAfter) },
    { kind: 'RESET', step: 'RESET', round: 1, startsAt: to, dueAt: later(to, planMinutes.resetAfter) },
  ]
}

/** Tea stands ready before the beginning (round 1); these are the rounds in session, none just before the end. */
function refills({ from, to, class: rank }: PlannedMeeting): PlannedTask[] {
  const every = rank === 'LEADERSHIP' ? planMinutes.refillEveryLeadership : planMinutes.refillEvery
  const last = later(to, -planMinutes.refillLast)
  const rounds: PlannedTask[] = []
  for (
    let at = later(from, planMinutes.firstRefill);
    at <= last && rounds.length < mostRounds;
    at = later(at, every)
  )
    rounds.push({
      kind: 'TEA',
      step: 'IN_SESSION',
      round: rounds.length + 2,
      startsAt: at,
      dueAt: later(at, planMinutes.refillTakes),
    })
  return rounds
}
