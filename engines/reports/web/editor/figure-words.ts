import { figureKey, runScope } from '../../figure-key.ts'
import { cutoffWords, type ReportPeriod } from '../../report-period.ts'
import type { FigureRun, ReportFigure } from '../../schema.ts'
import { noValue, showFigure } from '../../show-figure.ts'
import type { ChipWords } from './paragraph-dom.ts'

/** The figures of a report by key, and the days they count when a sentence does not say. */
export interface FigureShelf {
  figures: ReadonlyMap<string, ReportFigure>
  period: ReportPeriod
}

/** The figure a sentence means, if it has been read already. */
export function figureOf({ figures, period }: FigureShelf, run: FigureRun): ReportFigure | undefined {
  return figures.get(figureKey(run.metric, runScope(run, period)))
}

/** What a figure in a sentence shows, and its definition, cut-off and difference in a few words. */
export function chipWords(shelf: FigureShelf, run: FigureRun): ChipWords {
  const figure = figureOf(shelf, run)
  if (!figure) return { shown: run.shown ?? '…', hint: run.metric, doubtful: false }
  const shown = showFigure(run, figure)
  const apart = !figure.before.value ? '' : `比上年同期${showFigure({ show: 'difference' }, figure)}`
  const hint = [figure.title, cutoffWords(figure.to), apart, figure.definition, figure.implausible ?? '']
    .filter(Boolean)
    .join('；')
  return { shown, hint, doubtful: figure.implausible !== null || shown === noValue }
}
