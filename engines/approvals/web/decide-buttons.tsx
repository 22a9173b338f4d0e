import { Button } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { usePhone } from '#ui/use-phone.ts'
import { decideActions } from '../actions-decide.ts'
import { answers } from '../words.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { useApprovalWrite } from './use-approval-write.ts'

const messages = defineMessages({
  done: text('已记录', 'Recorded'),
  refuse: text('不同意“{label}”？', 'Refuse “{label}”?'),
  refuseNote: text(
    '申请人马上收到通知和原因；这份申请就此办结，不能更改。',
    'The requester is told at once, with the reason. It ends here and cannot be changed.',
  ),
  back: text('退回“{label}”补充？', 'Return “{label}” for completion?'),
  backNote: text(
    '请写清要补充什么；申请人补充后会重新走审批。',
    'Say what is missing; once completed it is decided anew.',
  ),
})

interface DecideButtonsProps {
  approval: { id: string; label: string }
  onDone?: () => void
}

/** 同意 in one tap; 不同意 and 退回 ask why. Large and at the thumb on a phone. */
export function DecideButtons({ approval, onDone }: DecideButtonsProps) {
  const t = useText(messages)
  const say = useLocalised()
  const phone = usePhone()
  const [asking, setAsking] = useState<'REFUSE' | 'RETURN'>()
  const finish = () => {
    setAsking(undefined)
    onDone?.()
  }
  const approve = useApprovalWrite(decideActions.decide, { success: t('done'), onDone: finish })
  const refuse = useApprovalWrite(decideActions.decide, { success: t('done'), quiet: true, onDone: finish })
  const size = phone ? 'large' : 'middle'
  const { id: approvalId, label } = approval
  return (
    <div className="approval-buttons">
      <Button
        type="primary"
        size={size}
        loading={approve.isPending}
        onClick={() => approve.mutate({ approvalId, answer: 'APPROVE' })}
      >
        {say(answers.APPROVE)}
      </Button>
      <Button size={size} danger onClick={() => setAsking('REFUSE')}>
        {say(answers.REFUSE)}
      </Button>
      <Button size={size} type="text" className="approval-return" onClick={() => setAsking('RETURN')}>
        {say(answers.RETURN)}
      </Button>
      {asking ? (
        <ReasonDialog
          title={t(asking === 'REFUSE' ? 'refuse' : 'back', { label })}
          note={t(asking === 'REFUSE' ? 'refuseNote' : 'backNote')}
          yes={say(answers[asking])}
          danger={asking === 'REFUSE'}
          busy={refuse.isPending}
          error={refuse.error}
          onYes={(reason) => refuse.mutate({ approvalId, answer: asking, reason })}
          onClose={() => setAsking(undefined)}
        />
      ) : null}
    </div>
  )
}
