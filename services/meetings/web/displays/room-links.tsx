import { Button } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { Section } from '#ui/section.tsx'
import { type LinkKind, linkKinds } from '../../display-words.ts'
import { meetings } from '../../module.ts'

const messages = defineMessages({
  title: text('门口屏和日历订阅', 'Door screen and calendar'),
  note: text(
    '地址是保密的：谁有谁能看（不公开的会议只显示占用）。屏上可以签到、现场预订。外泄时换新或停用。',
    'These addresses are secret: whoever has one sees it (private meetings only as taken). On the screen people can check in and book on the spot. Renew or revoke them when they leak.',
  ),
  none: text('还没有', 'None yet'),
  make: text('生成', 'Make'),
  open: text('打开', 'Open'),
  renew: text('换新', 'Renew'),
  renewAsk: text('换新后旧地址立即失效。', 'The address in use stops at once.'),
  revoke: text('停用', 'Revoke'),
  revokeAsk: text('停用后旧地址不再显示任何内容。', 'The address will show nothing any more.'),
  made: text('{by} 于 {at}', '{by}, {at}'),
})

/** The secret addresses of a room, for who manages rooms. */
export function RoomLinks({ roomId }: { roomId: string }) {
  const t = useText(messages)
  const allowed = useSession().allowed('meetings.manage-rooms')
  const read = useRead(meetings.actions.listRoomLinks, { roomId }, { enabled: allowed })
  if (!read.data) return null
  return (
    <Section title={t('title')}>
      <p className="hq-faint">{t('note')}</p>
      <div className="hq-stack">
        {(Object.keys(linkKinds) as LinkKind[]).map((kind) => (
          <Line
            key={kind}
            roomId={roomId}
            kind={kind}
            link={read.data.items.find((one) => one.kind === kind)}
          />
        ))}
      </div>
    </Section>
  )
}

interface LineProps {
  roomId: string
  kind: LinkKind
  link: { path: string; createdAt: string; createdBy: string } | undefined
}

function Line({ roomId, kind, link }: LineProps) {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  const make = useWrite(meetings.actions.makeRoomLink, { invalidates: ['/meetings/rooms'] })
  const revoke = useWrite(meetings.actions.revokeRoomLink, { invalidates: ['/meetings/rooms'] })
  return (
    <div className="hq-row">
      <strong>{say(linkKinds[kind])}</strong>
      {link ? (
        <>
          <a href={link.path} target="_blank" rel="noreferrer">
            {t('open')}
          </a>
          <small className="hq-faint">
            {t('made', { by: link.createdBy, at: format.when(link.createdAt) })}
          </small>
          <ConfirmButton
            danger={false}
            question={t('renewAsk')}
            yes={t('renew')}
            onConfirm={() => make.mutateAsync({ roomId, kind })}
          >
            {t('renew')}
          </ConfirmButton>
          <ConfirmButton
            question={t('revokeAsk')}
            yes={t('revoke')}
            onConfirm={() => revoke.mutateAsync({ roomId, kind })}
          >
            {t('revoke')}
          </ConfirmButton>
        </>
      ) : (
        <>
          <span className="hq-faint">{t('none')}</span>
          <Button loading={make.isPending} onClick={() => make.mutate({ roomId, kind })}>
            {t('make')}
          </Button>
        </>
      )}
    </div>
  )
}
