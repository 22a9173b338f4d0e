import { Select } from 'antd'
import { metrics } from '#engines/metrics/module.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Chart } from '#ui/chart.tsx'
import type { Block } from '../../schema.ts'
import { EditableLine } from './editable-line.tsx'
import { editorMessages } from './editor-messages.ts'
import { ShownTableView } from './table-block.tsx'

export type FigureBlockData = Extract<Block, { kind: 'figures' | 'peers' | 'chart' }>
export interface FigureBlockProps {
  block: FigureBlockData
  editing: boolean
  /** The figures shown can be chosen; opens with the block's menu. */
  onChange: (block: FigureBlockData) => void
}

/** A chart or table of live figures with its caption; which figures it shows is chosen above it. */
export function FigureBlock({ block, editing, onChange }: FigureBlockProps) {
  const t = useText(editorMessages)
  return (
    <figure className="rpt-figure">
      {editing ? <Chooser block={block} onChange={onChange} /> : null}
      <figcaption>
        <EditableLine
          text={block.caption}
          label={t('caption')}
          editing={editing}
          maxLength={200}
          onText={(caption) => onChange({ ...block, caption })}
        />
      </figcaption>
      {block.kind === 'chart' ? (
        <ChartView block={block} />
      ) : (
        <ShownTableView shown={block.shown} label={block.caption} />
      )}
    </figure>
  )
}

function ChartView({ block }: { block: Extract<Block, { kind: 'chart' }> }) {
  const t = useText(editorMessages)
  const localised = useLocalised()
  const list = useRead(metrics.actions.listMetrics, {})
  const metric = list.data?.items.find(({ id }) => id === block.metric)
  if (!block.points) return <p className="rpt-waiting">{t('workingOut')}</p>
  const rows = block.by !== 'month'
  const points = rows ? block.points.filter(({ value }) => value).slice(0, 15) : block.points
  return (
    <Chart
      title={metric ? `${localised(metric.title)}（${localised(metric.unit)}）` : block.caption}
      kind="bar"
      layout={rows ? 'rows' : 'columns'}
      categories={points.map(({ label }) => label)}
      series={[
        { name: metric ? localised(metric.title) : block.metric, values: points.map(({ value }) => value) },
      ]}
      unit={metric?.unit}
      decimals={metric?.decimals}
      height={rows ? Math.max(160, points.length * 30) : 240}
    />
  )
}

function Chooser({
  block,
  onChange,
}: {
  block: FigureBlockData
  onChange: (block: FigureBlockData) => void
}) {
  const t = useText(editorMessages)
  const localised = useLocalised()
  const list = useRead(metrics.actions.listMetrics, {})
  const all = list.data?.items ?? []
  const options = all.map(({ id, title }) => ({ value: id, label: localised(title) }))
  const search = { optionFilterProp: 'label' }
  if (block.kind === 'figures')
    return (
      <Select
        className="rpt-chooser"
        mode="multiple"
        maxTagCount="responsive"
        showSearch={search}
        aria-label={t('whichFigures')}
        value={[...block.metrics]}
        options={options}
        onChange={(ids: string[]) => ids.length > 0 && onChange({ ...block, metrics: ids, shown: undefined })}
      />
    )
  const bys = all.find(({ id }) => id === block.metric)?.by ?? ['month' as const]
  return (
    <div className="hq-row rpt-chooser">
      <Select
        showSearch={search}
        aria-label={t('whichFigures')}
        value={block.metric}
        options={options}
        popupMatchSelectWidth={false}
        onChange={(metric: string) =>
          onChange(
            block.kind === 'chart'
              ? { ...block, metric, by: 'month', points: undefined }
              : { ...block, metric, shown: undefined },
          )
        }
      />
      {block.kind === 'chart' ? (
        <Select
          aria-label={t('by')}
          value={block.by}
          options={bys.map((by) => ({ value: by, label: t(`by-${by}`) }))}
          onChange={(by: 'month' | 'unit' | 'site') => onChange({ ...block, by, points: undefined })}
        />
      ) : null}
    </div>
  )
}
