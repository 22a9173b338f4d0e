import { Button } from 'antd'
import { useState } from 'react'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { stringifySearch, useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { Shape } from '#ui/shape.tsx'
import { metrics } from '../module.ts'
import type { Figure } from '../schema.ts'
import { FigureMonths } from './figure-months.tsx'
import { FigureParts } from './figure-parts.tsx'
import { FigureRecords } from './figure-records.tsx'
import { Mark } from './figures-page.tsx'
import { messages } from './messages.ts'
import type { Summary } from './pick-figures.ts'
import { ScopeBar, usePlaceNames } from './scope-bar.tsx'
import { showDifference } from './show-difference.ts'
import { TargetDialog } from './target-dialog.tsx'
import { type MetricScope, useMetricScope } from './use-metric-scope.ts'

/** One figure down to the rows behind it. */
export default function FigurePage() {
  const t = useText(messages)
  const localised = useLocalised()
  const session = useSession()
  const metricId = useParam('metricId')
  const metric = useMetricScope()
  const list = useRead(metrics.actions.listMetrics, {})
  const figure = useRead(metrics.actions.readMetric, { metricId, ...metric.scope })
  const [targeting, setTargeting] = useState(false)
  const summary = list.data?.items.find(({ id }) => id === metricId)
  const trail = [{ title: t('allFigures'), to: `/figures${stringifySearch({ ...metric.scope })}` }]
  const error = list.error ?? figure.error
  return (
    <Page
      title={summary ? localised(summary.title) : figure.data ? localised(figure.data.title) : t('figure')}
      trail={trail}
      width="wide"
      extra={
        session.allowed('metrics.set-targets') ? (
          <Button onClick={() => setTargeting(true)}>{t('setTarget')}</Button>
        ) : null
      }
    >
      <div className="hq-stack">
        <ScopeBar metric={metric} />
        {error ? <Problem error={error} onRetry={() => void figure.refetch()} /> : null}
        {figure.isPending && !error ? <Loading /> : null}
        {figure.data && summary ? <Body figure={figure.data} summary={summary} metric={metric} /> : null}
      </div>
      {targeting && summary ? <TargetDialog chosen={summary.id} onClose={() => setTargeting(false)} /> : null}
    </Page>
  )
}

function Body({ figure, summary, metric }: { figure: Figure; summary: Summary; metric: MetricScope }) {
  const parts = (['unit', 'site'] as const).filter((by) => summary.by.includes(by) && !metric.scope[by])
  return (
    <>
      <Head figure={figure} metric={metric} />
      <FigureMonths figure={figure} metric={metric} />
      {parts.length > 0 ? (
        <div className="mtr-parts">
          {parts.map((by) => (
            <FigureParts key={by} by={by} figure={figure} summary={summary} metric={metric} />
          ))}
        </div>
      ) : null}
      <FigureRecords figure={figure} summary={summary} metric={metric} />
    </>
  )
}

function Head({ figure, metric }: { figure: Figure; metric: MetricScope }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const names = usePlaceNames(metric)
  const { value, before, previous, target, decimals, unit } = figure
  const shown = (number: number | null) => (number === null ? '—' : format.number(number, { decimals, unit }))
  const span = ({ from, to }: { from: string; to: string }) =>
    `${format.day(from, 'plain')} – ${format.day(to, 'plain')}`
  const place = [names.unit, names.site].filter(Boolean).join(' · ')
  const session = useSession()
  const { from, to } = metric.scope
  return (
    <Section>
      <p className="mtr-definition hq-soft">{localised(figure.definition)}</p>
      <div className="mtr-head">
        <div className="mtr-value">
          <strong>{value === null ? t('none') : format.number(value, { decimals })}</strong>
          {value === null ? null : <span>{localised(unit)}</span>}
          <Mark figure={figure} />
        </div>
        <Facts
          items={[
            { title: t('days'), value: span(figure) },
            { title: t('place'), value: place || t('wholeBureau') },
            { title: t('target'), value: shown(target) },
            {
              title: t('yearBefore'),
              value: (
                <Compared
                  main={shown(before.value)}
                  apart={showDifference(t, figure, before.value, format)}
                  days={span(before)}
                />
              ),
            },
            {
              title: t('previous'),
              value: (
                <Compared
                  main={shown(previous.value)}
                  apart={showDifference(t, figure, previous.value, format)}
                  days={span(previous)}
                />
              ),
            },
            { title: t('asOf'), value: format.moment(figure.asOf) },
          ]}
        />
      </div>
      {figure.plausible.ok ? null : (
        <p className="mtr-doubt hq-tone-waiting" role="note">
          <Shape tone="bad" />
          <span>
            {t('doubtfulBecause')}
            {figure.plausible.reason ? localised(figure.plausible.reason) : ''}
          </span>
        </p>
      )}
      {session.allowed('reports.read') ? (
        <p className="mtr-compare">
          <LinkTo to={`/figures/${figure.id}/comparison${stringifySearch({ from, to })}`}>
            {t('compare')}
          </LinkTo>
        </p>
      ) : null}
    </Section>
  )
}

function Compared({ main, apart, days }: { main: string; apart: string; days: string }) {
  return (
    <span className="mtr-compared">
      <span>{main}</span>
      {apart === '—' ? null : <span>{apart}</span>}
      <small className="hq-faint">{days}</small>
    </span>
  )
}
