import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { Page } from '#ui/page.tsx'
import { ReadTable } from '#ui/read-table.tsx'
import { LongName } from '#ui/section.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { shuttleActions } from '../../actions/shuttle-actions.ts'
import type { ShuttleLine } from '../../shuttle-schema.ts'
import { ShuttleLineForm } from './shuttle-line-form.tsx'
import { clockOf, useDayNames } from './weekday-words.ts'
import './rides.css'

const messages = defineMessages({
  title: text('班车线路', 'Shuttle lines'),
  add: text('登记线路', 'Add a line'),
  change: text('修改线路', 'Change the line'),
  name: text('线路', 'Line'),
  stops: text('站点', 'Stops'),
  days: text('开行', 'Runs'),
  times: text('首站发车', 'Leaves'),
  seats: text('座位', 'Seats'),
  none: text('还没有班车线路', 'No shuttle lines yet'),
  next: text(
    '登记后，同路的用车申请会看到班车。',
    'Once entered, requests going the same way are offered the shuttle.',
  ),
})

/** The shuttle lines that are offered to requests; kept by the dispatcher. */
export default function ShuttleLinesPage() {
  const t = useText(messages)
  const session = useSession()
  const dayNames = useDayNames()
  const [open, setOpen] = useState<ShuttleLine | 'new' | null>(null)
  const read = useRead(shuttleActions.listShuttleLines, {})
  const keeps = session.allowed('fleet.dispatch')
  return (
    <Page title={t('title')} action={keeps ? { title: t('add'), onClick: () => setOpen('new') } : undefined}>
      <ReadTable
        read={read}
        label={t('title')}
        rowKey={(row: ShuttleLine) => row.id}
        {...(keeps ? { onOpen: (row: ShuttleLine) => setOpen(row) } : {})}
        empty={{ title: t('none'), next: t('next'), icon: 'place' }}
        columns={[
          { key: 'name', title: t('name'), card: 'title', render: (row) => row.name },
          {
            key: 'stops',
            title: t('stops'),
            render: (row) => <LongName>{row.stops.map(({ name }) => name).join(' → ')}</LongName>,
          },
          { key: 'days', title: t('days'), render: (row) => dayNames(row.weekdays) },
          { key: 'times', title: t('times'), render: (row) => row.departures.map(clockOf).join('、') },
          { key: 'seats', title: t('seats'), align: 'right', render: (row) => row.seats },
        ]}
      />
      <SidePanel
        open={open !== null}
        title={t(open === 'new' ? 'add' : 'change')}
        onClose={() => setOpen(null)}
      >
        {open ? (
          <ShuttleLineForm
            key={open === 'new' ? 'new' : open.id}
            line={open === 'new' ? null : open}
            onDone={() => setOpen(null)}
          />
        ) : null}
      </SidePanel>
    </Page>
  )
}
