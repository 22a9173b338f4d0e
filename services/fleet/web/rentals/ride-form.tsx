import { Input, InputNumber } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { rentalActions } from '../../actions/rental-actions.ts'
import { agreedFen } from '../../rental-price.ts'
import type { RentalDetail } from '../../rental-schema.ts'

const messages = defineMessages({
  left: text('出车时间', 'Left'),
  back: text('收车时间', 'Back'),
  km: text('里程（公里）', 'Distance (km)'),
  cost: text('费用（元）', 'Cost (yuan)'),
  agreed: text('按约定是 {money}', '{money} as agreed'),
  dearer: text('高于约定的原因', 'Why more than agreed'),
  why: text('更正原因', 'Why it is corrected'),
  save: text('登记用车结果', 'Record the ride'),
  correct: text('保存更正', 'Save the correction'),
  saved: text('已登记', 'Recorded'),
})

interface Values {
  leftAt: string
  returnedAt: string
  distanceKm: number
  yuan: number
  costNote?: string
  reason?: string
}

/** When it left and came back, how far and for how much; beside it, what was agreed. Also what corrects it. */
export function RideForm({ rental, onDone }: { rental: RentalDetail; onDone?: () => void }) {
  const t = useText(messages)
  const format = useFormat()
  const { finish, correct, saving } = useRideWrites(onDone)
  const corrects = rental.can.correct === true
  const initial = {
    leftAt: rental.leftAt ?? rental.from,
    returnedAt: rental.returnedAt ?? rental.to,
    ...(rental.distanceKm === null ? {} : { distanceKm: rental.distanceKm }),
    ...(rental.costFen === null ? {} : { yuan: rental.costFen / 100 }),
    costNote: rental.costNote,
  }
  const [typed, setTyped] = useState<Partial<Values>>(initial)
  const agreed = agreedOf(rental, typed)
  const save = ({ yuan, reason = '', costNote = '', leftAt, returnedAt, distanceKm }: Values) => {
    const ride = {
      rentalId: rental.id,
      leftAt: new Date(leftAt).toISOString(),
      returnedAt: new Date(returnedAt).toISOString(),
      distanceKm,
      costFen: Math.round(yuan * 100),
      costNote,
    }
    if (corrects) correct.mutate({ ...ride, reason })
    else finish.mutate(ride)
  }
  return (
    <EntryForm<Values>
      initial={initial}
      onSubmit={save}
      onChange={setTyped}
      problem={finish.error ?? correct.error}
      busy={saving}
      submit={t(corrects ? 'correct' : 'save')}
    >
      <Field name="leftAt" label={t('left')} required>
        <DayInput time />
      </Field>
      <Field name="returnedAt" label={t('back')} required>
        <DayInput time />
      </Field>
      <Field name="distanceKm" label={t('km')} required>
        <InputNumber min={0} max={20_000} precision={0} inputMode="numeric" />
      </Field>
      <Field
        name="yuan"
        label={t('cost')}
        required
        hint={agreed === null ? null : t('agreed', { money: format.money(agreed) })}
      >
        <InputNumber min={0} max={1_000_000} precision={2} inputMode="decimal" />
      </Field>
      {agreed !== null && typed.yuan != null && Math.round(typed.yuan * 100) > agreed ? (
        <Field name="costNote" label={t('dearer')} required>
          <Input maxLength={500} />
        </Field>
      ) : null}
      {corrects ? (
        <Field name="reason" label={t('why')} required>
          <Input maxLength={500} />
        </Field>
      ) : null}
    </EntryForm>
  )
}

function useRideWrites(onDone: (() => void) | undefined) {
  const t = useText(messages)
  const options = {
    quiet: true,
    success: t('saved'),
    invalidates: ['/fleet'],
    ...(onDone ? { onDone } : {}),
  }
  const finish = useWrite(rentalActions.finishRental, options)
  const correct = useWrite(rentalActions.correctRental, options)
  return { finish, correct, saving: finish.isPending || correct.isPending }
}

/** What the price makes of what is typed so far; null while something is missing. */
function agreedOf(rental: RentalDetail, { leftAt, returnedAt, distanceKm }: Partial<Values>): number | null {
  const times = [Date.parse(leftAt ?? ''), Date.parse(returnedAt ?? '')] as const
  if (times.some(Number.isNaN) || distanceKm == null) return null
  return agreedFen(rental, { leftAt: new Date(times[0]), returnedAt: new Date(times[1]), distanceKm })
}
