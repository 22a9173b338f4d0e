import { Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { metrics } from '#engines/metrics/module.ts'
import { ScopeBar } from '#engines/metrics/web/scope-bar.tsx'
import { useMetricScope } from '#engines/metrics/web/use-metric-scope.ts'
import type { OutputOf } from '#kernel/contract/action.ts'
import { useFormat } from '#kernel/web/format.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { stringifySearch, useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'
import { LongName, Section } from '#ui/section.tsx'
import { reports } from '../module.ts'
import { messages } from './messages.ts'
import { PeerList } from './peer-list.tsx'

type Row = OutputOf<typeof reports.actions.compareFigure>['items'][number]

/** One figure against earlier periods, units and peers, all in one table; peers with source and date only. */
export default function ComparisonPage() {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const metricId = useParam('metricId')
  const mayWrite = useSession().allowed('reports.write')
  const metric = useMetricScope()
  const { from, to } = metric.scope
  const list = useRead(metrics.actions.listMetrics, {})
  const summary = list.data?.items.find(({ id }) => id === metricId)
  const units = summary?.by.includes('unit') ?? false
  const read = useRead(
    reports.actions.compareFigure,
    { metricId, from, to, units },
    { enabled: summary !== undefined },
  )
  const [adding, setAdding] = useState(false)
  const shown = (value: number | null) =>
    value === null ? '—' : format.number(value, { decimals: summary?.decimals })
  const apart = (difference: number | null) => {
    const size = shown(difference === null ? null : Math.abs(difference))
    return difference === null || size === shown(0) ? size : `${difference > 0 ? '+' : '−'}${size}`
  }
  const title = summary ? localised(summary.title) : ''
  return (
    <Page
      title={t('comparison', { title })}
      trail={[{ title: title || t('figure'), to: `/figures/${metricId}${stringifySearch({ from, to })}` }]}
      subtitle={summary ? localised(summary.definition) : undefined}
      action={mayWrite ? { title: t('addPeer'), onClick: () => setAdding(true) } : undefined}
    >
      <div className="hq-stack">
        <ScopeBar metric={metric} places={false} />
        {read.error || list.error ? (
          <Problem error={read.error ?? list.error} onRetry={() => void read.refetch()} />
        ) : null}
        {read.isPending && !list.error ? <Loading /> : null}
        {read.data ? (
          <Section>
            <PlainTable
              label={t('comparison', { title })}
              rows={inOrder(read.data.items)}
              rowKey={({ kind, label, sourceOn }) => `${kind}:${label}:${sourceOn}`}
              columns={[
                {
                  key: 'kind',
                  title: t('who'),
                  card: 'bare',
                  render: (row: Row) => <span className="hq-faint hq-nowrap">{t(`kind-${row.kind}`)}</span>,
                },
                {
                  key: 'label',
                  title: t('name'),
                  card: 'title',
                  render: (row: Row) => <LongName>{row.label}</LongName>,
                },
                {
                  key: 'value',
                  title: summary ? localised(summary.unit) : '',
                  align: 'right',
                  card: 'mark',
                  render: (row: Row) =>
                    row.kind === 'own' ? <strong>{shown(row.value)}</strong> : shown(row.value),
                },
                {
                  key: 'difference',
                  title: t('ownLess'),
                  align: 'right',
                  render: (row: Row) => (row.kind === 'own' ? '—' : apart(row.difference)),
                },
                {
                  key: 'source',
                  title: t('source'),
                  render: (row: Row) =>
                    row.source ? (
                      <LongName>{`${row.source}（${row.sourceOn ? format.day(row.sourceOn, 'plain') : ''}）`}</LongName>
                    ) : row.kind !== 'unit' && row.from && row.to ? (
                      <span className="hq-faint">{`${format.day(row.from, 'plain')} – ${format.day(row.to, 'plain')}`}</span>
                    ) : (
                      '—'
                    ),
                },
              ]}
            />
          </Section>
        ) : null}
        <PeerList metricId={metricId} />
      </div>
      {adding ? <AddPeer metric={metricId} onClose={() => setAdding(false)} /> : null}
    </Page>
  )
}

const place = { own: 0, before: 1, previous: 2, peer: 3, unit: 4 }

/** Periods, then peers, then units; units without a value say nothing. */
function inOrder(rows: readonly Row[]): Row[] {
  return rows
    .filter(({ kind, value }) => kind !== 'unit' || value !== null)
    .toSorted((one, other) => place[one.kind] - place[other.kind])
}

interface Entry {
  peer: string
  value: number
  rawText?: string
  source: string
  sourceOn: string
  note?: string
}

function AddPeer({ metric, onClose }: { metric: string; onClose: () => void }) {
  const t = useText(messages)
  const add = useWrite(reports.actions.addBenchmark, {
    invalidates: ['/benchmarks', '/metrics'],
    success: t('saved'),
    quiet: true,
    onDone: onClose,
  })
  return (
    <Modal open title={t('addPeer')} onCancel={onClose} footer={null} destroyOnHidden>
      <EntryForm<Entry>
        onSubmit={(entry) => add.mutate({ metric, ...entry })}
        problem={add.error}
        busy={add.isPending}
        submit={t('save')}
        onCancel={onClose}
      >
        <Field name="peer" label={t('peer')} required>
          <Input maxLength={100} />
        </Field>
        <Field name="value" label={t('value')} required>
          <InputNumber style={{ width: '100%' }} inputMode="decimal" />
        </Field>
        <Field name="rawText" label={t('rawText')} hint={t('rawTextHint')}>
          <Input maxLength={100} />
        </Field>
        <Field name="source" label={t('source')} required>
          <Input maxLength={300} />
        </Field>
        <Field name="sourceOn" label={t('sourceOn')} required>
          <DayInput />
        </Field>
        <Field name="note" label={t('note')}>
          <Input maxLength={300} />
        </Field>
      </EntryForm>
    </Modal>
  )
}
