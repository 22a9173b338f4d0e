import { Button } from 'antd'
import { addressOf } from '#kernel/contract/client.ts'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Section } from '#ui/section.tsx'
import { meetings } from '../../module.ts'

const messages = defineMessages({
  title: text('会议通知', 'Invitations'),
  note: text(
    '名单上有 {known} 人在通讯录，其中 {withMail} 人填了邮箱，会收到日历邀请；改期或取消会自动再通知。',
    '{known} on the list are in the directory; the {withMail} with a mail address get it into their calendars. Moves and the end are told by themselves.',
  ),
  send: text('发通知', 'Send'),
  again: text('再发一次', 'Send again'),
  sent: text('{by} 于 {at} 发出', 'Sent by {by}, {at}'),
  done: text('已通知', 'Told'),
  file: text('下载日历文件（.ics）', 'Calendar file (.ics)'),
})

/** Invites the people on the list into their calendars; the others get the file by other ways. */
export function InviteCard({ meetingId }: { meetingId: string }) {
  const t = useText(messages)
  const format = useFormat()
  const read = useRead(meetings.actions.readInvitations, { meetingId })
  const send = useWrite(meetings.actions.sendInvitations, {
    invalidates: ['/meetings'],
    success: t('done'),
  })
  if (!read.data) return null
  const { sentAt, sentBy, known, withMail, can } = read.data
  return (
    <Section
      title={t('title')}
      extra={
        <a href={addressOf(meetings.actions.downloadInvitation, { meetingId })} download>
          {t('file')}
        </a>
      }
    >
      <p className="hq-faint">{t('note', { known, withMail })}</p>
      <span className="hq-row">
        <Button disabled={!can.send} loading={send.isPending} onClick={() => send.mutate({ meetingId })}>
          {t(sentAt ? 'again' : 'send')}
        </Button>
        {sentAt ? (
          <span className="hq-soft">{t('sent', { by: sentBy ?? '', at: format.when(sentAt) })}</span>
        ) : null}
      </span>
    </Section>
  )
}
