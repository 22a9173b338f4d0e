import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { type RowOf, useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Filter } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import type { Column } from '#ui/plain-table.tsx'
import { Section } from '#ui/section.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { directory } from '../module.ts'
import { roomKinds } from '../words.ts'
import { ClosingForm } from './closing-form.tsx'
import './directory.css'
import { messages } from './messages.ts'
import { ObjectHistory } from './object-history.tsx'
import { ChangeRoomForm, NewRoomForm } from './room-form.tsx'
import { SiteView } from './site-view.tsx'

type Room = RowOf<typeof directory.actions.listRooms>
type Doing = { what: 'add' } | { what: 'change' | 'close'; room: Room }

/** A site with its rooms, floor by floor. */
export default function SitePage() {
  const t = useText(messages)
  const siteId = useParam('siteId')
  const { allowed } = useSession()
  const [doing, setDoing] = useState<Doing | null>(null)
  const { data: site } = useRead(directory.actions.readSite, { siteId }, { keep: false })
  const stop = () => setDoing(null)
  const adds = allowed('directory.write') && site?.closedOn === null
  return (
    <Page
      title={site?.name ?? t('site')}
      subtitle={site?.campusName ?? undefined}
      trail={[{ title: t('sites'), to: '/sites' }]}
      width="wide"
      action={adds ? { title: t('addRoom'), onClick: () => setDoing({ what: 'add' }) } : undefined}
    >
      <div className="directory-split directory-split-late">
        <Section title={t('rooms')}>
          <Rooms siteId={siteId} floors={site?.floors ?? []} onDo={setDoing} />
        </Section>
        <Section title={t('site')}>
          <SiteView siteId={siteId} />
        </Section>
      </div>
      <SidePanel
        open={doing !== null}
        title={doing && 'room' in doing ? doing.room.name : t('addRoom')}
        onClose={stop}
      >
        {doing?.what === 'add' && site ? (
          <NewRoomForm siteId={siteId} siteCode={site.code} onDone={stop} />
        ) : null}
        {doing?.what === 'change' ? (
          <div className="hq-stack">
            <ChangeRoomForm room={doing.room} onDone={stop} />
            <div>
              <Button danger onClick={() => setDoing({ what: 'close', room: doing.room })}>
                {t('closeRoom')}
              </Button>
            </div>
            <ObjectHistory objectId={doing.room.id} />
          </div>
        ) : null}
        {doing?.what === 'close' ? (
          <ClosingForm
            action={directory.actions.closeRoom}
            inputOf={(values) => ({ ...values, roomId: doing.room.id })}
            note={t('closePlaceNote')}
            submit={t('close')}
            success={t('closeDone')}
            onDone={stop}
          />
        ) : null}
      </SidePanel>
    </Page>
  )
}

function Rooms(props: {
  siteId: string
  floors: readonly { floor: string }[]
  onDo: (doing: Doing) => void
}) {
  const t = useText(messages)
  const localised = useLocalised()
  const { allowed } = useSession()
  const filters = useMemo<Filter[]>(
    () => [
      {
        key: 'floor',
        kind: 'select',
        label: messages.floor,
        options: props.floors.map(({ floor }) => ({ value: floor, label: floor })),
      },
      {
        key: 'kind',
        kind: 'select',
        label: messages.roomKind,
        options: Object.entries(roomKinds).map(([value, label]) => ({ value, label })),
      },
    ],
    [props.floors],
  )
  const columns: Column<Room>[] = [
    { key: 'name', title: t('roomName'), render: (row) => row.name },
    { key: 'floor', title: t('floor'), render: (row) => row.floor, card: 'mark' },
    { key: 'kind', title: t('roomKind'), render: (row) => localised(roomKinds[row.kind]) },
    { key: 'unit', title: t('usedBy'), render: (row) => row.unitName ?? '—' },
    { key: 'code', title: t('roomCode'), render: (row) => row.code, card: 'none' },
    {
      key: 'do',
      title: '',
      align: 'right',
      card: 'bare',
      render: (row) =>
        row.can.change ? (
          <Button type="text" onClick={() => props.onDo({ what: 'change', room: row })}>
            {t('change')}
          </Button>
        ) : null,
    },
  ]
  return (
    <DataTable
      name="directory.rooms"
      title={t('rooms')}
      read={directory.actions.listRooms}
      input={{ siteId: props.siteId }}
      columns={columns}
      filters={filters}
      search={t('roomName')}
      searchAs="search"
      exportTo={allowed('directory.export') ? directory.actions.exportRooms : undefined}
      empty={{ title: t('noRooms'), icon: 'sites' }}
    />
  )
}
