import { Input, InputNumber } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useReadPages } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Section } from '#ui/section.tsx'
import { fleet } from '../../module.ts'
import { readingSources } from '../../words.ts'
import { Opener } from './opener.tsx'
import { PagedTable } from './paged-table.tsx'
import { ReasonForm } from './reason-form.tsx'

const messages = defineMessages({
  title: text('里程台账', 'Odometer ledger'),
  rule: text(
    '只增不减；补记按时间插入，错的作废，不修改。',
    'It only rises. A late entry finds its place by its time; a wrong one is voided, never changed.',
  ),
  add: text('登记里程', 'Record a reading'),
  when: text('时间', 'When'),
  km: text('里程（公里）', 'Odometer (km)'),
  source: text('来源', 'Source'),
  by: text('登记人', 'By'),
  note: text('备注', 'Note'),
  late: text('补记', 'Late entry'),
  voided: text('已作废：{why}（{who}）', 'Voided: {why} ({who})'),
  void: text('作废', 'Void'),
  save: text('保存', 'Save'),
  saved: text('已保存', 'Saved'),
})
const stale = ['/fleet/vehicles', '/fleet/due']

/** The readings of one vehicle, latest first, with what was voided and why. */
export function OdometerLedger({ vehicleId }: { vehicleId: string }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const pages = useReadPages(fleet.actions.listReadings, { vehicleId, limit: 20 })
  return (
    <Section
      title={t('title')}
      extra={
        <Opener title={t('add')}>{(close) => <AddReading vehicleId={vehicleId} onClose={close} />}</Opener>
      }
    >
      <p className="hq-faint">{t('rule')}</p>
      <PagedTable
        pages={pages}
        label={t('title')}
        columns={[
          { key: 'when', title: t('when'), card: 'title', render: ({ at }) => format.moment(at) },
          {
            key: 'km',
            title: t('km'),
            align: 'right',
            render: ({ km, voided }) =>
              voided ? <s className="fleet-over">{format.number(km)}</s> : format.number(km),
          },
          {
            key: 'source',
            title: t('source'),
            render: ({ source, late }) =>
              late
                ? `${localised(readingSources[source])} · ${t('late')}`
                : localised(readingSources[source]),
          },
          { key: 'by', title: t('by'), render: ({ createdBy }) => createdBy },
          {
            key: 'note',
            title: t('note'),
            render: ({ note, voided }) =>
              voided ? t('voided', { why: voided.reason, who: voided.by }) : note || '—',
          },
          {
            key: 'do',
            title: '',
            card: 'bare',
            render: ({ id, can }) =>
              can.void ? (
                <Opener title={t('void')}>
                  {(close) => <VoidReading ids={{ vehicleId, readingId: id }} onClose={close} />}
                </Opener>
              ) : null,
          },
        ]}
      />
    </Section>
  )
}

function AddReading({ vehicleId, onClose }: { vehicleId: string; onClose: () => void }) {
  const t = useText(messages)
  const write = useWrite(fleet.actions.addReading, {
    quiet: true,
    invalidates: stale,
    success: t('saved'),
    onDone: onClose,
  })
  return (
    <EntryForm<{ at: string; km: number; note?: string }>
      onSubmit={(values) => write.mutate({ vehicleId, ...values })}
      problem={write.error}
      busy={write.isPending}
      submit={t('save')}
      onCancel={onClose}
    >
      <Field name="at" label={t('when')} required>
        <DayInput time />
      </Field>
      <Field name="km" label={t('km')} required>
        <InputNumber min={0} max={3_000_000} precision={0} />
      </Field>
      <Field name="note" label={t('note')}>
        <Input maxLength={500} />
      </Field>
    </EntryForm>
  )
}

interface VoidProps {
  ids: { vehicleId: string; readingId: string }
  onClose: () => void
}

function VoidReading({ ids, onClose }: VoidProps) {
  const t = useText(messages)
  const write = useWrite(fleet.actions.voidReading, {
    quiet: true,
    invalidates: stale,
    success: t('saved'),
    onDone: onClose,
  })
  return (
    <ReasonForm
      submit={t('void')}
      problem={write.error}
      busy={write.isPending}
      onSubmit={(reason) => write.mutate({ ...ids, reason })}
      onCancel={onClose}
    />
  )
}
