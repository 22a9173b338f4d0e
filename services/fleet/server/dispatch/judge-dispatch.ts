import type { ChecklistAnswer, ChecklistLine } from '#engines/standards/server/api.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import { dispatchClauses as clause, type DispatchClause } from '../../dispatch-clauses.ts'

/** What the system found at a clause; an open one cannot be said yet. */
export interface Verdict {
  result: 'OK' | 'NOT_OK' | 'NA'
  /** Where the line has a limit: hours, minutes. */
  reading?: number
  why?: Text
}
export type Verdicts = ReadonlyMap<DispatchClause, Verdict>

export interface CheckedRequest {
  number: string
  emergency: boolean
  approvedAt: Date | null
  afterApproval: string | null
  approveBy: Date | null
  /** The last moment at which a vehicle is still assigned in time. */
  answerBy: Date | null
}

/** Everything the verdicts depend on. */
export interface DispatchFacts {
  now: Date
  from: Date
  leftAt: Date | null
  /** When the trip was made; when it was last arranged. */
  madeAt: Date
  arrangedAt: Date
  note: string
  requests: readonly CheckedRequest[]
  /** What judging the trip and the books said against it, by code. */
  against: readonly { code: string; words: Text }[]
  /** The whole day of its driver; null with this trip alone. */
  minutesOfDay: number | null
  /** Null outside any sealing. */
  sealing: { title: string; used: boolean } | null
  /** Requests that went the same way and would have fitted. */
  sameWay: readonly string[]
}

const byCode: readonly (readonly [DispatchClause, readonly string[]])[] = [
  [clause.licenceClass, ['LICENCE_CLASS']],
  [clause.licenceInForce, ['LICENCE_EXPIRED']],
  [clause.rest, ['fatigue']],
  [clause.onDuty, ['LEFT', 'ON_LEAVE', 'OFF_DUTY']],
  [clause.seats, ['too_few_seats']],
  [clause.purpose, ['wrong_class', 'other_class']],
  [
    clause.papers,
    [
      'RETIRED',
      'OUT_OF_USE',
      'INSPECTION_FAILED',
      'INSPECTION_EXPIRED',
      'INSURANCE_EXPIRED',
      'VEHICLE_LICENCE_EXPIRED',
      'COMMERCIAL_INSURANCE_EXPIRED',
    ],
  ],
  [clause.slack, ['tight']],
]

/** The verdict at every clause of the dispatch standard; what cannot be said yet is not among them. */
export function judgeDispatch(facts: DispatchFacts): Verdicts {
  const verdicts = new Map<DispatchClause, Verdict>(
    byCode.map(([code, codes]) => [code, verdictOf(facts.against.filter((one) => codes.includes(one.code)))]),
  )
  const add = (code: DispatchClause, verdict: Verdict | null) => verdict && verdicts.set(code, verdict)
  add(clause.approvedFirst, approvedFirst(facts))
  add(clause.approvedAfterwards, approvedAfterwards(facts))
  add(clause.longDay, longDay(facts))
  add(clause.sealing, sealing(facts))
  add(clause.answered, answered(facts))
  add(clause.toldAhead, toldAhead(facts))
  add(clause.pooled, pooled(facts))
  return verdicts
}

const ok: Verdict = { result: 'OK' }
const notApplicable: Verdict = { result: 'NA' }
const failed = (zh: string, en: string): Verdict => ({ result: 'NOT_OK', why: text(zh, en) })

function verdictOf(against: DispatchFacts['against']): Verdict {
  if (against.length === 0) return ok
  const zh = [...new Set(against.map(({ words }) => words.zh))].join('；')
  const en = [...new Set(against.map(({ words }) => words.en))].join('; ')
  return failed(zh, en)
}

function approvedFirst({ requests, leftAt, from }: DispatchFacts): Verdict {
  if (requests.length === 0) return failed('没有用车申请', 'No request')
  const usual = requests.filter(({ emergency }) => !emergency)
  if (usual.length === 0) return notApplicable
  const late = usual.find(({ approvedAt }) => approvedAt === null || approvedAt > (leftAt ?? from))
  return late ? failed(`${late.number} 在出车前未批准`, `${late.number} was not approved before`) : ok
}

/** Null while the time for the approval is still running. */
function approvedAfterwards({ requests, now }: DispatchFacts): Verdict | null {
  const urgent = requests.filter(({ emergency }) => emergency)
  if (urgent.length === 0) return notApplicable
  let open = false
  for (const { number, approvedAt, afterApproval, approveBy } of urgent) {
    if (afterApproval === 'REFUSED') return failed(`${number} 补批未通过`, `${number} was refused`)
    if (approvedAt !== null && (approveBy === null || approvedAt <= approveBy)) continue
    if (approvedAt === null && approveBy !== null && now <= approveBy) open = true
    else return failed(`${number} 未按期补批`, `${number} was not approved in time`)
  }
  return open ? null : ok
}

function longDay({ minutesOfDay }: DispatchFacts): Verdict {
  if (minutesOfDay === null) return notApplicable
  return { result: 'OK', reading: Math.round(minutesOfDay / 6) / 10 }
}

function sealing({ sealing: period }: DispatchFacts): Verdict {
  if (period === null) return notApplicable
  return period.used ? failed(`${period.title}期间已封存`, `Sealed over ${period.title}`) : ok
}

function answered({ requests, madeAt, arrangedAt }: DispatchFacts): Verdict {
  const asked = requests.filter(({ answerBy }) => answerBy !== null)
  if (asked.length === 0) return notApplicable
  const late = asked.find(({ approvedAt, answerBy }) => {
    // Taken along later than the trip was made: answered when that was arranged.
    const at = approvedAt !== null && approvedAt > madeAt ? arrangedAt : madeAt
    return at > answerBy!
  })
  return late ? failed(`${late.number} 批准后超过时限才派车`, `${late.number} was answered late`) : ok
}

function toldAhead({ requests, from, arrangedAt }: DispatchFacts): Verdict {
  if (requests.some(({ emergency }) => emergency)) return notApplicable
  const minutes = Math.floor((from.getTime() - arrangedAt.getTime()) / 60_000)
  return { result: 'OK', reading: Math.max(0, minutes) }
}

function pooled({ requests, sameWay, note }: DispatchFacts): Verdict {
  if (sameWay.length === 0) return requests.length > 1 ? ok : notApplicable
  const list = sameWay.join('、')
  if (note.trim()) return { result: 'OK', why: text(`${list} 同路，分开派车：${note.trim()}`, note.trim()) }
  return failed(`${list} 同路有座，未合并，也未写明原因`, `${list} went the same way, with no word why apart`)
}

/**
 * The answer to a line of a clause by its verdict, in `say`'s language. A line with a limit is judged by its own limit, as people
 * may have changed it. Null where nothing can be said: the clause is open, or the line wants what only people give.
 */
export function answerOf(
  line: ChecklistLine,
  verdict: Verdict | undefined,
  say: (words: Text) => string,
): ChecklistAnswer | null {
  if (!verdict || line.needsPhoto) return null
  const remark = verdict.why ? { remark: say(verdict.why).slice(0, 1000) } : {}
  if (verdict.result === 'NA' && line.allowsNa) return { lineId: line.id, result: 'NA' }
  if (!line.limit)
    return { lineId: line.id, result: verdict.result === 'NOT_OK' ? 'NOT_OK' : 'OK', ...remark }
  const { reading } = verdict
  if (reading === undefined) return null
  const { min, max } = line.limit
  const beyond = (min !== null && reading < min) || (max !== null && reading > max)
  return { lineId: line.id, result: beyond ? 'NOT_OK' : 'OK', reading, ...remark }
}
