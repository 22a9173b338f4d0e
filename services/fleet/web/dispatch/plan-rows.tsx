import { Alert, Button } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { PlainTable } from '#ui/plain-table.tsx'
import { Section } from '#ui/section.tsx'
import { fleet } from '../../module.ts'
import type { DayPlan } from './board-types.ts'
import { useDispatchWrite } from './use-dispatch-write.ts'

const messages = defineMessages({
  rows: text('方案明细', 'The plan, row by row'),
  when: text('时间', 'When'),
  vehicle: text('车辆', 'Vehicle'),
  driver: text('驾驶员', 'Driver'),
  way: text('行程', 'Way'),
  length: text('里程', 'Kilometres'),
  take: text('采用', 'Take it'),
  takeAll: text('全部采用', 'Take all'),
  taken: text('已派 {number}', 'Assigned {number}'),
  changed: text(
    '有申请已取消、改乘或拆到别的车，这一条不再适用。',
    'Some of it was cancelled, diverted or put elsewhere; this row no longer holds.',
  ),
  kilometres: text('{n} 公里', '{n} km'),
})

/** The rows of a plan: those still open to take, those that have a vehicle by now, and those overtaken by events. */
export function PlanRows({ plan }: { plan: DayPlan }) {
  const t = useText(messages)
  const format = useFormat()
  // Which rows are taken stands in the database; only why one was refused just now is this page's own.
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string | null>>(new Map())
  const accept = useDispatchWrite(fleet.actions.acceptDayPlan, {
    onDone: ({ items }) =>
      setRefusals(
        (before) => new Map([...before, ...items.map(({ key, refused }) => [key, refused] as const)]),
      ),
  })
  const open = plan.rows.filter(({ state }) => state === 'OPEN')
  return (
    <Section
      title={t('rows')}
      extra={
        plan.mayAccept && open.length > 0 ? (
          <Button
            type="primary"
            loading={accept.isPending}
            onClick={() => accept.mutate({ planId: plan.id, keys: open.map(({ key }) => key) })}
          >
            {t('takeAll')}
          </Button>
        ) : null
      }
    >
      <PlainTable
        label={t('rows')}
        rows={[...plan.rows].sort((a, b) => (a.from < b.from ? -1 : 1))}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'when',
            title: t('when'),
            card: 'title',
            render: ({ from, to }) => `${format.time(from)}–${format.time(to)}`,
          },
          { key: 'vehicle', title: t('vehicle'), render: ({ plate }) => plate },
          { key: 'driver', title: t('driver'), render: ({ driverName }) => driverName },
          {
            key: 'way',
            title: t('way'),
            render: ({ requests }) => requests.map(({ number, way }) => `${number} ${way}`).join('；'),
          },
          {
            key: 'length',
            title: t('length'),
            align: 'right',
            render: ({ km }) => t('kilometres', { n: format.number(km) }),
          },
          {
            key: 'take',
            title: '',
            card: 'bare',
            render: ({ key, state, trips }) => (
              <span className="hq-stack hq-stack-tight" data-row-state={state}>
                {trips.map(({ id, number }) => (
                  <LinkTo key={id} to={`/fleet/dispatch/${id}`}>
                    {t('taken', { number })}
                  </LinkTo>
                ))}
                {state === 'CHANGED' ? <span className="hq-soft">{t('changed')}</span> : null}
                {refusals.get(key) && state !== 'ASSIGNED' ? (
                  <Alert type="warning" title={refusals.get(key)} />
                ) : null}
                {plan.mayAccept && state === 'OPEN' ? (
                  <Button
                    size="small"
                    disabled={accept.isPending}
                    onClick={() => accept.mutate({ planId: plan.id, keys: [key] })}
                  >
                    {t('take')}
                  </Button>
                ) : null}
              </span>
            ),
          },
        ]}
      />
    </Section>
  )
}
