import { Input, InputNumber } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { fleet } from '../../module.ts'
import { Opener } from './opener.tsx'

const messages = defineMessages({
  make: text('设定保养计划', 'Plan maintenance'),
  title: text('项目', 'What'),
  rule: text(
    '天数、公里数、小时数先到为准，至少填一项。',
    'By days, km or hours, whichever comes first; give at least one.',
  ),
  days: text('每隔多少天', 'Every so many days'),
  km: text('每隔多少公里', 'Every so many km'),
  hours: text('每出车多少小时', 'Every so many hours out'),
  aheadDays: text('提前多少天提醒', 'Days ahead'),
  aheadKm: text('提前多少公里提醒', 'Km ahead'),
  save: text('保存', 'Save'),
  saved: text('已保存', 'Saved'),
})

interface Values {
  title: string
  everyDays?: number | null
  everyKm?: number | null
  everyHours?: number | null
  aheadDays: number
  aheadKm: number
}

export function NewPlan({ vehicleId }: { vehicleId: string }) {
  const t = useText(messages)
  return <Opener title={t('make')}>{(close) => <PlanForm vehicleId={vehicleId} onClose={close} />}</Opener>
}

function PlanForm({ vehicleId, onClose }: { vehicleId: string; onClose: () => void }) {
  const t = useText(messages)
  const write = useWrite(fleet.actions.makePlan, {
    quiet: true,
    invalidates: ['/fleet/vehicles', '/fleet/due'],
    success: t('saved'),
    onDone: onClose,
  })
  return (
    <EntryForm<Values>
      initial={{ title: '保养', everyDays: 180, everyKm: 5000, aheadDays: 15, aheadKm: 500 }}
      onSubmit={(values) => write.mutate({ vehicleId, ...values })}
      problem={write.error}
      busy={write.isPending}
      submit={t('save')}
      onCancel={onClose}
    >
      <Field name="title" label={t('title')} required>
        <Input maxLength={100} />
      </Field>
      <Field name="everyDays" label={t('days')} hint={t('rule')}>
        <InputNumber min={1} max={3660} precision={0} />
      </Field>
      <Field name="everyKm" label={t('km')}>
        <InputNumber min={100} max={500_000} precision={0} />
      </Field>
      <Field name="everyHours" label={t('hours')}>
        <InputNumber min={1} max={50_000} precision={0} />
      </Field>
      <Field name="aheadDays" label={t('aheadDays')} required>
        <InputNumber min={0} max={365} precision={0} />
      </Field>
      <Field name="aheadKm" label={t('aheadKm')} required>
        <InputNumber min={0} max={20_000} precision={0} />
      </Field>
    </EntryForm>
  )
}
