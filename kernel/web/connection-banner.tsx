import { useEffect, useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useConnection } from './connection.ts'
import { useFormat } from './format.ts'
import { LinkTo } from './link-to.tsx'
import { defineMessages, useText } from './messages.ts'
import { useHeardAt } from './offline/keep-answers.ts'
import { useWaiting } from './offline/outbox.ts'

const messages = defineMessages({
  offline: text(
    '没有网络。看到的是最近一次读到的内容，填写的内容不会丢。',
    'No network. You see what was read last; what you type is kept.',
  ),
  reconnecting: text('与服务器的连接断了，正在重连……', 'The connection broke; reconnecting…'),
  since: text('离线 · 数据截至 {time}', 'Offline · as of {time}'),
  waiting: text('待上传 {n}', '{n} to send'),
  refused: text('{n} 项没有送达，点这里处理', '{n} not delivered: tap to settle'),
})

/** A quiet strip while the connection is away; a short break (a lift, a reload of the server) shows nothing. */
export function ConnectionBanner() {
  const t = useText(messages)
  const format = useFormat()
  const connection = useConnection()
  const heardAt = useHeardAt()
  const { waiting, refused, page } = useWaiting()
  const away = useAfter(connection !== 'online', connection === 'offline' ? 0 : 4000)
  const slow = useAfter(waiting > 0, 3000)
  const words = [
    away && heardAt !== null ? t('since', { time: format.time(heardAt) }) : null,
    away && heardAt === null ? t(connection === 'offline' ? 'offline' : 'reconnecting') : null,
    waiting > 0 && (away || slow) ? t('waiting', { n: waiting }) : null,
  ].filter((one) => one !== null)
  return (
    <div role="status" aria-live="polite">
      {words.length > 0 ? (
        <div className="hq-connection">
          {page && waiting > 0 ? <LinkTo to={page}>{words.join(' · ')}</LinkTo> : words.join(' · ')}
        </div>
      ) : null}
      {refused > 0 && page ? (
        <div className="hq-connection hq-refused">
          <LinkTo to={page}>{t('refused', { n: refused })}</LinkTo>
        </div>
      ) : null}
    </div>
  )
}

/** Whether something has been so for a while, in milliseconds. */
function useAfter(so: boolean, ms: number): boolean {
  const [long, setLong] = useState(false)
  useEffect(() => {
    setLong(so && ms === 0)
    if (!so || ms === 0) return
    const timer = setTimeout(() => setLong(true), ms)
    return () => clearTimeout(timer)
  }, [so, ms])
  return so && long
}
