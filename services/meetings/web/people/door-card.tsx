import { Button } from 'antd'
import type { OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { QrImage } from '#ui/qr-image.tsx'
import { Section } from '#ui/section.tsx'
import { meetings } from '../../module.ts'

const messages = defineMessages({
  title: text('门口签到', 'Sign-in at the door'),
  note: text(
    '贴在门口或投在屏幕上，参会人用手机扫；也可以在平板上打开，一个接一个点名字签到。开始前一小时开放。',
    'Put it at the door or on the screen for phones, or open it on a tablet there. It opens an hour before.',
  ),
  make: text('生成签到码', 'Make a sign-in code'),
  open: text('在这台设备上打开', 'Open on this device'),
  renew: text('换一个码', 'Renew'),
  renewAsk: text('换新码后，已贴出的旧码立即失效。', 'The code that hangs there stops at once.'),
  revoke: text('停用', 'Revoke'),
  revokeAsk: text('停用后没有人能扫码签到。', 'Nobody can sign in by the code any more.'),
  made: text('{by} 生成于 {at}', 'Made by {by}, {at}'),
  scan: text('扫码签到', 'Scan to sign in'),
})

type Door = OutputOf<typeof meetings.actions.listParticipants>['door']

/** The code at the door: shown, opened on a tablet, renewed, revoked. */
export function DoorCard({ meetingId, door }: { meetingId: string; door: Door }) {
  const t = useText(messages)
  const format = useFormat()
  const make = useWrite(meetings.actions.openDoor, { invalidates: ['/meetings'] })
  const close = useWrite(meetings.actions.closeDoor, { invalidates: ['/meetings'] })
  return (
    <Section title={t('title')}>
      <p className="hq-faint">{t('note')}</p>
      {door ? (
        <div className="people-door">
          <QrImage value={window.location.origin + door.path} size={176} label={t('scan')} />
          <div className="hq-stack hq-stack-tight">
            <a href={door.path} target="_blank" rel="noreferrer">
              {t('open')}
            </a>
            <small className="hq-faint">
              {t('made', { by: door.createdBy, at: format.when(door.createdAt) })}
            </small>
            <span className="hq-row">
              <ConfirmButton
                danger={false}
                question={t('renewAsk')}
                yes={t('renew')}
                onConfirm={() => make.mutateAsync({ meetingId })}
              >
                {t('renew')}
              </ConfirmButton>
              <ConfirmButton
                question={t('revokeAsk')}
                yes={t('revoke')}
                onConfirm={() => close.mutateAsync({ meetingId })}
              >
                {t('revoke')}
              </ConfirmButton>
            </span>
          </div>
        </div>
      ) : (
        <Button type="primary" loading={make.isPending} onClick={() => make.mutate({ meetingId })}>
          {t('make')}
        </Button>
      )}
    </Section>
  )
}
