import { PhoneFilled } from '@ant-design/icons'
import { useMemo, useState } from 'react'
import { orderStates } from '#engines/orders/states.ts'
import { nearFinish, nearRespond, nextPromise } from '#engines/orders/web/order-danger.ts'
import { pauseReasons } from '#engines/orders/words.ts'
import { ChecklistCard } from '#engines/standards/web/checklist/checklist-card.tsx'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useDeeds } from '#kernel/web/offline/outbox.ts'
import { Clock } from '#ui/clock.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import type { RepairDetail } from '../../schema.ts'
import { FinishSheet } from './finish-sheet.tsx'
import { PartsCard } from './parts-card.tsx'
import { PhotosOf } from './photos-card.tsx'
import { PrepareCard } from './prepare-card.tsx'
import { TaskSteps } from './task-steps.tsx'
import { UnsentOrder } from './unsent-order.tsx'
import { useRepairChecklist } from './use-repair-checklist.ts'
import { useTask } from './use-task.ts'
import { WaitingMark } from './waiting-mark.tsx'
import './worker.css'

const messages = defineMessages({
  task: text('工单', 'Task'),
  today: text('今天', 'Today'),
  urgent: text('急', 'Urgent'),
  call: text('打给{name}', 'Call {name}'),
  who: text('报修人 {name}', 'Reported by {name}'),
  promised: text('承诺 {when}', 'Promised {when}'),
  photos: text('照片', 'Photos'),
  repeats: text('30天内同样的故障', 'The same fault within 30 days'),
  all: text('看全部经过', 'See the whole story'),
})

/** One task on a phone, from accepting to finishing; what is known is never asked. */
export default function TaskPage() {
  const t = useText(messages)
  const orderId = useParam('orderId')
  const { read, repair } = useTask(orderId)
  return (
    <Page
      title={repair ? repair.site.name : t('task')}
      subtitle={repair ? [repair.room?.name, repair.placeText].filter(Boolean).join(' · ') : undefined}
      trail={[{ title: t('today'), to: '/tasks' }]}
      width="text"
    >
      {read.isPending ? <Loading /> : null}
      {read.error && !repair ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {repair ? <Task repair={repair} /> : null}
    </Page>
  )
}

function Task({ repair }: { repair: RepairDetail }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const [finishing, setFinishing] = useState(false)
  const lines = useMemo(() => repair.checklist.lines, [repair.checklist.lines])
  const list = useRepairChecklist(repair.id, lines)
  const promise = nextPromise(repair)
  const undelivered = useDeeds().some(({ subject, refusal }) => subject === repair.id && refusal)
  const { can } = repair
  const reported = repair.photos.length > 0
  return (
    <div className="task">
      {undelivered ? <UnsentOrder orderId={repair.id} /> : null}
      <section className="task-head">
        <div className="next-head">
          <StateTag machine={orderStates} state={repair.state} />
          {repair.urgency === 'URGENT' ? <b className="task-urgent">{t('urgent')}</b> : null}
          <WaitingMark orderId={repair.id} />
          {promise ? (
            <span className="next-clock">
              <Clock
                due={promise.at}
                paused={repair.state === 'PAUSED'}
                warnMinutes={promise.of === 'respond' ? nearRespond : nearFinish}
              />
            </span>
          ) : null}
        </div>
        <p className="task-what">{repair.title}</p>
        {repair.description && repair.description !== repair.title ? (
          <p className="task-said">{repair.description}</p>
        ) : null}
        {repair.pauseReason ? <p className="hq-soft">{localised(pauseReasons[repair.pauseReason])}</p> : null}
        {repair.requesterPhone ? (
          <a className="task-button task-call" href={`tel:${repair.requesterPhone}`}>
            <PhoneFilled />
            {t('call', { name: repair.requesterName })}
            <span className="hq-nowrap">{repair.requesterPhone}</span>
          </a>
        ) : (
          <p className="hq-soft">{t('who', { name: repair.requesterName })}</p>
        )}
        <p className="hq-faint">
          {repair.number}
          {repair.finishDueAt ? ` · ${t('promised', { when: format.when(repair.finishDueAt) })}` : ''}
        </p>
      </section>
      {repair.repeats.length > 0 ? (
        <Section title={t('repeats')}>
          <ul className="hq-stack hq-stack-tight">
            {repair.repeats.map((one) => (
              <li key={one.id}>
                <LinkTo to={`/orders/${one.id}`}>{one.title}</LinkTo>
                <small className="hq-faint">
                  {' '}
                  {format.day(one.createdAt, 'short')} {one.workerName}
                </small>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {['ASSIGNED', 'TAKEN'].includes(repair.state) ? (
        <PrepareCard repair={repair} open={repair.can.prepare === true} />
      ) : null}
      {reported || can.addPhotos ? (
        <Section title={t('photos')}>
          <PhotosOf repair={repair} stage="BEFORE" open={can.addPhotos === true} />
          {repair.state === 'FINISHED' ? <PhotosOf repair={repair} stage="AFTER" open={false} /> : null}
        </Section>
      ) : null}
      {can.checklist || repair.checklist.score ? (
        <ChecklistCard lines={lines} list={list} open={can.checklist === true} />
      ) : null}
      {can.addPart ? <PartsCard repair={repair} /> : null}
      <LinkTo to={`/orders/${repair.id}`} className="task-more">
        {t('all')}
      </LinkTo>
      <div className="task-thumb">
        <TaskSteps row={repair} onFinish={() => setFinishing(true)} />
      </div>
      <FinishSheet repair={repair} list={list} open={finishing} onClose={() => setFinishing(false)} />
    </div>
  )
}
