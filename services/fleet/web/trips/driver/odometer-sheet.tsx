import { useState } from 'react'
import { useTakePicture } from '#engines/standards/web/checklist/use-take-picture.ts'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { SidePanel } from '#ui/side-panel.tsx'
import { type Uploaded, Uploader } from '#ui/uploader.tsx'
import { fleet } from '../../../module.ts'
import type { DriverTrip } from '../../../trip-schema.ts'
import { NumberLine } from './number-line.tsx'
import { useTripDeed } from './use-trip-deed.ts'

const messages = defineMessages({
  leave: text('出车', 'Leave'),
  back: text('收车', 'Come back'),
  km: text('里程表读数（公里）', 'Odometer (km)'),
  known: text('上次读数，对得上就不用改', 'The last reading; leave it if it is right'),
  since: text('出车时 {km} 公里', '{km} km on leaving'),
  driven: text('本次行驶 {km} 公里', '{km} km driven'),
  falls: text('不能小于 {km} 公里，请再看一眼', 'Not below {km} km; look again'),
  far: text('比出车多了 {km} 公里，请再看一眼', '{km} km more than on leaving; look again'),
  photo: text('拍里程表', 'Photograph the odometer'),
  noPhoto: text('没有照片会记为“需核对”', 'Without a photo it is marked to be looked at'),
  confirmLeave: text('确认出车', 'Leave now'),
  confirmBack: text('确认收车', 'Come back now'),
  left: text('出车：{plate}，{km} 公里', 'Left: {plate}, {km} km'),
  returned: text('收车：{plate}，{km} 公里', 'Back: {plate}, {km} km'),
})

/** More on one trip is a slip of the finger more often than a journey. */
const farKm = 800

interface Props {
  trip: DriverTrip
  /** Which reading is asked for; null: closed. */
  reading: 'leave' | 'back' | null
  onClose: () => void
}

/** The odometer with its photo: on leaving the ledger's own reading stands there, and one tap confirms it. */
export function OdometerSheet({ trip, reading, onClose }: Props) {
  const t = useText(messages)
  return (
    <SidePanel open={reading !== null} title={reading === 'back' ? t('back') : t('leave')} onClose={onClose}>
      {reading ? <Reading key={reading} trip={trip} reading={reading} onClose={onClose} /> : null}
    </SidePanel>
  )
}

function Reading({ trip, reading, onClose }: Props & { reading: 'leave' | 'back' }) {
  const t = useText(messages)
  const format = useFormat()
  const take = useTakePicture()
  const leave = useTripDeed(fleet.actions.leaveTrip)
  const back = useTripDeed(fleet.actions.returnTrip)
  const least = (reading === 'back' ? trip.outKm : trip.lastKm) ?? 0
  const [km, setKm] = useState<number | null>(reading === 'leave' ? trip.lastKm : null)
  const [photos, setPhotos] = useState<Uploaded[]>([])
  const more = km === null ? 0 : km - least
  const confirm = async () => {
    if (km === null || more < 0) return
    const photoId = photos[0]?.id ?? null
    const input = { tripId: trip.id, km, photoId }
    const pictures = photoId ? [photoId] : []
    const words = { plate: trip.vehicle.plate, km }
    const kept =
      reading === 'leave'
        ? await leave(input, t('left', words), pictures)
        : await back(input, t('returned', words), pictures)
    if (kept) onClose()
  }
  return (
    <div className="trip-sheet">
      <NumberLine label={t('km')} value={km} onChange={setKm} />
      <p className={more < 0 || more > farKm ? 'trip-lack' : 'hq-faint'} role="status">
        {more < 0
          ? t('falls', { km: format.number(least) })
          : more > farKm
            ? t('far', { km: format.number(more) })
            : reading === 'leave'
              ? t('known')
              : km === null
                ? t('since', { km: format.number(least) })
                : t('driven', { km: format.number(more) })}
      </p>
      <p>{t('photo')}</p>
      <Uploader label={t('photo')} max={1} value={photos} upload={take} onChange={setPhotos} />
      {photos.length === 0 ? <p className="hq-faint">{t('noPhoto')}</p> : null}
      <button
        type="button"
        className="trip-button trip-primary"
        disabled={km === null || more < 0}
        onClick={() => void confirm()}
      >
        {reading === 'leave' ? t('confirmLeave') : t('confirmBack')}
      </button>
    </div>
  )
}
