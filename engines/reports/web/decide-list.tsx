import type { ReactNode } from 'react'
import { figurePath, type Scope } from '#engines/metrics/web/use-metric-scope.ts'
import { useShortfalls } from '#engines/metrics/web/use-shortfalls.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { Shape } from '#ui/shape.tsx'
import { reports } from '../module.ts'
import { messages } from './messages.ts'
import './reports.css'

const namedPlaces = 3

/** Reports that wait for a word, the figure furthest beside its target, and where it fell short. */
export function DecideList({ scope }: { scope: Scope }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const waiting = useRead(reports.actions.listReports, { state: 'REVIEW', limit: 5 })
  const short = useShortfalls(scope)
  if (waiting.isPending || short.loading) return <Loading />
  const error = waiting.error ?? short.error
  if (error || !waiting.data) return <Problem error={error} onRetry={() => void waiting.refetch()} />
  const first = waiting.data.items[0]
  const { worst, missed, places } = short
  const shown = (value: number | null, figure: { decimals: number; unit: { zh: string; en: string } }) =>
    value === null ? '—' : format.number(value, { decimals: figure.decimals, unit: figure.unit })
  const listed = places?.short.slice(0, namedPlaces) ?? []
  return (
    <ol className="rpt-decide">
      <Line tone={first ? 'waiting' : 'good'}>
        {first ? (
          <>
            <LinkTo to={`/reports/${first.id}`}>{t('reportWaits', { title: first.title })}</LinkTo>
            <small className="hq-faint">
              {t('cutoffAt', { words: first.cutoffWords, day: format.day(first.cutoffOn, 'plain') })} ·{' '}
              {t('draftedBy', { who: first.createdBy })}
              {waiting.data.items.length > 1
                ? ` · ${t('andMore', { n: waiting.data.items.length - 1 })}`
                : ''}
            </small>
          </>
        ) : (
          <span>{t('noReportWaits')}</span>
        )}
      </Line>
      <Line tone={worst ? 'bad' : 'good'}>
        {worst ? (
          <>
            <LinkTo to={figurePath(worst.figure.id, scope)}>
              {t('worst', {
                title: localised(worst.figure.title),
                value: shown(worst.figure.value, worst.figure),
                target: format.number(worst.figure.target ?? 0, { unit: worst.figure.unit }),
              })}
            </LinkTo>
            {missed.length > 1 ? (
              <small className="hq-faint">
                {t('alsoMissed')}
                {missed
                  .filter((one) => one !== worst)
                  .map(({ figure }) => localised(figure.title))
                  .join(t('comma'))}
              </small>
            ) : null}
          </>
        ) : (
          <span>{t('allMet')}</span>
        )}
      </Line>
      <Line tone={listed.length > 0 ? 'bad' : 'good'}>
        {places && listed.length > 0 ? (
          <>
            <LinkTo to={figurePath(places.figure.id, scope)}>
              {t(places.by === 'unit' ? 'unitsShort' : 'sitesShort', {
                n: places.short.length,
                title: localised(places.figure.title),
              })}
            </LinkTo>
            <small className="rpt-places">
              {listed.map(({ key, label, value }) => (
                <LinkTo key={key} to={figurePath(places.figure.id, { ...scope, [places.by]: key })}>
                  {label} {shown(value, places.figure)}
                </LinkTo>
              ))}
            </small>
          </>
        ) : (
          <span>{t('noPlaceShort')}</span>
        )}
      </Line>
    </ol>
  )
}

function Line({ tone, children }: { tone: 'waiting' | 'bad' | 'good'; children: ReactNode }) {
  return (
    <li>
      <span className={`rpt-decide-mark hq-tone-${tone}`}>
        <Shape tone={tone} />
      </span>
      <div>{children}</div>
    </li>
  )
}
