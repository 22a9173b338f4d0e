import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Loading } from '#ui/loading.tsx'
import { PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { fleet } from '../../module.ts'
import type { DayPlan } from './board-types.ts'
import { PlanRows } from './plan-rows.tsx'

const messages = defineMessages({
  compare: text('对比', 'Side by side'),
  what: text('项目', 'What'),
  own: text('现有派车', 'As dispatched'),
  planned: text('方案', 'The plan'),
  better: text('差', 'Difference'),
  served: text('派到车的申请', 'Requests served'),
  unserved: text('没有派到车', 'Without a vehicle'),
  vehicles: text('用车数', 'Vehicles'),
  km: text('总里程', 'Kilometres'),
  emptyKm: text('其中空驶', 'Of them empty'),
  hours: text('占用时间', 'Hours held'),
  kilometres: text('{n} 公里', '{n} km'),
  hoursOf: text('{n} 小时', '{n} h'),
  cars: text('{n} 辆', '{n}'),
  requests: text('{n} 件', '{n}'),
  proven: text(
    '求解 {seconds} 秒；已证明离最优不超过 {gap}%（目标 {objective}，下界 {bound}）。',
    '{seconds} s; proven to be within {gap}% of the best (objective {objective}, bound {bound}).',
  ),
  size: text(
    '{requests} 件申请并成 {jobs} 趟，{vehicles} 辆车归为 {groups} 类，{arcs} 条可能的衔接。',
    '{requests} requests in {jobs} jobs, {vehicles} vehicles of {groups} kinds, {arcs} possible links.',
  ),
  empty: text('没有要排的申请，或者没有空闲的车和人。', 'Nothing to plan, or nobody free to drive.'),
  left: text('没有派到车的申请', 'Requests without a vehicle'),
})

/** A plan: how it compares, how good it is proven to be, and its rows to take. */
export function PlanView({ planId }: { planId: string }) {
  const read = useRead(fleet.actions.readDayPlan, { planId })
  if (read.isPending) return <Loading />
  if (read.error) return <Problem error={read.error} />
  return <Plan key={planId} plan={read.data} />
}

function Plan({ plan }: { plan: DayPlan }) {
  const t = useText(messages)
  const { size } = plan
  return (
    <div className="hq-stack">
      <Comparison plan={plan} />
      <p className="hq-soft">
        {plan.outcome === 'EMPTY'
          ? t('empty')
          : `${t('proven', {
              seconds: plan.seconds,
              gap: plan.gap ?? 0,
              objective: plan.objective ?? 0,
              bound: plan.bound ?? 0,
            })}${t('size', {
              requests: size.requests ?? 0,
              jobs: size.jobs ?? 0,
              vehicles: size.vehicles ?? 0,
              groups: size.groups ?? 0,
              arcs: size.arcs ?? 0,
            })}`}
      </p>
      {plan.rows.length > 0 ? <PlanRows plan={plan} /> : null}
      {plan.unserved.length > 0 ? (
        <Section title={t('left')}>
          <ul className="dispatch-plain">
            {plan.unserved.map(({ id, number, way }) => (
              <li key={id}>
                {number} {way}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </div>
  )
}

function Comparison({ plan: { own, planned } }: { plan: DayPlan }) {
  const t = useText(messages)
  const format = useFormat()
  const lines = (
    [
      ['served', 'requests'],
      ['unserved', 'requests'],
      ['vehicles', 'cars'],
      ['km', 'kilometres'],
      ['emptyKm', 'kilometres'],
      ['hours', 'hoursOf'],
    ] as const
  ).map(([key, unit]) => ({ key, unit, own: own[key], planned: planned[key] }))
  const signed = (n: number) => (n > 0 ? `+${format.number(n)}` : format.number(n))
  return (
    <Section title={t('compare')}>
      <PlainTable
        label={t('compare')}
        rows={lines}
        rowKey={({ key }) => key}
        columns={[
          { key: 'what', title: t('what'), card: 'title', render: ({ key }) => t(key) },
          {
            key: 'own',
            title: t('own'),
            align: 'right',
            render: (line) => t(line.unit, { n: format.number(line.own) }),
          },
          {
            key: 'planned',
            title: t('planned'),
            align: 'right',
            render: (line) => t(line.unit, { n: format.number(line.planned) }),
          },
          {
            key: 'better',
            title: t('better'),
            align: 'right',
            render: (line) => signed(Math.round((line.planned - line.own) * 10) / 10),
          },
        ]}
      />
    </Section>
  )
}
