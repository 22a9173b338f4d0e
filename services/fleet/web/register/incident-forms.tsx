import { Input, InputNumber } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { fleet } from '../../module.ts'
import { blames } from '../../register-words.ts'
import { searchDrivers } from './choices.ts'
import { WordSelect } from './word-select.tsx'

const messages = defineMessages({
  when: text('时间', 'When'),
  place: text('地点', 'Where'),
  what: text('内容', 'What'),
  driver: text('当时的驾驶员', 'Who drove'),
  byTrip: text('不填：按当时的派车单查找', 'Empty: found from the trip of that time'),
  injured: text('受伤人数', 'Injured'),
  dead: text('死亡人数', 'Killed'),
  blame: text('责任', 'Blame'),
  damage: text('损失（元）', 'Damage (yuan)'),
  notice: text('违章编号', 'Notice number'),
  fine: text('罚款（元）', 'Fine (yuan)'),
  points: text('记分', 'Points'),
  why: text('依据', 'On what ground'),
  save: text('保存', 'Save'),
  saved: text('已保存', 'Saved'),
})
const stale = ['/fleet/vehicles', '/fleet/due', '/fleet/accidents', '/fleet/violations', '/fleet/drivers']

export function NameDriver({ violationId, onClose }: { violationId: string; onClose: () => void }) {
  const t = useText(messages)
  const write = useWrite(fleet.actions.nameDriver, {
    quiet: true,
    invalidates: stale,
    success: t('saved'),
    onDone: onClose,
  })
  return (
    <EntryForm<{ driverId: string; reason: string }>
      onSubmit={(values) => write.mutate({ violationId, ...values })}
      problem={write.error}
      busy={write.isPending}
      submit={t('save')}
      onCancel={onClose}
    >
      <Field name="driverId" label={t('driver')} required>
        <SearchSelect name="driverId" search={searchDrivers} />
      </Field>
      <Field name="reason" label={t('why')} required>
        <Input maxLength={500} />
      </Field>
    </EntryForm>
  )
}

interface NewProps {
  vehicleId: string
  onClose: () => void
}

interface MomentValues {
  at: string
  place: string
  what: string
  driverId?: string
}

function MomentFields() {
  const t = useText(messages)
  return (
    <>
      <Field name="at" label={t('when')} required>
        <DayInput time />
      </Field>
      <Field name="place" label={t('place')} required>
        <Input maxLength={200} />
      </Field>
      <Field name="what" label={t('what')} required>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Field>
      <Field name="driverId" label={t('driver')} hint={t('byTrip')}>
        <SearchSelect name="driverId" search={searchDrivers} />
      </Field>
    </>
  )
}

export function NewViolation({ vehicleId, onClose }: NewProps) {
  const t = useText(messages)
  const write = useWrite(fleet.actions.recordViolation, {
    quiet: true,
    invalidates: stale,
    success: t('saved'),
    onDone: onClose,
  })
  return (
    <EntryForm<MomentValues & { noticeNo: string; yuan: number; points: number }>
      initial={{ yuan: 0, points: 0 }}
      onSubmit={({ yuan, ...values }) =>
        write.mutate({ vehicleId, ...values, fineFen: Math.round(yuan * 100) })
      }
      problem={write.error}
      busy={write.isPending}
      submit={t('save')}
      onCancel={onClose}
    >
      <Field name="noticeNo" label={t('notice')} required>
        <Input maxLength={40} />
      </Field>
      <MomentFields />
      <Field name="yuan" label={t('fine')} required>
        <InputNumber min={0} max={100_000} precision={2} />
      </Field>
      <Field name="points" label={t('points')} required>
        <InputNumber min={0} max={12} precision={0} />
      </Field>
    </EntryForm>
  )
}

export function NewAccident({ vehicleId, onClose }: NewProps) {
  const t = useText(messages)
  const write = useWrite(fleet.actions.recordAccident, {
    quiet: true,
    invalidates: stale,
    success: t('saved'),
    onDone: onClose,
  })
  return (
    <EntryForm<MomentValues & { injured: number; dead: number; blame: keyof typeof blames; yuan: number }>
      initial={{ injured: 0, dead: 0, blame: 'OPEN', yuan: 0 }}
      onSubmit={({ yuan, ...values }) =>
        write.mutate({ vehicleId, ...values, damageFen: Math.round(yuan * 100) })
      }
      problem={write.error}
      busy={write.isPending}
      submit={t('save')}
      onCancel={onClose}
    >
      <MomentFields />
      <Field name="injured" label={t('injured')} required>
        <InputNumber min={0} max={1000} precision={0} />
      </Field>
      <Field name="dead" label={t('dead')} required>
        <InputNumber min={0} max={1000} precision={0} />
      </Field>
      <Field name="blame" label={t('blame')} required>
        <WordSelect words={blames} label={t('blame')} />
      </Field>
      <Field name="yuan" label={t('damage')} required>
        <InputNumber min={0} max={100_000_000} precision={2} />
      </Field>
    </EntryForm>
  )
}
