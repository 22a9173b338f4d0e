import { BarChart, LineChart } from 'echarts/charts'
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components'
import { type EChartsCoreOption, type EChartsType, init, use as register } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { type Format, useFormat } from '#kernel/web/format.ts'
import { useAppearance } from './appearance.ts'
import type { ChartProps } from './chart.tsx'

register([
  BarChart,
  LineChart,
  GridComponent,
  TooltipComponent,
  LegendComponent,
  MarkLineComponent,
  AriaComponent,
  SVGRenderer,
])

/** Told apart by lightness too, so that a black-and-white print can be read. */
const hues = {
  light: ['#175f8c', '#c08a2e', '#5c8a6a', '#8a6bb0', '#7a8480'],
  contrast: ['#003a66', '#8a5a00', '#2f6b42', '#5b3a8a', '#444444'],
  dark: ['#7fbfe6', '#eabf6a', '#7fd0a4', '#c1b2f0', '#98a39e'],
}

type DrawingProps = ChartProps & { targetName: string }

function optionOf(
  props: DrawingProps,
  format: Format,
  css: (name: string) => string,
  dark: keyof typeof hues,
): EChartsCoreOption {
  const { kind, layout = 'columns', categories, series, unit, decimals, target, targetName, stacked } = props
  const rows = layout === 'rows'
  const words = { color: css('--ink-soft'), fontFamily: css('--faces') }
  const show = (value: unknown) =>
    typeof value === 'number' ? format.number(value, { unit, decimals }) : '—'
  const brief = (value: unknown) => (typeof value === 'number' ? format.number(value, { decimals }) : '')
  // Too many labels hide each other; then only the axis speaks and the table has the values.
  const labelled = categories.length * series.length <= 26
  const names = {
    type: 'category',
    data: [...categories],
    inverse: rows,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: css('--line') } },
    axisLabel: { ...words, width: rows ? 150 : undefined, overflow: 'truncate' },
  }
  const values = {
    type: 'value',
    // Bars must start at nought to be honest; lines show change.
    scale: kind === 'line',
    min: kind === 'line' && target !== undefined ? roomBelow(series, target) : undefined,
    // Things that are counted have no halves on their axis.
    minInterval: decimals === 0 ? 1 : undefined,
    axisLabel: { ...words, formatter: brief },
    splitLine: { lineStyle: { color: css('--line') } },
  }
  return {
    animation: false,
    aria: { enabled: true },
    color: hues[dark],
    grid: { left: 8, right: rows ? 48 : 16, top: series.length > 1 ? 36 : 20, bottom: 4, containLabel: true },
    legend: series.length > 1 ? { top: 0, left: 0, icon: 'roundRect', textStyle: words } : undefined,
    tooltip: {
      trigger: 'axis',
      valueFormatter: show,
      backgroundColor: css('--raised'),
      borderColor: css('--line'),
      textStyle: { color: css('--ink') },
      axisPointer: { type: kind === 'bar' ? 'shadow' : 'line' },
    },
    xAxis: rows ? values : names,
    yAxis: rows ? names : values,
    series: series.map((one, index) => ({
      type: kind,
      name: one.name,
      data: [...one.values],
      stack: stacked ? 'all' : undefined,
      barMaxWidth: 28,
      symbolSize: 6,
      labelLayout: { hideOverlap: true },
      label: {
        show: labelled && !stacked,
        position: rows ? 'right' : 'top',
        formatter: (point: { value?: unknown }) => brief(point.value),
        ...words,
      },
      markLine:
        index === 0 && target !== undefined
          ? {
              symbol: 'none',
              silent: true,
              lineStyle: { color: css('--ink-faint'), type: 'dashed' },
              label: { formatter: `${targetName} ${brief(target)}`, position: 'insideStartBottom', ...words },
              data: [rows ? { xAxis: target } : { yAxis: target }],
            }
          : undefined,
    })),
  }
}

/** The axis of a line chart begins a little below both the lowest value and the target, so that both are seen. */
function roomBelow(series: DrawingProps['series'], target: number): number {
  const all = [...series.flatMap((one) => one.values.filter((value) => value !== null)), target]
  const low = Math.min(...all)
  const span = Math.max(...all) - low || Math.abs(low) || 1
  return low >= 0 ? Math.max(0, Math.floor(low - span / 4)) : Math.floor(low - span / 4)
}

/** The part of a chart that needs ECharts; fetched when the first chart is shown. */
export default function ChartDrawing(props: DrawingProps) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(null)
  const format = useFormat()
  const { painted } = useAppearance()
  const onOpen = useRef(props.onOpen)
  onOpen.current = props.onOpen
  useEffect(() => {
    if (!box.current) return
    const made = init(box.current, undefined, { renderer: 'svg' })
    chart.current = made
    made.on('click', (point) => onOpen.current?.(point.name, point.dataIndex))
    const watcher = new ResizeObserver(() => made.resize())
    watcher.observe(box.current)
    return () => {
      watcher.disconnect()
      made.dispose()
    }
  }, [])
  useEffect(() => {
    const style = getComputedStyle(document.documentElement)
    chart.current?.setOption(
      optionOf(props, format, (name) => style.getPropertyValue(name).trim(), painted),
      true,
    )
  }, [props, format, painted])
  return <div ref={box} style={{ height: '100%' }} />
}
