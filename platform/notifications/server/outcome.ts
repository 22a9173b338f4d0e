/** How one try to send ended, with what the other side said (for the log). */
export type Outcome =
  | { kind: 'sent'; answer: string }
  /** Worth another try, no earlier than after so many milliseconds. */
  | { kind: 'later'; answer: string; afterMs?: number }
  /** The other side will never take it. */
  | { kind: 'refused'; answer: string }

/** What a fault on the way says of itself, in one line. */
export function faultWords(error: unknown): string {
  const { message, code } = error as NodeJS.ErrnoException
  const words = (message || code || String(error)).replaceAll(/\s+/g, ' ')
  return code && !words.includes(code) ? `${code} ${words}` : words
}
