import { type Text, text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { Shape } from './shape.tsx'

const messages = defineMessages({
  target: text('目标 {value}', 'Target {value}'),
  met: text('达标', 'On target'),
  unmet: text('未达标', 'Off target'),
  up: text('比{against} +{value}', '+{value} on {against}'),
  down: text('比{against} −{value}', '−{value} on {against}'),
  same: text('与{against}持平', 'Same as {against}'),
  against: text('上期', 'the period before'),
  points: text('{n} 个百分点', '{n} points'),
  none: text('暂无数据', 'No data yet'),
})

export interface FigureProps {
  title: Text | string
  value: number | null
  unit?: Text | string
  decimals?: number
  target?: number
  /** Whether more is better; decides what 达标 means. */
  better?: 'more' | 'less'
  /** Value of the period before. */
  previous?: number | null
  /** What `previous` is called; 上期 when absent. */
  against?: Text | string
  /** Earlier values, oldest first, drawn as a small line. */
  trend?: readonly number[]
  /** Where the rows behind it are. */
  to?: string
  /** Why the value is not to be trusted. */
  flag?: Text | string
  /** 截至 11月底. */
  asOf?: string
}

/** A figure as a tile: value, unit, target in words and shape, difference, trend; opens what is behind it. */
export function Figure(props: FigureProps) {
  const { title, value, unit, decimals, target, better, previous, against, trend, to, flag, asOf } = props
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const plain = (n: number) => format.number(n, { decimals })
  const percent = unit !== undefined && localised(unit).startsWith('%')
  const met =
    value === null || target === undefined ? undefined : better === 'less' ? value <= target : value >= target
  const delta = value === null || previous === undefined || previous === null ? undefined : value - previous
  // Equal as shown is equal to its reader.
  const shown = plain(Math.abs(delta ?? 0))
  const inside = (
    <>
      <span className="hq-figure-title">{localised(title)}</span>
      <span className="hq-figure-value">
        {value === null ? <span className="hq-faint">{t('none')}</span> : plain(value)}
        {value !== null && unit ? (
          <small>
            {percent ? '' : '\u00a0'}
            {localised(unit)}
          </small>
        ) : null}
      </span>
      {met === undefined ? null : (
        <span className={`hq-figure-target ${met ? 'hq-tone-good' : 'hq-tone-bad'}`}>
          <Shape tone={met ? 'good' : 'bad'} />
          <span>
            {t(met ? 'met' : 'unmet')} ·{' '}
            <span className="hq-nowrap">{t('target', { value: format.number(target ?? 0, { unit }) })}</span>
          </span>
        </span>
      )}
      {delta === undefined ? null : (
        <span className="hq-faint">
          {t(shown === plain(0) ? 'same' : delta > 0 ? 'up' : 'down', {
            against: against ? localised(against) : t('against'),
            value: percent ? t('points', { n: shown }) : shown,
          })}
        </span>
      )}
      {flag ? (
        <span className="hq-figure-target hq-tone-waiting">
          <Shape tone="bad" />
          <span>{localised(flag)}</span>
        </span>
      ) : null}
      {trend && trend.length > 1 ? <Spark values={trend} /> : null}
      {asOf ? <span className="hq-faint">{asOf}</span> : null}
    </>
  )
  return to ? (
    <LinkTo to={to} className="hq-figure hq-figure-opens">
      {inside}
    </LinkTo>
  ) : (
    <div className="hq-figure">{inside}</div>
  )
}

/** Tiles side by side, as many as the screen takes. */
export function Figures({ children }: { children: React.ReactNode }) {
  return <div className="hq-figures">{children}</div>
}

function Spark({ values }: { values: readonly number[] }) {
  const low = Math.min(...values)
  const span = Math.max(...values) - low || 1
  const points = values.map(
    (value, index) => `${(index / (values.length - 1)) * 96 + 2},${26 - ((value - low) / span) * 22}`,
  )
  return (
    <svg className="hq-spark" viewBox="0 0 100 28" preserveAspectRatio="none" aria-hidden="true">
      <polyline
        points={points.join(' ')}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}
