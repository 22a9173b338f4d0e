import { PhoneFilled } from '@ant-design/icons'
import type { OrderRow } from '#engines/orders/schema.ts'
import { orderStates } from '#engines/orders/states.ts'
import { nearFinish, nearRespond, nextPromise } from '#engines/orders/web/order-danger.ts'
import { text } from '#kernel/contract/text.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { Clock } from '#ui/clock.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { prepareLists } from '../../prepare-list.ts'
import { TaskSteps } from './task-steps.tsx'
import { useTask } from './use-task.ts'
import { WaitingMark } from './waiting-mark.tsx'

const messages = defineMessages({
  now: text('现在做这一单', 'Do this one now'),
  urgent: text('急', 'Urgent'),
  call: text('打给{name}', 'Call {name}'),
  who: text('报修人 {name}', 'Reported by {name}'),
  bring: text('带上', 'Bring'),
  open: text('看照片、清单', 'Photos, checklist'),
  respond: text('响应', 'to answer'),
  repeat: text('30天内第二次报修，请查根源', 'Second time in 30 days: look for the cause'),
})

/** The next task, large: where, what, whom to call, how long is left, what to bring, and the one button. */
export function NextTask({ row }: { row: OrderRow }) {
  const t = useText(messages)
  const localised = useLocalised()
  const { repair } = useTask(row.id)
  const bring = repair
    ? prepareLists[repair.kind].filter(({ code }) => code !== 'call').map(({ title }) => localised(title))
    : []
  const promise = nextPromise(row)
  const phone = repair?.requesterPhone
  return (
    <section className="next-task" aria-label={t('now')}>
      <div className="next-head">
        <StateTag machine={orderStates} state={row.state} />
        {row.urgency === 'URGENT' ? <b className="task-urgent">{t('urgent')}</b> : null}
        <WaitingMark orderId={row.id} />
        {promise ? (
          <span className="next-clock">
            <Clock due={promise.at} warnMinutes={promise.of === 'respond' ? nearRespond : nearFinish} />
            {promise.of === 'respond' ? <small>{t('respond')}</small> : null}
          </span>
        ) : null}
      </div>
      <LinkTo to={`/tasks/${row.id}`} className="next-where">
        <strong className="next-site">{row.site.name}</strong>
        <span className="next-room">{[row.room?.name, row.placeText].filter(Boolean).join(' · ')}</span>
        <span className="next-what">{row.title}</span>
      </LinkTo>
      {repair?.repeatOf ? <p className="task-repeat">{t('repeat')}</p> : null}
      {bring.length > 0 ? (
        <p className="next-bring">
          <b>{t('bring')}</b>
          {bring.join('；')}
        </p>
      ) : null}
      {phone ? (
        <a className="task-button task-call" href={`tel:${phone}`}>
          <PhoneFilled />
          {t('call', { name: row.requesterName })}
          <span className="hq-nowrap">{phone}</span>
        </a>
      ) : (
        <p className="hq-soft">{t('who', { name: row.requesterName })}</p>
      )}
      <TaskSteps row={row} openTo={`/tasks/${row.id}`} />
      {row.can.finish ? null : (
        <LinkTo to={`/tasks/${row.id}`} className="task-more">
          {t('open')}
        </LinkTo>
      )}
    </section>
  )
}
