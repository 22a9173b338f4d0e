import { lazy, Suspense, useId, useState } from 'react'
import { type Text, text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { Loading } from './loading.tsx'

const messages = defineMessages({
  table: text('看表格', 'Show the table'),
  chart: text('看图', 'Show the chart'),
  none: text('这段时间没有数据。', 'No data in this period.'),
  target: text('目标', 'Target'),
})

const Drawing = lazy(() => import('./chart-drawing.tsx'))

export interface ChartSeries {
  name: string
  values: readonly (number | null)[]
}

export interface ChartProps {
  /** The sentence the chart proves: 三月起按时完成率一直高于目标. */
  title: Text | string
  kind: 'bar' | 'line'
  /** `rows` lays bars on their side, for long names. */
  layout?: 'columns' | 'rows'
  stacked?: boolean
  categories: readonly string[]
  series: readonly ChartSeries[]
  unit?: Text | string
  decimals?: number
  /** Drawn as a line across. */
  target?: number
  /** Pixels; 260 when absent. */
  height?: number
  /** A tap on a category opens what is behind it. */
  onOpen?: (category: string, index: number) => void
}

/** A plain chart whose values can be read without hovering, with its table one tap away. */
export function Chart(props: ChartProps) {
  const t = useText(messages)
  const localised = useLocalised()
  const heading = useId()
  const [asTable, setAsTable] = useState(false)
  const bare = props.series.every((one) => one.values.every((value) => value === null))
  return (
    <figure className="hq-chart" aria-labelledby={heading}>
      <figcaption>
        <span id={heading} className="hq-chart-title">
          {localised(props.title)}
        </span>
        <button
          type="button"
          className="hq-quiet"
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {t(asTable ? 'chart' : 'table')}
        </button>
      </figcaption>
      {asTable ? (
        <ChartTable {...props} />
      ) : bare ? (
        <p className="hq-faint">{t('none')}</p>
      ) : (
        <div style={{ height: props.height ?? 260 }} role="img" aria-label={localised(props.title)}>
          <Suspense fallback={<Loading />}>
            <Drawing {...props} targetName={t('target')} />
          </Suspense>
        </div>
      )}
    </figure>
  )
}

function ChartTable({ categories, series, unit, decimals }: ChartProps) {
  const format = useFormat()
  const localised = useLocalised()
  return (
    <div className="hq-table-scroll">
      <table className="hq-table">
        <thead>
          <tr>
            <th scope="col">{unit ? localised(unit) : ''}</th>
            {series.map((one) => (
              <th scope="col" key={one.name} className="hq-right">
                {one.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {categories.map((category, row) => (
            <tr key={category}>
              <th scope="row">{category}</th>
              {series.map((one) => (
                <td key={one.name} className="hq-right">
                  {typeof one.values[row] === 'number' ? format.number(one.values[row], { decimals }) : '—'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
