import type pg from 'pg'
import type { Findings } from './findings.ts'
import type { Phone } from './phone.ts'

interface Line {
  from: string
  to: string
  calendarMinutes: number
  workingMinutes: number
  heldMinutes: number
}

const minuteOf = (moment: string) => Math.floor(Date.parse(moment) / 60_000)

/**
 * The ledger of every order of the run explains its life without gap or overlap, and no minutes are negative. Asked
 * of the server, as a person would. @returns how many were read
 */
export async function checkLedgers(
  pool: pg.Pool,
  mark: string,
  reader: Phone,
  findings: Findings,
): Promise<number> {
  const { rows } = await pool.query<{
    id: string
    number: string
    created_at: string
    completed_at: string | null
  }>(
    `select id, number, created_at, completed_at from orders.service_order where starts_with(description, $1)`,
    [mark],
  )
  for (const { id, number, created_at, completed_at } of rows) {
    const answer = await reader.send('GET', `/api/orders/${id}/ledger`)
    if (!answer) continue
    const lines = answer.lines as Line[]
    const fault = faultOf(lines, created_at, completed_at ?? String(answer.asOf))
    if (fault) findings.add(`ledger of ${number}: ${fault}`)
  }
  return rows.length
}

function faultOf(lines: readonly Line[], from: string, to: string): string | null {
  // A life within one millisecond has no lines.
  if (lines.length === 0) return from === to ? null : 'no lines'
  if (lines[0]!.from !== from) return 'begins after the order'
  if (lines.at(-1)!.to !== to) return 'does not reach the end'
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    if (next && next.from !== line.to) return `gap at ${line.to}`
    if (line.calendarMinutes < 0 || line.workingMinutes < 0 || line.heldMinutes < 0) return 'negative minutes'
    if (line.calendarMinutes !== minuteOf(line.to) - minuteOf(line.from)) return 'minutes that do not add up'
  }
  return null
}
