import { useEffect, useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '../messages.ts'
import { countWaiting } from './outbox.ts'

const messages = defineMessages({
  waiting: text(
    '这台手机上有 {n} 项还没上传。用原来的账号登录后会自动上传，不会丢。',
    '{n} {n|entry|entries} on this device not sent yet. Sign in with the account that made them and they go up by themselves.',
  ),
})

/** At the door: that something waits, not what and not whose. */
export function WaitingAtDoor() {
  const t = useText(messages)
  const [waiting, setWaiting] = useState(0)
  useEffect(() => {
    void countWaiting().then(setWaiting)
  }, [])
  return waiting > 0 ? (
    <p className="hq-connection" role="status">
      {t('waiting', { n: waiting })}
    </p>
  ) : null
}
