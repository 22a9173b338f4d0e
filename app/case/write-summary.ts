import { reports } from '#engines/reports/module.ts'
import { reportPeriod } from '#engines/reports/report-period.ts'
import type { InputOf } from '#kernel/contract/action.ts'
import { sameNumber } from './compare-figures.ts'
import type { CasePack } from './read-pack.ts'
import type { Person } from './sign-in.ts'

/** The report that begins with the pack's period and has its last day in it; null when no kind of report does. */
function reportFor({ period }: CasePack): InputOf<typeof reports.actions.createReport> | null {
  const [year, month] = period.from.split('-').map(Number) as [number, number]
  const kinds = [
    { kind: 'annual' as const },
    { kind: 'half-year' as const, half: 2 as const },
    { kind: 'monthly' as const, month },
  ]
  const fitting = kinds.find(({ kind, ...part }) => {
    const { half, month } = part as { half?: 1 | 2; month?: number }
    const days = reportPeriod(kind, year, half, month)
    return days?.from === period.from && period.to <= days.to
  })
  return fitting ? { ...fitting, year, cutoffOn: period.to } : null
}

/**
 * Writes the summary the way a director does: first draft, suggestions taken, review, freeze.
 * @returns whether the frozen report shows every compared figure with its expected value
 */
export async function writeSummary(
  pack: CasePack,
  director: Person,
  compared: readonly string[],
  say: (line: string) => void,
): Promise<boolean> {
  const { actions } = reports
  const wanted = reportFor(pack)
  if (!wanted) {
    say(`no kind of report begins on ${pack.period.from} and reaches ${pack.period.to}: none written`)
    return true
  }
  const { id: reportId, title } = await director.call(actions.createReport, wanted)
  const { items } = await director.call(actions.listSuggestions, { reportId })
  for (const { key } of items) await director.call(actions.acceptSuggestion, { reportId, key })
  await director.call(actions.submitReport, { reportId })
  const frozen = await director.call(actions.freezeReport, { reportId })
  const { from, to } = pack.period
  let right = true
  for (const metric of compared) {
    const figure = frozen.figures.find(
      (each) =>
        each.metric === metric && each.from === from && each.to === to && !each.unitId && !each.siteId,
    )
    const expected = pack.figures.get(metric)!
    if (figure && sameNumber(figure.value, expected)) continue
    say(`≠ ${metric} in the frozen report: ${figure ? figure.value : 'missing'}, expected ${expected}`)
    right = false
  }
  const { items: differences } = await director.call(actions.listDifferences, { reportId })
  if (differences.length > 0)
    say(`≠ the frozen report differs from the data in ${differences.length} figures`)
  if (right && differences.length === 0)
    say(`= 《${title}》 frozen with ${frozen.figures.length} figures, ${items.length} suggestions taken`)
  return right && differences.length === 0
}
