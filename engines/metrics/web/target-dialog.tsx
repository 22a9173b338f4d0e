import { Input, InputNumber, Modal, Select } from 'antd'
import { todayInChina } from '#kernel/web/format.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { metrics } from '../module.ts'
import { messages } from './messages.ts'

interface Entry {
  metricId: string
  fromYear: number
  value: number
  note?: string
}

/** Says what a figure should be from a year on; tiles, suggestions and reports compare with it at once. */
export function TargetDialog({ chosen, onClose }: { chosen?: string; onClose: () => void }) {
  const t = useText(messages)
  const localised = useLocalised()
  const list = useRead(metrics.actions.listMetrics, {})
  const set = useWrite(metrics.actions.setTarget, {
    invalidates: ['/metrics', '/metric-targets', '/reports'],
    success: t('targetKept'),
    quiet: true,
    onDone: onClose,
  })
  const of = (id: string | undefined) => list.data?.items.find((one) => one.id === id)
  const year = Number(todayInChina().slice(0, 4))
  return (
    <Modal open title={t('setTarget')} onCancel={onClose} footer={null} destroyOnHidden>
      {list.isPending ? <Loading /> : null}
      {list.error ? <Problem error={list.error} /> : null}
      {list.data ? (
        <EntryForm<Entry>
          initial={{ metricId: chosen, fromYear: year, value: of(chosen)?.target ?? undefined }}
          onSubmit={(entry) => set.mutate(entry)}
          problem={set.error}
          busy={set.isPending}
          submit={t('setTarget')}
          onCancel={onClose}
        >
          <Field name="metricId" label={t('figure')} required>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              disabled={chosen !== undefined}
              options={list.data.items.map((one) => ({
                value: one.id,
                label: `${localised(one.title)}（${localised(one.unit)}）`,
              }))}
            />
          </Field>
          <Field name="value" label={t('target')} required hint={t('targetHint')}>
            <InputNumber style={{ width: '100%' }} inputMode="decimal" />
          </Field>
          <Field name="fromYear" label={t('fromYear')} required>
            <InputNumber min={1949} max={2200} precision={0} style={{ width: '100%' }} />
          </Field>
          <Field name="note" label={t('note')}>
            <Input maxLength={200} placeholder={t('noteHint')} />
          </Field>
        </EntryForm>
      ) : null}
    </Modal>
  )
}
