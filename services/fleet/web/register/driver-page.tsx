import { Button, Input } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { fleet } from '../../module.ts'
import { ChangeDriver } from './driver-form.tsx'
import { DriverView } from './driver-view.tsx'
import { EtiquetteCard } from './etiquette-card.tsx'
import { MonthCard } from './month-card.tsx'
import { Opener } from './opener.tsx'
import '../register.css'

const messages = defineMessages({
  driver: text('驾驶员', 'Driver'),
  all: text('驾驶员', 'Drivers'),
  leave: text('离岗', 'Leaves the staff'),
  back: text('返岗', 'Comes back'),
  day: text('离岗日期', 'Left on'),
  why: text('原因', 'Reason'),
  done: text('已办理', 'Done'),
})
const stale = ['/fleet/drivers', '/fleet/roster']

/** One driver for whoever keeps the book: licence, leave, duty and what a month was like. */
export default function DriverPage() {
  const t = useText(messages)
  const driverId = useParam('driverId')
  const read = useRead(fleet.actions.readDriver, { driverId })
  const back = useWrite(fleet.actions.takeDriverBack, { invalidates: stale, success: t('done') })
  const driver = read.data
  return (
    <Page
      title={driver?.name ?? t('driver')}
      subtitle={driver?.staffNo}
      trail={[{ title: t('all'), to: '/fleet/drivers' }]}
      extra={
        driver?.can.keep ? (
          <span className="hq-row">
            <ChangeDriver driver={driver} />
            {driver.can.leaveStaff ? (
              <Opener title={t('leave')} danger>
                {(close) => <LeaveForm driverId={driver.id} onClose={close} />}
              </Opener>
            ) : null}
            {driver.can.rejoin ? (
              <Button loading={back.isPending} onClick={() => back.mutate({ driverId })}>
                {t('back')}
              </Button>
            ) : null}
          </span>
        ) : null
      }
    >
      {read.isPending ? <Loading /> : null}
      {read.error && !driver ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {driver ? (
        <div className="hq-stack">
          <DriverView driver={driver} />
          <EtiquetteCard driverId={driver.id} />
          <MonthCard driverId={driver.id} />
        </div>
      ) : null}
    </Page>
  )
}

function LeaveForm({ driverId, onClose }: { driverId: string; onClose: () => void }) {
  const t = useText(messages)
  const write = useWrite(fleet.actions.releaseDriver, {
    quiet: true,
    invalidates: stale,
    success: t('done'),
    onDone: onClose,
  })
  return (
    <EntryForm<{ leftOn: string; reason: string }>
      onSubmit={(values) => write.mutate({ driverId, ...values })}
      problem={write.error}
      busy={write.isPending}
      submit={t('leave')}
      onCancel={onClose}
    >
      <Field name="leftOn" label={t('day')} required>
        <DayInput />
      </Field>
      <Field name="reason" label={t('why')} required>
        <Input maxLength={500} />
      </Field>
    </EntryForm>
  )
}
