import { Button, Input } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { photoOf, storeFile } from '#kernel/web/files.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { PhotoStrip } from '#ui/photo-strip.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { Uploader } from '#ui/uploader.tsx'
import { fleet } from '../../module.ts'
import './trips.css'

const messages = defineMessages({
  sealing: text('封存', 'Sealing'),
  all: text('节假日封存', 'Holiday sealing'),
  vehicles: text('车辆 {sealed}/{vehicles}', 'Vehicles {sealed}/{vehicles}'),
  open: text('待封存', 'To be sealed'),
  sealed: text('已封存', 'Sealed'),
  exempt: text('批准使用', 'Exempt'),
  photo: text('拍照确认 {plate} 已入库', 'Photograph {plate} standing in'),
  by: text('{who}，{when}', '{who}, {when}'),
  allowed: text('{why}，{who} 批准', '{why}, allowed by {who}'),
  exemptIt: text('批准使用', 'Exempt'),
  why: text('为什么要用？', 'Why is it needed?'),
  who: text('谁批准的？', 'Who allowed it?'),
  save: text('保存', 'Save'),
})

type Detail = NonNullable<ReturnType<typeof useRead<typeof fleet.actions.readSealing>>['data']>
type Vehicle = Detail['items'][number]

/** One sealing: every vehicle, seen standing in with a photo, or exempt with the reason and who allowed it. */
export default function SealingPage() {
  const t = useText(messages)
  const sealingId = useParam('sealingId')
  const read = useRead(fleet.actions.readSealing, { sealingId })
  const sealing = read.data
  return (
    <Page
      title={sealing?.title ?? t('sealing')}
      subtitle={sealing ? `${sealing.from} – ${sealing.to}` : undefined}
      trail={[{ title: t('all'), to: '/fleet/sealings' }]}
      width="text"
    >
      {read.isPending ? <Loading /> : null}
      {read.error && !sealing ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {sealing ? (
        <Section title={t('vehicles', { sealed: sealing.sealed, vehicles: sealing.vehicles })}>
          {sealing.items.map((one) => (
            <VehicleLine key={one.vehicleId} sealingId={sealingId} vehicle={one} />
          ))}
        </Section>
      ) : null}
    </Page>
  )
}

function VehicleLine({ sealingId, vehicle }: { sealingId: string; vehicle: Vehicle }) {
  const t = useText(messages)
  const format = useFormat()
  const [exempting, setExempting] = useState(false)
  const seal = useWrite(fleet.actions.sealVehicle, { invalidates: ['/fleet/sealings'] })
  const { vehicleId, plate, exemptReason, exemptApprovedBy, sealedAt, sealedBy, photoId } = vehicle
  const state = exemptReason ? 'exempt' : sealedAt ? 'sealed' : 'open'
  const tones = { exempt: 'paused', sealed: 'good', open: 'waiting' } as const
  return (
    <>
      <div className="trip-chain-line">
        <strong className="hq-nowrap">{plate}</strong>
        <span className="trip-what">
          <StateTag tone={tones[state]} title={t(state)} />
          {vehicle.siteName ? <small className="hq-faint">{vehicle.siteName}</small> : null}
          {sealedAt ? (
            <small className="hq-faint">
              {t('by', { who: sealedBy ?? '', when: format.when(sealedAt) })}
            </small>
          ) : null}
          {exemptReason ? (
            <small>{t('allowed', { why: exemptReason, who: exemptApprovedBy ?? '' })}</small>
          ) : null}
          {photoId ? <PhotoStrip photos={[photoOf(photoId)]} /> : null}
          {vehicle.can.seal ? (
            <Uploader
              label={t('photo', { plate })}
              max={1}
              value={[]}
              upload={storeFile}
              onChange={([photo]) => photo && seal.mutate({ sealingId, vehicleId, photoId: photo.id })}
            />
          ) : null}
        </span>
        {vehicle.can.exempt ? (
          <Button onClick={() => setExempting(!exempting)}>{t('exemptIt')}</Button>
        ) : null}
      </div>
      {exempting ? (
        <ExemptForm sealingId={sealingId} vehicleId={vehicleId} onDone={() => setExempting(false)} />
      ) : null}
    </>
  )
}

function ExemptForm(props: { sealingId: string; vehicleId: string; onDone: () => void }) {
  const { onDone, ...ids } = props
  const t = useText(messages)
  const [reason, setReason] = useState('')
  const [approvedBy, setApprovedBy] = useState('')
  const exempt = useWrite(fleet.actions.exemptVehicle, { invalidates: ['/fleet'], onDone })
  return (
    <div className="hq-row">
      <Input
        aria-label={t('why')}
        placeholder={t('why')}
        maxLength={500}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        style={{ flex: '1 1 12rem', width: 'auto' }}
      />
      <Input
        aria-label={t('who')}
        placeholder={t('who')}
        maxLength={100}
        value={approvedBy}
        onChange={({ target }) => setApprovedBy(target.value)}
        style={{ flex: '1 1 8rem', width: 'auto' }}
      />
      <Button
        type="primary"
        loading={exempt.isPending}
        disabled={!reason.trim() || !approvedBy.trim()}
        onClick={() => exempt.mutate({ ...ids, reason: reason.trim(), approvedBy: approvedBy.trim() })}
      >
        {t('save')}
      </Button>
    </div>
  )
}
