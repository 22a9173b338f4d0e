import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import { dueAt } from '../clock.ts'
import { buildLedger, type LedgerRow } from '../ledger.ts'
import { explainBreach } from '../ledger-breach.ts'
import type { orders } from '../module.ts'
import { holderRoles, pauseReasons } from '../words.ts'
import { isSealed } from './answer-order.ts'
import { eventOfHop, type HopRecord, holderKey } from './read-life.ts'
import { timesOf } from './refresh-clocks.ts'
import { selectOrders } from './select-orders.ts'

type Actions = typeof orders.actions
type Answer = OutputOf<Actions['readLedger']>
type Role = Answer['lines'][number]['role']

const awaiting = text('等待确认', 'Awaiting confirmation')

/** What each holder of the ledger is called. */
async function holderNames(ctx: Ctx, hops: readonly HopRecord[], requester: string) {
  const people = hops.map((hop) => hop.holder_person_id).filter((id) => id !== null)
  const units = hops.map((hop) => hop.holder_unit_id).filter((id) => id !== null)
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from directory.person where bureau_id = kernel.bureau() and id = any(${people}::uuid[])
    union all
    select id, name from directory.unit where bureau_id = kernel.bureau() and id = any(${units}::uuid[])`.execute(
    ctx.db,
  )
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  // A requester without an account has no id to be known by.
  names.set('REQUESTER', requester)
  return names
}

/** 流转台账: in whose hands every minute was, and why the order came too late, if it did. @throws Problem 404, 403 sealed */
export async function readLedger(ctx: Ctx, input: InputOf<Actions['readLedger']>): Promise<Answer> {
  const row = await selectOrders(ctx).where('o.id', '=', input.orderId).executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  if (isSealed(row)) throw new Problem(403, 'orders.sealed')
  const { hops, clocks, calendar } = await timesOf(ctx, row)
  const names = await holderNames(ctx, hops, row.requester_name)
  const nameOf = (key: string) => names.get(key) ?? ''
  const lines = hops.length > 0 ? buildLedger(hops.map(eventOfHop), calendar, ctx.now) : []
  const due = clocks ? dueAt(clocks.finish, calendar) : null
  const breach = due ? explainBreach(lines, due, calendar) : null
  return {
    asOf: ctx.now.toISOString(),
    lines: lines.map((line) => lineOf(ctx, line, nameOf, hops)),
    totalWorkingMinutes: lines.reduce((sum, line) => sum + line.workingMinutes, 0),
    heldMinutes: lines.reduce((sum, line) => sum + line.heldMinutes, 0),
    pledges: hops
      .filter((hop) => hop.kind === 'pledged')
      .map((hop) => ({
        at: hop.at,
        respondMinutes: hop.respond_minutes!,
        finishMinutes: hop.finish_minutes!,
        roundTheClock: hop.round_the_clock!,
        movedEarlierMinutes: hop.moved_earlier_minutes,
        byName: hop.by_name,
        note: hop.note,
      })),
    breach: breach && {
      ...breach,
      holderWhenDue: nameOf(breach.holderWhenDue),
      shares: breach.shares.map((share) => ({ ...share, holder: nameOf(share.holder) })),
    },
  }
}

function lineOf(
  ctx: Ctx,
  line: LedgerRow,
  nameOf: (key: string) => string,
  hops: readonly HopRecord[],
): Answer['lines'][number] {
  const reasons: Record<string, Text> = pauseReasons
  const reason = line.pauseReason === null ? null : (reasons[line.pauseReason] ?? awaiting)
  const receipt = hops.find((hop) => hop.holder_role !== null && holderKey(hop) === line.holder)
  return {
    holder: nameOf(line.holder) || ctx.say(holderRoles[line.role as Role]),
    holderPersonId: receipt?.holder_person_id ?? null,
    role: line.role as Role,
    phase: line.phase,
    from: line.from.toISOString(),
    to: line.to.toISOString(),
    calendarMinutes: line.calendarMinutes,
    workingMinutes: line.workingMinutes,
    heldMinutes: line.heldMinutes,
    pauseReason: reason && ctx.say(reason),
  }
}
