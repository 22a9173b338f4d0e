import { Type } from 'typebox'
import { Done, download, Nullable, PageOf, paging, read, write } from '#kernel/contract/action.ts'
import { defineModule } from '#kernel/contract/module.ts'
import type { Role } from '#kernel/contract/roles.ts'
import { text } from '#kernel/contract/text.ts'
import { metricsProblems } from './problems.ts'
import {
  Dimension,
  Figure,
  MetricId,
  MetricSummary,
  Plausible,
  ReadNumber,
  RecordRow,
  SeriesPoint,
  scopeInput,
  TargetRow,
} from './schema.ts'

const format = Type.Optional(Type.Union([Type.Literal('xlsx'), Type.Literal('csv')]))
const Year = Type.Integer({ minimum: 1949, maximum: 2200 })

/** Those who run the centre. The rows behind a figure name other people's orders, which a worker has no need of. */
const deskRoles: readonly Role[] = ['dispatcher', 'manager', 'director', 'auditor', 'admin']

/** Every figure of every module, with one definition for tile, score, report and API. */
export const metrics = defineModule({
  name: 'metrics',
  title: text('指标', 'Figures'),
  dependsOn: ['directory'],
  permissions: {
    'metrics.read': { title: text('查看指标', 'Read figures'), roles: [...deskRoles, 'liaison'] },
    'metrics.read-all': {
      title: text('查看全部单位的指标', 'Read the figures of all units'),
      roles: deskRoles,
    },
    'metrics.set-targets': { title: text('设定目标值', 'Set targets'), roles: ['manager', 'director'] },
  },
  actions: {
    listMetrics: read({
      path: '/metrics',
      permission: 'metrics.read',
      input: Type.Object({}),
      output: Type.Object({ items: Type.Array(MetricSummary) }),
      summary: text('全部指标及口径', 'Every figure with its definition'),
    }),
    readMetric: read({
      path: '/metrics/:metricId',
      permission: 'metrics.read',
      input: Type.Object({ metricId: MetricId, ...scopeInput }),
      output: Figure,
      summary: text('一个指标的数值', 'The value of a figure'),
    }),
    listRecords: read({
      path: '/metrics/:metricId/records',
      permission: 'metrics.read',
      input: Type.Object({ metricId: MetricId, ...scopeInput, ...paging }),
      output: PageOf(RecordRow),
      summary: text('数值由哪些记录得出', 'The rows behind a figure'),
    }),
    exportRecords: download({
      path: '/metrics/:metricId/records/export',
      permission: 'metrics.read',
      input: Type.Object({ metricId: MetricId, ...scopeInput, format }),
      summary: text('导出数值背后的记录', 'Export the rows behind a figure'),
    }),
    readSeries: read({
      path: '/metrics/:metricId/series',
      permission: 'metrics.read',
      input: Type.Object({ metricId: MetricId, ...scopeInput, by: Dimension }),
      output: Type.Object({ by: Dimension, whole: Nullable(Type.Number()), items: Type.Array(SeriesPoint) }),
      summary: text('按月、单位或物业分解', 'A figure by month, unit or site'),
    }),
    listTargets: read({
      path: '/metric-targets',
      permission: 'metrics.read-all',
      input: Type.Object({ ...paging, metric: Type.Optional(MetricId) }),
      output: PageOf(TargetRow),
      summary: text('目标值', 'Targets'),
    }),
    exportTargets: download({
      path: '/metric-targets/export',
      permission: 'metrics.read-all',
      input: Type.Object({ metric: Type.Optional(MetricId), format }),
      summary: text('导出目标值', 'Export targets'),
    }),
    setTarget: write({
      method: 'PUT',
      path: '/metrics/:metricId/target',
      permission: 'metrics.set-targets',
      input: Type.Object({
        metricId: MetricId,
        fromYear: Year,
        value: Nullable(Type.Number({ minimum: -1e12, maximum: 1e12 })),
        note: Type.Optional(Type.String({ maxLength: 200 })),
      }),
      output: Done,
      summary: text('设定目标值', 'Set a target'),
    }),
    checkNumber: read({
      path: '/number-check',
      permission: 'metrics.read',
      input: Type.Object({
        /** As written: 约425000万人次 */
        text: Type.String({ minLength: 1, maxLength: 100 }),
        people: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000_000 })),
        perPersonPerDay: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1000 })),
        days: Type.Optional(Type.Integer({ minimum: 1, maximum: 3660 })),
      }),
      output: Type.Object({
        read: Nullable(ReadNumber),
        plausible: Plausible,
        /** Value ÷ (people × times per person and day × days). */
        share: Nullable(Type.Number()),
        /** What was probably meant, when a multiplier was written once too often. */
        meant: Nullable(Type.Object({ value: Type.Number(), text: Type.String(), share: Type.Number() })),
      }),
      summary: text('核对写在文中的数字', 'Check a number written in a text'),
    }),
  },
  events: {
    'metrics.target_set': text('设定目标值', 'Target set'),
    'metrics.target_removed': text('取消目标值', 'Target taken away'),
  },
  menu: [
    {
      title: text('全部指标', 'All figures'),
      path: '/figures',
      icon: 'figures',
      permission: 'metrics.read',
      group: 'figures',
      order: 15,
    },
  ],
  problems: metricsProblems,
})
