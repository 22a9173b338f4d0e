import type { OutputOf } from '#kernel/contract/action.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useText } from '#kernel/web/messages.ts'
import { stringifySearch } from '#kernel/web/navigate.ts'
import { Empty } from '#ui/empty.tsx'
import type { reports } from '../module.ts'
import { cutoffWords } from '../report-period.ts'
import { showFigure } from '../show-figure.ts'
import { messages } from './messages.ts'

type Report = OutputOf<typeof reports.actions.readReport>

/** Every figure of the text with its cut-off and the difference to the year before; each opens its rows. */
export function FiguresPanel({ report, frozen }: { report: Report; frozen: boolean }) {
  const t = useText(messages)
  const format = useFormat()
  const asOf = report.figures[0]?.asOf
  if (report.figures.length === 0) return <Empty icon="figures" title={t('noFigures')} />
  return (
    <div className="hq-stack rpt-panel">
      <p className="hq-faint">
        {asOf ? t(frozen ? 'figuresFrozen' : 'figuresLive', { at: format.moment(asOf) }) : ''}
      </p>
      <ul className="rpt-suggestions">
        {report.figures.map((figure) => (
          <li key={figure.key}>
            <LinkTo
              to={`/figures/${figure.metric}${stringifySearch({ from: figure.from, to: figure.to, unit: figure.unitId, site: figure.siteId })}`}
            >
              {figure.title} <strong>{showFigure({}, figure)}</strong>
            </LinkTo>
            <p className="hq-faint">
              {cutoffWords(figure.to)}
              {!figure.before.value
                ? ''
                : `，${t('againstBefore')}${showFigure({ show: 'difference' }, figure)}`}
            </p>
            {figure.implausible ? <p className="rpt-card-doubt">{figure.implausible}</p> : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
