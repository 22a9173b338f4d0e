import type { Statement } from './record-statements.ts'

const idShape = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g
const idsIn = (what: unknown): string[] => JSON.stringify(what).match(idShape) ?? []

/** The ids that the request itself made: what an insert brings and nothing before it had named. */
export function ownIds(statements: readonly Statement[]): string[] {
  const known = new Set<string>()
  const own = new Set<string>()
  for (const { text, values, answer } of statements) {
    const named = idsIn(values)
    if (/^\s*(with .*)?insert/is.test(text)) for (const id of named) if (!known.has(id)) own.add(id)
    for (const id of [...named, ...idsIn(answer)]) known.add(id)
  }
  return [...own]
}
