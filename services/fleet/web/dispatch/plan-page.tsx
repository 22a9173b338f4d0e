import { Button, Progress, Segmented } from 'antd'
import { useEffect, useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { todayInChina, useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useSearch } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { DayInput } from '#ui/day-input.tsx'
import { Empty } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { fleet } from '../../module.ts'
import { PlanView } from './plan-view.tsx'
import { useDispatchWrite } from './use-dispatch-write.ts'
import './dispatch.css'

const messages = defineMessages({
  title: text('排车方案', 'Plan of the day'),
  how: text(
    '由程序求出一天最省的排法，与现有派车对比；可整份采用，也可逐条采用。',
    'The cheapest plan of a day beside the trips as they are; take it whole or row by row.',
  ),
  board: text('派车台', 'Dispatch board'),
  day: text('日期', 'Day'),
  open: text('只排待派', 'What waits only'),
  whole: text('全天重排（对比用）', 'The whole day, to compare'),
  solve: text('求方案', 'Find a plan'),
  solving: text('正在求方案，最多 {n} 秒', 'Looking for a plan, {n} s at most'),
  none: text('这一天还没有方案', 'No plan of this day yet'),
  next: text('点“求方案”，几秒钟就有结果。', 'Choose “Find a plan”; it takes a few seconds.'),
})

/** As long as the solver is given. */
const most = 8

/** The solver's day beside the dispatcher's. */
export default function PlanPage() {
  const t = useText(messages)
  const mayPlan = useSession().allowed('fleet.dispatch')
  const format = useFormat()
  const [search, change] = useSearch()
  const asked = String(search.day ?? '')
  const day = /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : todayInChina()
  const [scope, setScope] = useState<'OPEN' | 'WHOLE'>('OPEN')
  const plans = useRead(fleet.actions.listDayPlans, { day })
  const solve = useDispatchWrite(fleet.actions.planDay, {
    onDone: ({ id }) => change({ plan: id }),
  })
  const known = plans.data?.items ?? []
  const chosen = known.find(({ id }) => id === search.plan)?.id ?? known[0]?.id ?? null
  return (
    <Page
      title={t('title')}
      subtitle={t('how')}
      width="wide"
      trail={[{ title: t('board'), to: `/fleet/dispatch?day=${day}` }]}
    >
      <div className="hq-row dispatch-bar">
        <span className="dispatch-day">
          <DayInput
            value={day}
            label={t('day')}
            onChange={(value) => change({ day: value ?? undefined, plan: undefined })}
          />
        </span>
        <Segmented
          value={scope}
          options={[
            { value: 'OPEN', label: t('open') },
            { value: 'WHOLE', label: t('whole') },
          ]}
          onChange={setScope}
        />
        {mayPlan ? (
          <Button
            type="primary"
            loading={solve.isPending}
            onClick={() => solve.mutate({ day, scope, seconds: most })}
          >
            {t('solve')}
          </Button>
        ) : null}
        {known.length > 1 ? (
          <Segmented
            value={chosen ?? ''}
            options={known.slice(0, 5).map(({ id, askedAt, scope: kind }) => ({
              value: id,
              label: `${format.time(askedAt)} ${t(kind === 'OPEN' ? 'open' : 'whole')}`,
            }))}
            onChange={(value) => change({ plan: value })}
          />
        ) : null}
      </div>
      {solve.isPending ? <Elapsed /> : null}
      {plans.isPending ? <Loading /> : null}
      {plans.error ? <Problem error={plans.error} /> : null}
      {plans.data && !chosen && !solve.isPending ? (
        <Empty title={t('none')} next={t('next')} icon="figures" />
      ) : null}
      {chosen ? <PlanView planId={chosen} /> : null}
    </Page>
  )
}

/** How much of the time given has passed; the solver ends sooner when it has proven its plan. */
function Elapsed() {
  const t = useText(messages)
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const began = Date.now()
    const timer = setInterval(() => setSeconds((Date.now() - began) / 1000), 200)
    return () => clearInterval(timer)
  }, [])
  return (
    <div role="status">
      <p>{t('solving', { n: most + 2 })}</p>
      <Progress percent={Math.min(99, Math.round((seconds / (most + 2)) * 100))} showInfo={false} />
    </div>
  )
}
