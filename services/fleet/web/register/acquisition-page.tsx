import { Input, InputNumber } from 'antd'
import { ApprovalCard } from '#engines/approvals/web/approval-card.tsx'
import { VerdictList } from '#engines/rules/web/verdict-list.tsx'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useGo, useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { acquisitionStates } from '../../acquisition-states.ts'
import { fleet } from '../../module.ts'
import { bodies, energies, pools, vehicleClasses } from '../../words.ts'
import { AcquisitionForm, acquisitionInput } from './acquisition-form.tsx'
import { Opener } from './opener.tsx'
import { ReasonForm } from './reason-form.tsx'
import '../register.css'

const messages = defineMessages({
  title: text('车辆购置', 'Vehicle to buy'),
  all: text('车辆购置', 'Vehicles to buy'),
  what: text('购置内容', 'What is to be bought'),
  state: text('状态', 'State'),
  class: text('车辆类别', 'Class'),
  body: text('车型', 'Body'),
  model: text('品牌型号', 'Model'),
  energy: text('能源和排量', 'Energy and displacement'),
  price: text('价格', 'Price'),
  seats: text('座位', 'Seats'),
  pool: text('所属', 'Pool'),
  replaces: text('更新', 'Stands in for'),
  reason: text('购置理由', 'Why'),
  by: text('申请人', 'Asked by'),
  vehicle: text('已入册', 'In the book'),
  limits: text('对照限额', 'Against the caps'),
  again: text('补充后重新提交', 'Complete and hand in again'),
  withdraw: text('撤回', 'Withdraw'),
  register: text('购置入册', 'Register what was bought'),
  plate: text('车牌号', 'Plate'),
  paid: text('实际价格（元）', 'Price paid (yuan)'),
  bought: text('购置日期', 'Bought on'),
  km: text('登记里程（公里）', 'Odometer at registration (km)'),
  done: text('已办理', 'Done'),
})
const stale = ['/fleet/acquisitions', '/fleet/vehicles']

type Acquisition = NonNullable<ReturnType<typeof useRead<typeof fleet.actions.readAcquisition>>['data']>

/** One purchase: what is asked for, what the caps say, with whom it lies, and what became of it. */
export default function AcquisitionPage() {
  const t = useText(messages)
  const acquisitionId = useParam('acquisitionId')
  const read = useRead(fleet.actions.readAcquisition, { acquisitionId })
  const one = read.data
  return (
    <Page
      title={one?.number ?? t('title')}
      trail={[{ title: t('all'), to: '/fleet/acquisitions' }]}
      extra={one ? <Steps one={one} /> : null}
    >
      {read.isPending ? <Loading /> : null}
      {read.error && !one ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {one ? (
        <div className="hq-stack">
          <About one={one} />
          {one.verdicts.length > 0 ? (
            <Section title={t('limits')}>
              <VerdictList verdicts={one.verdicts} />
            </Section>
          ) : null}
          {one.approval ? <ApprovalCard approval={one.approval} /> : null}
        </div>
      ) : null}
    </Page>
  )
}

function About({ one }: { one: Acquisition }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const litres = one.displacementMl === null ? null : `${one.displacementMl / 1000} L`
  return (
    <Section title={t('what')}>
      <Facts
        items={[
          { title: t('state'), value: <StateTag machine={acquisitionStates} state={one.state} /> },
          { title: t('class'), value: localised(vehicleClasses[one.class]) },
          { title: t('body'), value: localised(bodies[one.body]) },
          ...(one.model ? [{ title: t('model'), value: one.model }] : []),
          {
            title: t('energy'),
            value: [localised(energies[one.energy]), litres].filter(Boolean).join(' · '),
          },
          { title: t('price'), value: format.money(one.priceFen) },
          { title: t('seats'), value: String(one.seats) },
          { title: t('pool'), value: localised(pools[one.pool]) },
          { title: t('by'), value: one.askedBy },
          ...(one.replaces
            ? [
                {
                  title: t('replaces'),
                  value: <LinkTo to={`/fleet/vehicles/${one.replaces.id}`}>{one.replaces.plate}</LinkTo>,
                },
              ]
            : []),
          ...(one.vehicle
            ? [
                {
                  title: t('vehicle'),
                  value: <LinkTo to={`/fleet/vehicles/${one.vehicle.id}`}>{one.vehicle.plate}</LinkTo>,
                },
              ]
            : []),
          { title: t('reason'), value: one.reason, wide: true },
        ]}
      />
    </Section>
  )
}

function Steps({ one }: { one: Acquisition }) {
  const t = useText(messages)
  return (
    <span className="hq-row">
      {one.can.register ? (
        <Opener title={t('register')}>{(close) => <RegisterForm one={one} onClose={close} />}</Opener>
      ) : null}
      {one.can.resubmit ? (
        <Opener title={t('again')}>{(close) => <AgainForm one={one} onClose={close} />}</Opener>
      ) : null}
      {one.can.withdraw ? (
        <Opener title={t('withdraw')}>{(close) => <WithdrawForm one={one} onClose={close} />}</Opener>
      ) : null}
    </span>
  )
}

interface StepProps {
  one: Acquisition
  onClose: () => void
}

function RegisterForm({ one, onClose }: StepProps) {
  const t = useText(messages)
  const go = useGo()
  const write = useWrite(fleet.actions.registerBought, {
    quiet: true,
    invalidates: stale,
    success: t('done'),
    onDone: ({ id }) => go(`/fleet/vehicles/${id}`),
  })
  return (
    <EntryForm<{ plate: string; purchasedOn: string; yuan: number; km: number }>
      initial={{ yuan: one.priceFen / 100, km: 0 }}
      onSubmit={({ yuan, ...values }) =>
        write.mutate({ acquisitionId: one.id, ...values, priceFen: Math.round(yuan * 100) })
      }
      problem={write.error}
      busy={write.isPending}
      submit={t('register')}
      onCancel={onClose}
    >
      <Field name="plate" label={t('plate')} required>
        <Input maxLength={20} />
      </Field>
      <Field name="purchasedOn" label={t('bought')} required>
        <DayInput />
      </Field>
      <Field name="yuan" label={t('paid')} required>
        <InputNumber min={0} max={1_000_000_000} precision={2} />
      </Field>
      <Field name="km" label={t('km')} required>
        <InputNumber min={0} max={3_000_000} precision={0} />
      </Field>
    </EntryForm>
  )
}

function AgainForm({ one, onClose }: StepProps) {
  const t = useText(messages)
  const write = useWrite(fleet.actions.askAgain, {
    quiet: true,
    invalidates: stale,
    success: t('done'),
    onDone: onClose,
  })
  return (
    <AcquisitionForm
      initial={{
        class: one.class,
        body: one.body,
        model: one.model,
        energy: one.energy,
        litres: one.displacementMl === null ? null : one.displacementMl / 1000,
        yuan: one.priceFen / 100,
        special: one.special,
        seats: one.seats,
        pool: one.pool,
        reason: one.reason,
        ...(one.replaces ? { replacesId: one.replaces.id } : {}),
      }}
      submit={t('again')}
      problem={write.error}
      busy={write.isPending}
      onSubmit={(values) => write.mutate({ acquisitionId: one.id, ...acquisitionInput(values) })}
      onCancel={onClose}
    />
  )
}

function WithdrawForm({ one, onClose }: StepProps) {
  const t = useText(messages)
  const write = useWrite(fleet.actions.withdrawAcquisition, {
    quiet: true,
    invalidates: stale,
    success: t('done'),
    onDone: onClose,
  })
  return (
    <ReasonForm
      submit={t('withdraw')}
      problem={write.error}
      busy={write.isPending}
      onSubmit={(reason) => write.mutate({ acquisitionId: one.id, reason })}
      onCancel={onClose}
    />
  )
}
