import { addWorkingMinutes } from '#engines/calendar/add-working-minutes.ts'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { MajorState } from '../../states.ts'
import type { Chance } from './chance.ts'
import type { DemoBureau } from './demo-bureau.ts'
import { contractors, majorBook } from './fault-book.ts'
import { type DemoLife, liveOrder } from './live-order.ts'
import type { PlannedFault } from './plan-year.ts'

/** A major work with its project. */
export interface DemoWork {
  life: DemoLife
  state: MajorState
  surveys: { contractor: string; at: Date; findings: string }[]
  quotes: { contractor: string; at: Date; fen: number }[]
  chosen: { contractor: string; reason: string } | null
  startedOn: string | null
  plannedTo: string | null
  finishedOn: string | null
  condition: string | null
  verifications: { at: Date; condition: string; passed: boolean }[]
}

const done = 54
const day = 420
/** The projects under way: how many working days ago they were reported, and where they stand. */
const underWay: readonly (readonly [days: number, state: MajorState])[] = [
  [2, 'SURVEY'],
  [5, 'SURVEY'],
  [8, 'QUOTED'],
  [10, 'CHOSEN'],
  [14, 'WORKS'],
  [17, 'WORKS'],
  [21, 'WORKS_DONE'],
  [23, 'VERIFICATION'],
  [26, 'REWORK'],
]
const yearInWorkingDays = 236

/** Some sixty major works of a year: most are done, some stand in every phase. */
export function planMajors(bureau: DemoBureau, chance: Chance, now: Date): DemoWork[] {
  const works: DemoWork[] = []
  for (let index = 0; index < done; index++) {
    const age = 40 + Math.floor(((yearInWorkingDays - 40) * (index + chance.next())) / done)
    works.push(workOf(bureau, chance, { now, age, state: 'VERIFIED' }))
  }
  for (const [age, state] of underWay) works.push(workOf(bureau, chance, { now, age, state }))
  return works
}

const order: readonly MajorState[] = [
  'SURVEY',
  'QUOTED',
  'CHOSEN',
  'WORKS',
  'WORKS_DONE',
  'VERIFICATION',
  'REWORK',
  'VERIFIED',
]

function workOf(
  bureau: DemoBureau,
  chance: Chance,
  { now, age, state }: { now: Date; age: number; state: MajorState },
): DemoWork {
  const [kind, words, yuan] = chance.pick(majorBook)
  const fault = majorFault(bureau, chance, kind, words, addWorkingMinutes(bureau.calendar, now, -age * day))
  const life = liveOrder(bureau, chance, fault, {
    now,
    grade: 'MAJOR_REPAIR',
    share: chance.next() < 0.07 ? 1.1 : 0.55 + chance.next() * 0.35,
    ...(state === 'VERIFIED'
      ? {}
      : { stop: state === 'VERIFICATION' ? 'paused' : 'started', pauseReason: 'WEATHER' }),
  })
  const reached = (wanted: MajorState) => order.indexOf(state) >= order.indexOf(wanted)
  const start = life.hops.find(({ kind: hop }) => hop === 'started')?.at ?? fault.at
  const end = life.hops.find(({ kind: hop }) => hop === 'finished')?.at ?? now
  /** A moment of the work so far; what falls into a night is done the next morning. */
  const at = (share: number) => {
    const moment = new Date(start.getTime() + (end.getTime() - start.getTime()) * share)
    const served = addWorkingMinutes(bureau.calendar, moment, 1)
    return served < end ? served : moment
  }
  const invited = [...contractors].sort(() => chance.next() - 0.5).slice(0, chance.between(2, 3))
  const surveys = (state === 'SURVEY' ? invited.slice(0, 1) : invited).map((contractor, place) => ({
    contractor,
    at: at(0.05 + place * 0.03),
    findings: `现场勘查：${words}，范围已丈量。`,
  }))
  const quotes = reached('QUOTED')
    ? invited.map((contractor) => ({
        contractor,
        at: at(0.2),
        fen: Math.round(yuan * (0.9 + chance.next() * 0.3)) * 100,
      }))
    : []
  const lowest = quotes.toSorted((one, other) => one.fen - other.fen)[0]
  const preferred = chance.next() < 0.2 ? quotes.at(-1) : lowest
  const cheap = preferred === lowest
  const dayAt = (share: number) => localDayOf(at(share))
  return {
    life,
    state,
    surveys,
    quotes,
    chosen:
      reached('CHOSEN') && preferred
        ? { contractor: preferred.contractor, reason: cheap ? '最低报价' : '方案完整，质保期最长' }
        : null,
    startedOn: reached('WORKS') ? dayAt(0.3) : null,
    plannedTo: reached('WORKS') ? dayAt(0.85) : null,
    finishedOn: reached('WORKS_DONE') ? dayAt(0.8) : null,
    condition: reached('VERIFICATION') ? (kind === 'ROOF_WALLS' ? '雨后' : '连续运行一周') : null,
    verifications: verificationsOf(
      chance,
      state,
      kind === 'ROOF_WALLS' ? '大雨之后查看，' : '运行一周后查看，',
      at,
    ),
  }
}

function verificationsOf(
  chance: Chance,
  state: MajorState,
  words: string,
  at: (share: number) => Date,
): DemoWork['verifications'] {
  const failed = { at: at(0.88), condition: `${words}仍有一处未达标`, passed: false }
  if (state === 'REWORK') return [failed]
  if (state !== 'VERIFIED') return []
  const passed = { at: at(0.97), condition: `${words}正常`, passed: true }
  return chance.next() < 0.12 ? [failed, passed] : [passed]
}

function majorFault(
  bureau: DemoBureau,
  chance: Chance,
  kind: PlannedFault['kind'],
  words: string,
  at: Date,
): PlannedFault {
  const shared = bureau.rooms.filter((room) => ['corridor', 'hall', 'restroom', 'plant'].includes(room.kind))
  return {
    at,
    kind,
    fault: { words, cause: '设施老化', done: '按方案施工，验证合格' },
    urgent: false,
    channel: 'WEB',
    requester: chance.pick(bureau.clients.filter(({ keyPerson }) => !keyPerson)),
    room: chance.pick(shared.length > 0 ? shared : bureau.rooms),
    words,
  }
}
