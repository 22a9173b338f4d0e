import { useEffect, useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useConnection } from './connection.ts'
import { defineMessages, useText } from './messages.ts'

const messages = defineMessages({
  offline: text(
    '没有网络。看到的是最近一次读到的内容，填写的内容不会丢。',
    'No network. You see what was read last; what you type is kept.',
  ),
  reconnecting: text('与服务器的连接断了，正在重连……', 'The connection broke; reconnecting…'),
})

/** A quiet strip while the connection is away; a short break (a lift, a reload of the server) shows nothing. */
export function ConnectionBanner() {
  const t = useText(messages)
  const connection = useConnection()
  const [patience, setPatience] = useState(true)
  useEffect(() => {
    setPatience(true)
    if (connection === 'online') return
    const timer = setTimeout(() => setPatience(false), connection === 'offline' ? 0 : 4000)
    return () => clearTimeout(timer)
  }, [connection])
  return (
    <div role="status" aria-live="polite">
      {connection === 'online' || patience ? null : <div className="hq-connection">{t(connection)}</div>}
    </div>
  )
}
