import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { PlainTable } from '#ui/plain-table.tsx'
import { Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { fleet } from '../../module.ts'
import { recordKinds } from '../../register-words.ts'
import { DueTag } from './due-tag.tsx'
import { AddRecord, type Entry, type Plan } from './maintenance-form.tsx'
import { NewPlan } from './new-plan.tsx'
import { Opener } from './opener.tsx'
import { ReasonForm } from './reason-form.tsx'
import { UpkeepCheck } from './upkeep-check.tsx'
import type { Vehicle } from './vehicle-page.tsx'

const messages = defineMessages({
  plans: text('保养计划', 'Maintenance plans'),
  none: text('还没有保养计划。', 'No maintenance plan yet.'),
  title: text('项目', 'What'),
  every: text('周期', 'Interval'),
  next: text('下次', 'Next'),
  state: text('状态', 'State'),
  days: text('{n} 天', '{n} days'),
  kms: text('{n} 公里', '{n} km'),
  hours: text('{n} 小时', '{n} hours'),
  records: text('保养、维修和检验', 'Upkeep, repairs and inspections'),
  noRecords: text('还没有记录。', 'Nothing recorded yet.'),
  record: text('登记', 'Record'),
  next2: text('下一步', 'Next step'),
  day: text('日期', 'Day'),
  what: text('内容', 'What was done'),
  cost: text('费用', 'Cost'),
  passed: text('检验结果', 'Result'),
  ok: text('合格', 'Passed'),
  failed: text('不合格', 'Failed'),
  voided: text('已作废：{why}', 'Voided: {why}'),
  void: text('作废', 'Void'),
  end: text('停止', 'End'),
  saved: text('已保存', 'Saved'),
})
const stale = ['/fleet/vehicles', '/fleet/due']

/** When maintenance is due, and what was done. */
export function VehicleUpkeep({ vehicle }: { vehicle: Vehicle }) {
  if (!vehicle.plans || !vehicle.records) return null
  return (
    <>
      <Plans vehicle={vehicle} plans={vehicle.plans} />
      <Records vehicle={vehicle} records={vehicle.records} plans={vehicle.plans} />
    </>
  )
}

function Plans({ vehicle, plans }: { vehicle: Vehicle; plans: Plan[] }) {
  const t = useText(messages)
  const localised = useLocalised()
  return (
    <Section title={t('plans')} extra={vehicle.can.change ? <NewPlan vehicleId={vehicle.id} /> : null}>
      {plans.length === 0 ? <p className="hq-soft">{t('none')}</p> : null}
      <PlainTable
        label={t('plans')}
        rows={plans}
        rowKey={({ id }) => id}
        columns={[
          { key: 'title', title: t('title'), card: 'title', render: ({ title }) => title },
          {
            key: 'every',
            title: t('every'),
            render: ({ everyDays, everyKm, everyHours }) =>
              [
                everyDays ? t('days', { n: everyDays }) : null,
                everyKm ? t('kms', { n: everyKm }) : null,
                everyHours ? t('hours', { n: everyHours }) : null,
              ]
                .filter(Boolean)
                .join(' / '),
          },
          { key: 'next', title: t('next'), render: ({ words }) => localised(words) },
          { key: 'state', title: t('state'), card: 'mark', render: ({ light }) => <DueTag light={light} /> },
          {
            key: 'do',
            title: '',
            card: 'bare',
            render: ({ id }) =>
              vehicle.can.change ? (
                <Opener title={t('end')}>
                  {(close) => <EndPlan ids={{ vehicleId: vehicle.id, planId: id }} onClose={close} />}
                </Opener>
              ) : null,
          },
        ]}
      />
    </Section>
  )
}

function Records({ vehicle, records, plans }: { vehicle: Vehicle; records: Entry[]; plans: Plan[] }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const add = (title: string, follows: Entry | null) => (
    <Opener title={title}>
      {(close) => <AddRecord vehicleId={vehicle.id} plans={plans} follows={follows} onClose={close} />}
    </Opener>
  )
  return (
    <Section title={t('records')} extra={vehicle.can.change ? add(t('record'), null) : null}>
      {records.length === 0 ? <p className="hq-soft">{t('noRecords')}</p> : null}
      <PlainTable
        label={t('records')}
        rows={records}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'day',
            title: t('day'),
            card: 'title',
            render: ({ onDay, kind }) => (
              <span className="hq-nowrap">
                {format.day(onDay, 'plain')} {localised(recordKinds[kind])}
              </span>
            ),
          },
          {
            key: 'what',
            title: t('what'),
            render: (row) => (
              <span className={row.voidReason ? 'fleet-two fleet-over' : 'fleet-two'}>
                {row.what}
                <small className="hq-faint">
                  {row.voidReason
                    ? t('voided', { why: row.voidReason })
                    : [
                        row.planTitle,
                        row.shop,
                        row.km === null ? null : t('kms', { n: format.number(row.km) }),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                </small>
              </span>
            ),
          },
          {
            key: 'passed',
            title: t('passed'),
            card: 'mark',
            render: ({ passed }) =>
              passed === null ? (
                '—'
              ) : (
                <StateTag tone={passed ? 'good' : 'bad'} title={passed ? t('ok') : t('failed')} />
              ),
          },
          { key: 'cost', title: t('cost'), align: 'right', render: ({ costFen }) => format.money(costFen) },
          {
            key: 'do',
            title: '',
            card: 'bare',
            render: (row) =>
              row.voidReason ? null : (
                <span className="hq-row">
                  <UpkeepCheck vehicleId={vehicle.id} record={row} />
                  {vehicle.can.change && row.open ? add(t('next2'), row) : null}
                  {vehicle.can.change ? (
                    <Opener title={t('void')}>
                      {(close) => (
                        <VoidRecord ids={{ vehicleId: vehicle.id, recordId: row.id }} onClose={close} />
                      )}
                    </Opener>
                  ) : null}
                </span>
              ),
          },
        ]}
      />
    </Section>
  )
}

function VoidRecord({ ids, onClose }: { ids: { vehicleId: string; recordId: string }; onClose: () => void }) {
  const t = useText(messages)
  const write = useWrite(fleet.actions.voidMaintenance, {
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

function EndPlan({ ids, onClose }: { ids: { vehicleId: string; planId: string }; onClose: () => void }) {
  const t = useText(messages)
  const write = useWrite(fleet.actions.endPlan, {
    quiet: true,
    invalidates: stale,
    success: t('saved'),
    onDone: onClose,
  })
  return (
    <ReasonForm
      submit={t('end')}
      problem={write.error}
      busy={write.isPending}
      onSubmit={(reason) => write.mutate({ ...ids, reason })}
      onCancel={onClose}
    />
  )
}
