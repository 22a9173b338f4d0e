import type { CallAnswer } from '#platform/outbound/call-address.ts'
import type { Outcome } from '../outcome.ts'

/** A group robot as it was entered. */
export interface RobotAddress {
  /** The platform's base address, or a proxy's; no slash at its end. */
  base: string
  key: string
  secret: string | null
}

/** One platform's group robot: the same three questions for each. */
export interface Robot {
  /** The call that posts `words` into the group at this moment. */
  callFor(robot: RobotAddress, words: string, now: Date): { address: string; body: unknown }
  /** Error codes that mean "too fast" or "busy": the same message is welcome later. */
  busyCodes: readonly number[]
  /** The platform's own code in an answer that HTTP calls a success; 0 is good, null is none of its answers. */
  codeOf(answer: Record<string, unknown>): number | null
}

/** Longest text all three take, in bytes of UTF-8 (企业微信 2048 is the shortest). */
const mostBytes = 2000

/** Cuts a text so that no character is torn. */
export function cutBytes(words: string, most = mostBytes): string {
  let size = 0
  let cut = ''
  for (const letter of words) {
    size += Buffer.byteLength(letter)
    if (size > most) return `${cut}…`
    cut += letter
  }
  return words
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) ? value : null
}

/** `errcode` or `code` of a body, as a number. */
export function codeIn(answer: Record<string, unknown>, ...names: string[]): number | null {
  for (const name of names) {
    const code = numberOf(answer[name])
    if (code !== null) return code
  }
  return null
}

/** Reads an answer: these platforms say 200 and put what went wrong into the body. */
export function outcomeOf(robot: Robot, { status, body }: CallAnswer): Outcome {
  const answer = `${status} ${body.slice(0, 300)}`
  if (status === 429 || status >= 500) return { kind: 'later', answer }
  if (status !== 200) return { kind: 'refused', answer }
  let parsed: unknown
  try {
    parsed = JSON.parse(body)
  } catch {
    return { kind: 'later', answer }
  }
  const code = parsed && typeof parsed === 'object' ? robot.codeOf(parsed as Record<string, unknown>) : null
  if (code === 0) return { kind: 'sent', answer }
  if (code === null || robot.busyCodes.includes(code)) return { kind: 'later', answer }
  return { kind: 'refused', answer }
}
