import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { StateTag } from '#ui/state-tag.tsx'
import { notifications } from '../module.ts'

const messages = defineMessages({
  going: text('正在发送…', 'Sending …'),
  sent: text('已送达', 'Delivered'),
  again: text('没有成功，会再试', 'Failed; it will be tried again'),
  failed: text('对方拒收', 'Refused'),
})

/** How a test went, followed until it is decided. */
export function TestOutcome({ deliveryId }: { deliveryId: string }) {
  const t = useText(messages)
  const { data } = useRead(notifications.actions.readDelivery, { deliveryId }, { refetchEvery: 2000 })
  const tried = (data?.attempts ?? 0) > 0 && data?.answer !== ''
  const look =
    data?.status === 'SENT'
      ? ({ tone: 'good', title: t('sent') } as const)
      : data?.status === 'GIVEN_UP'
        ? ({ tone: 'bad', title: t('failed') } as const)
        : tried
          ? ({ tone: 'paused', title: t('again') } as const)
          : ({ tone: 'waiting', title: t('going') } as const)
  return (
    <div role="status" className="hq-stack">
      <StateTag tone={look.tone} title={look.title} />
      {data?.answer ? <code className="hq-faint">{data.answer}</code> : null}
    </div>
  )
}
