import { Button, Input } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { fleet } from '../../module.ts'
import { Opener } from './opener.tsx'
import { ReasonForm } from './reason-form.tsx'
import type { Vehicle } from './vehicle-page.tsx'

const messages = defineMessages({
  out: text('停用', 'Take out of use'),
  back: text('恢复使用', 'Put back into use'),
  retire: text('处置', 'Retire'),
  day: text('处置日期', 'Day'),
  why: text('处置原因', 'Reason'),
  example: text(
    '如：报废、黄标车提前报废、调拨',
    'Such as: scrapped, yellow label scrapped early, handed over',
  ),
  done: text('已办理', 'Done'),
})
const stale = ['/fleet/vehicles', '/fleet/due']

/** Out of use, back into use, and the end of a vehicle. */
export function VehicleSteps({ vehicle }: { vehicle: Vehicle }) {
  const t = useText(messages)
  const back = useWrite(fleet.actions.putBackVehicle, { invalidates: stale, success: t('done') })
  return (
    <span className="hq-row">
      {vehicle.can.takeOut ? (
        <Opener title={t('out')}>{(close) => <TakeOut vehicleId={vehicle.id} onClose={close} />}</Opener>
      ) : null}
      {vehicle.can.putBack ? (
        <Button loading={back.isPending} onClick={() => back.mutate({ vehicleId: vehicle.id })}>
          {t('back')}
        </Button>
      ) : null}
      {vehicle.can.retire ? (
        <Opener title={t('retire')} danger>
          {(close) => <Retire vehicleId={vehicle.id} onClose={close} />}
        </Opener>
      ) : null}
    </span>
  )
}

interface StepProps {
  vehicleId: string
  onClose: () => void
}

function TakeOut({ vehicleId, onClose }: StepProps) {
  const t = useText(messages)
  const write = useWrite(fleet.actions.takeOutVehicle, {
    quiet: true,
    invalidates: stale,
    success: t('done'),
    onDone: onClose,
  })
  return (
    <ReasonForm
      submit={t('out')}
      problem={write.error}
      busy={write.isPending}
      onSubmit={(reason) => write.mutate({ vehicleId, reason })}
      onCancel={onClose}
    />
  )
}

function Retire({ vehicleId, onClose }: StepProps) {
  const t = useText(messages)
  const write = useWrite(fleet.actions.retireVehicle, {
    quiet: true,
    invalidates: stale,
    success: t('done'),
    onDone: onClose,
  })
  return (
    <EntryForm<{ retiredOn: string; reason: string }>
      onSubmit={(values) => write.mutate({ vehicleId, ...values })}
      problem={write.error}
      busy={write.isPending}
      submit={t('retire')}
      onCancel={onClose}
    >
      <Field name="retiredOn" label={t('day')} required>
        <DayInput />
      </Field>
      <Field name="reason" label={t('why')} hint={t('example')} required>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Field>
    </EntryForm>
  )
}
