import { orders } from '#engines/orders/module.ts'
import type { OrderRow } from '#engines/orders/schema.ts'
import { nearFinish, nearRespond, nextPromise } from '#engines/orders/web/order-danger.ts'
import { useOrderWrite } from '#engines/orders/web/use-order-write.ts'
import { pauseReasons } from '#engines/orders/words.ts'
import { text } from '#kernel/contract/text.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { Clock } from '#ui/clock.tsx'
import { placeOf } from './sort-tasks.ts'
import { WaitingMark } from './waiting-mark.tsx'

const messages = defineMessages({
  urgent: text('急', 'Urgent'),
  here: text('同一栋楼', 'Same building'),
  claim: text('抢单', 'Claim'),
  claimed: text('抢到了', 'It is yours'),
  fresh: text('新派', 'New'),
})

/** A task that is not the next: where, what, how long is left; offered ones have their button. */
export function TaskLine({ row, here }: { row: OrderRow; here: boolean }) {
  const t = useText(messages)
  const localised = useLocalised()
  const claim = useOrderWrite(orders.actions.claimOrder, { success: t('claimed') })
  const promise = nextPromise(row)
  return (
    <li className="task-line">
      <LinkTo to={`/tasks/${row.id}`} className="task-open">
        <span className="task-place">
          {row.urgency === 'URGENT' ? <b className="task-urgent">{t('urgent')}</b> : null}
          {placeOf(row)}
        </span>
        <span className="task-title">{row.title}</span>
        <span className="task-facts">
          {row.state === 'PAUSED' && row.pauseReason ? (
            <span>{localised(pauseReasons[row.pauseReason])}</span>
          ) : promise ? (
            <Clock due={promise.at} warnMinutes={promise.of === 'respond' ? nearRespond : nearFinish} />
          ) : null}
          {row.state === 'ASSIGNED' ? <span className="task-fresh">{t('fresh')}</span> : null}
          <WaitingMark orderId={row.id} />
          {here ? <span className="task-here">{t('here')}</span> : null}
        </span>
      </LinkTo>
      {row.can.claim ? (
        <button
          type="button"
          className="task-button task-primary task-claim"
          disabled={claim.isPending}
          onClick={() => claim.mutate({ orderId: row.id })}
        >
          {t('claim')}
        </button>
      ) : null}
    </li>
  )
}
