import { Button, Modal } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useGo } from '#kernel/web/navigate.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Problem } from '#ui/problem.tsx'
import { requestActions } from '../../actions/request-actions.ts'
import type { RequestDetail } from '../../request-schema.ts'
import { AskReason } from './ask-reason.tsx'
import { ChangeRequest } from './change-request.tsx'
import { draftOf } from './complete-request-page.tsx'
import { OfferCards, type OfferChosen } from './offer-cards.tsx'

const messages = defineMessages({
  complete: text('补充后重新提交', 'Complete and send again'),
  remind: text('催办', 'Remind'),
  reminded: text('已提醒', 'Reminded'),
  remindedBefore: text('已催办 {n} 次', 'Reminded {n} {n|time|times}'),
  withdraw: text('撤回', 'Withdraw'),
  cancel: text('取消用车', 'Cancel the ride'),
  change: text('改电话、行李、拼车', 'Change phone, luggage, sharing'),
  divert: text('换种方式去', 'Go another way'),
  repeat: text('再来一次', 'Once more'),
  close: text('关闭', 'Close'),
  withdrawWhy: text('为什么撤回？', 'Why withdraw it?'),
  cancelWhy: text('为什么取消？', 'Why cancel it?'),
  cancelNote: text(
    '座位让给别人，驾驶员和调度会收到通知。',
    'The seat is free for others; driver and desk are told.',
  ),
  noOther: text('没有同路的班车和车辆时，这里是空的。', 'Empty where no shuttle and nobody goes this way.'),
})

const reasons = [
  text('会议或活动取消', 'The event was cancelled'),
  text('时间改了', 'Another time'),
  text('不用车了', 'No vehicle needed'),
]

const stale = ['/fleet', '/approvals']

/** What its requester may do now; the server's `can` decides. */
export function RequestSteps({ request }: { request: RequestDetail }) {
  const t = useText(messages)
  const go = useGo()
  const [dialog, setDialog] = useState<'change' | 'withdraw' | 'cancel' | 'divert' | null>(null)
  const remind = useWrite(requestActions.remindRequest, { success: t('reminded'), invalidates: stale })
  const { can, id: requestId } = request
  const close = () => setDialog(null)
  return (
    <div className="hq-buttons">
      {can.resubmit ? (
        <Button type="primary" onClick={() => go(`/fleet/requests/${requestId}/completion`)}>
          {t('complete')}
        </Button>
      ) : null}
      {can.remind ? (
        <Button loading={remind.isPending} onClick={() => remind.mutate({ requestId })}>
          {t('remind')}
        </Button>
      ) : null}
      {can.change ? <Button onClick={() => setDialog('change')}>{t('change')}</Button> : null}
      {can.divert ? <Button onClick={() => setDialog('divert')}>{t('divert')}</Button> : null}
      {can.repeat ? (
        <Button onClick={() => go(`/fleet/requests/new?repeat=${requestId}`)}>{t('repeat')}</Button>
      ) : null}
      {can.withdraw ? <Button onClick={() => setDialog('withdraw')}>{t('withdraw')}</Button> : null}
      {can.cancel ? (
        <Button danger onClick={() => setDialog('cancel')}>
          {t('cancel')}
        </Button>
      ) : null}
      {request.reminders.length > 0 ? (
        <span className="hq-soft">{t('remindedBefore', { n: request.reminders.length })}</span>
      ) : null}
      {dialog === 'change' ? <ChangeRequest request={request} onClose={close} /> : null}
      {dialog === 'withdraw' ? <Withdraw requestId={requestId} onClose={close} /> : null}
      {dialog === 'cancel' ? <Cancel requestId={requestId} onClose={close} /> : null}
      {dialog === 'divert' ? <Divert request={request} onClose={close} /> : null}
    </div>
  )
}

interface DialogProps {
  requestId: string
  onClose: () => void
}

function Withdraw({ requestId, onClose }: DialogProps) {
  const t = useText(messages)
  const withdraw = useWrite(requestActions.withdrawRequest, {
    quiet: true,
    invalidates: stale,
    onDone: onClose,
  })
  return (
    <AskReason
      title={t('withdrawWhy')}
      usual={reasons}
      yes={t('withdraw')}
      busy={withdraw.isPending}
      error={withdraw.error}
      onSubmit={(reason) => withdraw.mutate({ requestId, reason })}
      onClose={onClose}
    />
  )
}

function Cancel({ requestId, onClose }: DialogProps) {
  const t = useText(messages)
  const cancel = useWrite(requestActions.cancelRequest, {
    quiet: true,
    invalidates: stale,
    onDone: onClose,
  })
  return (
    <AskReason
      title={t('cancelWhy')}
      note={t('cancelNote')}
      usual={reasons}
      yes={t('cancel')}
      busy={cancel.isPending}
      error={cancel.error}
      onSubmit={(reason) => cancel.mutate({ requestId, reason })}
      onClose={onClose}
    />
  )
}

/** Shuttle, sharing or taxi for a request that stands already. */
function Divert({ request, onClose }: { request: RequestDetail; onClose: () => void }) {
  const t = useText(messages)
  const [draft] = useState(() => draftOf(request))
  const done = { quiet: true, invalidates: stale, onDone: onClose }
  const divert = useWrite(requestActions.divertRequest, done)
  const pool = useWrite(requestActions.askPool, done)
  const choose = ({ instead, poolWith }: OfferChosen) => {
    if (instead) divert.mutate({ requestId: request.id, instead })
    else if (poolWith) pool.mutate({ requestId: request.id, withRequestId: poolWith })
  }
  return (
    <Modal
      open
      title={t('divert')}
      footer={<Button onClick={onClose}>{t('close')}</Button>}
      onCancel={onClose}
    >
      <div className="hq-stack hq-stack-tight">
        <OfferCards
          draft={draft}
          except={request.id}
          busy={divert.isPending || pool.isPending}
          pools={request.can.askPool === true}
          onChoose={choose}
        />
        {(divert.error ?? pool.error) ? <Problem error={divert.error ?? pool.error} /> : null}
        <p className="hq-faint">{t('noOther')}</p>
      </div>
    </Modal>
  )
}
