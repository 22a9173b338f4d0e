import { Alert } from 'antd'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { backup } from '../module.ts'
import { messages } from './messages.ts'

/** What is wrong with the backups, on the administrator's first screen; nothing when all is well. */
export default function AlarmCard() {
  const t = useText(messages)
  const { data } = useRead(backup.actions.readAlarms, {}, { refetchEvery: 300_000 })
  if (!data || data.alarms.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={data.alarms.map((alarm) => t(`alarm.${alarm}`)).join(' ')}
      action={<LinkTo to="/backup">{t('open')}</LinkTo>}
    />
  )
}
