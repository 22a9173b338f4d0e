import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useDeeds } from '#kernel/web/offline/outbox.ts'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/page.tsx'
import { UnsentTrip } from './unsent-trip.tsx'
import '../trips.css'

const messages = defineMessages({
  title: text('待上传', 'To be sent'),
  day: text('今天出车', 'Today’s trips'),
  none: text('都已上传', 'Everything has been sent'),
  noneNote: text('没有信号时做的事会先记在这里。', 'What you do without a signal is noted here first.'),
})

/** What is still on this phone, trip by trip. */
export default function OutboxPage() {
  const t = useText(messages)
  const unsent = useDeeds().filter(({ sentAt, path }) => sentAt === null && path.startsWith('/fleet/trips/'))
  const subjects = [...new Set(unsent.map(({ subject }) => subject))]
  return (
    <Page title={t('title')} trail={[{ title: t('day'), to: '/fleet/my-trips' }]} width="text">
      {subjects.length === 0 ? <Empty icon="tasks" title={t('none')} next={t('noneNote')} /> : null}
      <div className="hq-stack">
        {subjects.map((tripId) => (
          <UnsentTrip key={tripId} tripId={tripId} linked />
        ))}
      </div>
    </Page>
  )
}
