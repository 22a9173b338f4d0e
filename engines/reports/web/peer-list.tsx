import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract/action.ts'
import { useFormat } from '#kernel/web/format.ts'
import { useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { LongName, Section } from '#ui/section.tsx'
import { reports } from '../module.ts'
import { messages } from './messages.ts'

type Row = OutputOf<typeof reports.actions.listBenchmarks>['items'][number]

/** The peers' figures on record, as they were written and where; a wrong one is voided with a reason. */
export function PeerList({ metricId }: { metricId: string }) {
  const t = useText(messages)
  const format = useFormat()
  const [voiding, setVoiding] = useState<string>()
  const write = useWrite(reports.actions.voidBenchmark, {
    invalidates: ['/benchmarks', '/metrics'],
    success: t('peerVoided'),
    quiet: true,
    onDone: () => setVoiding(undefined),
  })
  return (
    <Section title={t('peers')}>
      <DataTable
        name="reports.benchmarks"
        title={t('peers')}
        read={reports.actions.listBenchmarks}
        input={{ metric: metricId }}
        exportTo={reports.actions.exportBenchmarks}
        empty={{ icon: 'units', title: t('noPeers'), next: t('noPeersNext') }}
        columns={[
          {
            key: 'peer',
            title: t('peer'),
            card: 'title',
            render: (row: Row) => <LongName>{row.peer}</LongName>,
          },
          {
            key: 'value',
            title: t('value'),
            align: 'right',
            card: 'mark',
            render: (row: Row) => format.number(row.value, { unit: row.unit }),
          },
          { key: 'raw', title: t('rawText'), render: (row: Row) => row.rawText ?? '—' },
          { key: 'source', title: t('source'), render: (row: Row) => <LongName>{row.source}</LongName> },
          { key: 'on', title: t('sourceOn'), render: (row: Row) => format.day(row.sourceOn, 'plain') },
          {
            key: 'void',
            title: '',
            card: 'bare',
            render: (row: Row) =>
              row.can.void ? (
                <Button type="text" danger onClick={() => setVoiding(row.id)}>
                  {t('voidPeer')}
                </Button>
              ) : null,
          },
        ]}
      />
      <Modal
        open={voiding !== undefined}
        title={t('voidPeer')}
        onCancel={() => setVoiding(undefined)}
        footer={null}
        destroyOnHidden
      >
        <EntryForm<{ reason: string }>
          onSubmit={({ reason }) => voiding && write.mutate({ benchmarkId: voiding, reason })}
          problem={write.error}
          busy={write.isPending}
          submit={t('voidPeer')}
          danger
          onCancel={() => setVoiding(undefined)}
        >
          <Field name="reason" label={t('voidReason')} required>
            <Input.TextArea rows={2} maxLength={500} />
          </Field>
        </EntryForm>
      </Modal>
    </Section>
  )
}
