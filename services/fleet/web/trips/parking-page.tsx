import { Button, Input } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { photoOf, storeFile } from '#kernel/web/files.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Filter } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import { PhotoStrip } from '#ui/photo-strip.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { type Uploaded, Uploader } from '#ui/uploader.tsx'
import { fleet } from '../../module.ts'
import { searchSites, searchVehicles } from './choices.ts'
import './trips.css'

const messages = defineMessages({
  title: text('停放检查', 'Parking checks'),
  record: text('登记一辆', 'Record one'),
  vehicle: text('车牌', 'Plate'),
  site: text('停在哪个院区（没有就写地点）', 'At which of our places (else in words)'),
  place: text('别处：写地点', 'Elsewhere: where'),
  photo: text('拍照', 'Photo'),
  save: text('登记', 'Record'),
  days: text('日期', 'Date'),
  onlyElsewhere: text('只看没停回的', 'Elsewhere only'),
  where: text('停放地点', 'Where'),
  home: text('指定地点', 'Fixed place'),
  when: text('时间', 'When'),
  by: text('检查人', 'By'),
  there: text('在指定地点', 'At its place'),
  free: text('没有指定地点', 'No fixed place'),
  elsewhere: text('不在指定地点', 'Elsewhere'),
  state: text('结果', 'Result'),
  none: text('还没有停放检查', 'No parking checks yet'),
  next: text(
    '门卫或驾驶员看到车停在哪里，在上面登记。',
    'Guards and drivers record above where a vehicle stands.',
  ),
})

const filters: Filter[] = [
  { key: 'days', kind: 'days', label: messages.days },
  { key: 'vehicleId', kind: 'search', label: messages.vehicle, search: searchVehicles },
  { key: 'elsewhere', kind: 'toggle', label: messages.onlyElsewhere },
]

/** Where vehicles were seen to stand, as against where they have to. */
export default function ParkingPage() {
  const t = useText(messages)
  const format = useFormat()
  const session = useSession()
  return (
    <Page title={t('title')} width="wide">
      <div className="hq-stack">
        {session.allowed('fleet.drive') ? <RecordForm /> : null}
        <DataTable
          name="fleet.parking"
          title={t('title')}
          read={fleet.actions.listParkingChecks}
          exportTo={fleet.actions.exportParkingChecks}
          filters={filters}
          rowTone={(row) => (row.elsewhere ? 'bad' : undefined)}
          empty={{ title: t('none'), next: t('next'), icon: 'place' }}
          columns={[
            { key: 'vehicle', title: t('vehicle'), card: 'title', render: (row) => row.vehicle.plate },
            {
              key: 'state',
              title: t('state'),
              card: 'mark',
              render: (row) => (
                <StateTag
                  tone={row.elsewhere ? 'bad' : row.homeName ? 'good' : 'ended'}
                  title={row.elsewhere ? t('elsewhere') : row.homeName ? t('there') : t('free')}
                />
              ),
            },
            { key: 'where', title: t('where'), render: (row) => row.place },
            { key: 'home', title: t('home'), render: (row) => row.homeName ?? '—' },
            { key: 'when', title: t('when'), sort: 'at', render: (row) => format.when(row.at) },
            { key: 'by', title: t('by'), render: (row) => row.by },
            {
              key: 'photo',
              title: t('photo'),
              render: (row) => (row.photoId ? <PhotoStrip photos={[photoOf(row.photoId)]} /> : '—'),
            },
          ]}
        />
      </div>
    </Page>
  )
}

function RecordForm() {
  const t = useText(messages)
  const [vehicleId, setVehicle] = useState<string | null>(null)
  const [siteId, setSite] = useState<string | null>(null)
  const [place, setPlace] = useState('')
  const [photos, setPhotos] = useState<Uploaded[]>([])
  const record = useWrite(fleet.actions.recordParkingCheck, {
    invalidates: ['/fleet'],
    onDone: () => {
      setVehicle(null)
      setPlace('')
      setPhotos([])
    },
  })
  return (
    <Section title={t('record')}>
      <div className="trip-sheet">
        <SearchSelect
          name="vehicleId"
          label={t('vehicle')}
          placeholder={t('vehicle')}
          search={searchVehicles}
          value={vehicleId ?? undefined}
          onChange={(id) => setVehicle(id ?? null)}
        />
        <SearchSelect
          name="siteId"
          label={t('site')}
          placeholder={t('site')}
          search={searchSites}
          value={siteId ?? undefined}
          onChange={(id) => setSite(id ?? null)}
        />
        <Input
          aria-label={t('place')}
          placeholder={t('place')}
          maxLength={200}
          value={place}
          onChange={({ target }) => setPlace(target.value)}
        />
        <Uploader label={t('photo')} max={1} value={photos} upload={storeFile} onChange={setPhotos} />
        <Button
          type="primary"
          loading={record.isPending}
          disabled={!vehicleId || (!siteId && !place.trim())}
          onClick={() =>
            vehicleId &&
            record.mutate({ vehicleId, siteId, place: place.trim(), photoId: photos[0]?.id ?? null })
          }
        >
          {t('save')}
        </Button>
      </div>
    </Section>
  )
}
