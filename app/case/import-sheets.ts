import type { OutputOf } from '#kernel/contract/action.ts'
import { kernel } from '#kernel/module.ts'
import type { CasePack } from './read-pack.ts'
import type { Person } from './sign-in.ts'

type Report = OutputOf<typeof kernel.actions.importSheet>
type Say = (line: string) => void

function sayRefusals(say: Say, { refused }: Report): void {
  for (const { line, column, message } of refused.slice(0, 5)) say(`    ${line} ${column} ${message}`)
}

/** A sheet with mistakes must be refused at exactly the lines that have them. */
async function tryFaults(pack: CasePack, admin: Person, kind: string, say: Say): Promise<boolean> {
  let right = true
  for (const fault of pack.faults.filter((each) => each.kind === kind)) {
    const report = await admin.call(kernel.actions.importSheet, { kind, mode: 'dry-run' }, fault.file)
    const lines = [...new Set(report.refused.map(({ line }) => line))].join(' ')
    const wanted = fault.refusedLines.join(' ')
    say(
      lines === wanted
        ? `= ${kind} with faults: lines ${lines} refused`
        : `≠ ${kind} with faults: lines ${lines} refused, expected ${wanted}`,
    )
    if (lines !== wanted) right = false
  }
  return right
}

/** The kinds this installation takes and the pack has, each after those it refers to. */
async function kindsOf(pack: CasePack, admin: Person, say: Say): Promise<string[]> {
  const { items } = await admin.call(kernel.actions.listImports, {})
  const known = items.map(({ kind }) => kind)
  for (const kind of pack.sheets.keys()) if (!known.includes(kind)) say(`not yet: ${kind} (sheet)`)
  return known.filter((kind) => pack.sheets.has(kind))
}

/**
 * Imports every sheet whose kind exists, in the order of the modules, those with mistakes as a dry run before.
 * @returns whether every row was taken and every mistake refused
 */
export async function importSheets(pack: CasePack, admin: Person, say: Say): Promise<boolean> {
  let right = true
  for (const kind of await kindsOf(pack, admin, say)) {
    if (!(await tryFaults(pack, admin, kind, say))) right = false
    const began = performance.now()
    const report = await admin.call(
      kernel.actions.importSheet,
      { kind, mode: 'commit' },
      pack.sheets.get(kind)!,
    )
    say(`  ${kind}: ${report.accepted} / ${report.rows}  ${Math.round(performance.now() - began)} ms`)
    if (report.written && report.refused.length === 0) continue
    sayRefusals(say, report)
    right = false
  }
  return right
}

/** The same sheets once more: nothing may change. */
export async function importAgain(pack: CasePack, admin: Person, say: Say): Promise<boolean> {
  let right = true
  for (const kind of await kindsOf(pack, admin, () => undefined)) {
    const report = await admin.call(
      kernel.actions.importSheet,
      { kind, mode: 'commit' },
      pack.sheets.get(kind)!,
    )
    if (report.changed === 0 && report.refused.length === 0) continue
    say(`≠ ${kind} imported again: ${report.changed} rows changed, ${report.refused.length} refused`)
    sayRefusals(say, report)
    right = false
  }
  if (right) say('= imported again: nothing changed')
  return right
}
