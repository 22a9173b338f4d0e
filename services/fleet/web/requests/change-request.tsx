import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { problemOf } from '#kernel/web/problem-of.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ChoiceTiles } from '#ui/choice-tiles.tsx'
import { Problem } from '#ui/problem.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { requestActions } from '../../actions/request-actions.ts'
import type { RequestDetail } from '../../request-schema.ts'
import { type Luggage, luggages } from '../../words.ts'
import { RideToggle } from './ride-toggle.tsx'

const messages = defineMessages({
  title: text('改电话、行李、拼车', 'Change phone, luggage, sharing'),
  phone: text('驾驶员联系谁', 'Whom the driver rings'),
  luggage: text('行李', 'Luggage'),
  pool: text('可以和同路的人拼车', 'May share with others going the same way'),
  save: text('保存修改', 'Save'),
  saved: text('已修改，驾驶员和调度会看到', 'Changed; driver and desk see it'),
  withdraw: text(
    '时间、地点、人数要重新审批：请撤回后补好再提交。',
    'Time, place and number of passengers are approved anew: withdraw it and hand it in again.',
  ),
  cancel: text(
    '时间、地点、人数要重新审批：请取消用车，再申请一次。',
    'Time, place and number of passengers are approved anew: cancel the ride and ask again.',
  ),
  again: text('看现在的内容', 'See it as it is now'),
})

interface ChangeRequestProps {
  request: RequestDetail
  onClose: () => void
}

/** What may change without asking anybody again; what somebody else changed meanwhile is shown, never overwritten. */
export function ChangeRequest({ request, onClose }: ChangeRequestProps) {
  const t = useText(messages)
  const id = useId()
  // What is typed belongs to the version it was begun from, whatever comes in while the panel is open.
  const [begun, setBegun] = useState(request)
  const [phone, setPhone] = useState(request.contactPhone ?? '')
  const [luggage, setLuggage] = useState<Luggage>(request.luggage)
  const [mayPool, setMayPool] = useState(request.mayPool)
  const save = useWrite(requestActions.changeRequest, {
    quiet: true,
    success: t('saved'),
    invalidates: ['/fleet'],
    onDone: onClose,
  })
  // A masked number is not the actor's to see, and is not sent back as if it were one.
  const masked = phone.includes('*')
  const meanwhile = save.error !== null && problemOf(save.error).code === 'fleet.changed_meanwhile'
  const beginAnew = () => {
    save.reset()
    setBegun(request)
    setPhone(request.contactPhone ?? '')
    setLuggage(request.luggage)
    setMayPool(request.mayPool)
  }
  const send = () =>
    save.mutate({
      requestId: begun.id,
      version: begun.version,
      luggage,
      mayPool,
      ...(masked ? {} : { contactPhone: phone.trim() }),
    })
  return (
    <SidePanel
      open
      title={t('title')}
      onClose={onClose}
      footer={
        <Button type="primary" size="large" block loading={save.isPending} onClick={send}>
          {t('save')}
        </Button>
      }
    >
      <div className="hq-stack">
        <label className="ride-pick" htmlFor={`${id}-phone`}>
          <span>{t('phone')}</span>
          <Input
            id={`${id}-phone`}
            size="large"
            type="tel"
            maxLength={40}
            value={phone}
            onChange={({ target }) => setPhone(target.value)}
          />
        </label>
        <ChoiceTiles
          label={t('luggage')}
          value={luggage}
          onChange={(value) => setLuggage(value as Luggage)}
          options={Object.entries(luggages).map(([key, title]) => ({ value: key, title }))}
        />
        <RideToggle words={t('pool')} on={mayPool} onChange={setMayPool} />
        {save.error ? <Problem error={save.error} /> : null}
        {meanwhile ? <Button onClick={beginAnew}>{t('again')}</Button> : null}
        <p className="hq-soft">{t(request.can.withdraw ? 'withdraw' : 'cancel')}</p>
      </div>
    </SidePanel>
  )
}
