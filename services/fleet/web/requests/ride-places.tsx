import { Input, InputNumber } from 'antd'
import { useId } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { ChoiceTiles } from '#ui/choice-tiles.tsx'
import { type Reach, reaches, type Way, ways } from '../../words.ts'
import type { RideDraft } from './ride-draft.ts'
import { RideStops } from './ride-stops.tsx'

const messages = defineMessages({
  last: text('最近去过', 'Lately'),
  destination: text('目的地', 'Destination'),
  destinationHint: text('单位、地点或地址', 'An office, a place or an address'),
  origin: text('出发地', 'From'),
  reach: text('范围', 'How far'),
  way: text('单程还是往返', 'One way or return'),
  distance: text('单程大约多少公里', 'Roughly how many km one way'),
  km: text('公里', 'km'),
})

export interface KnownPlace {
  destination: string
  reason: string
}

interface RidePlacesProps {
  value: RideDraft
  onChange: (next: RideDraft) => void
  /** Of earlier rides: a tap takes everything of that ride. */
  places: readonly KnownPlace[]
  onPlace: (destination: string) => void
}

/** Where to and from, how far, one way or both. */
export function RidePlaces({ value, onChange, places, onPlace }: RidePlacesProps) {
  const t = useText(messages)
  const id = useId()
  return (
    <div className="hq-stack hq-stack-tight">
      {places.length > 0 ? (
        <ChoiceTiles
          label={t('last')}
          value={value.destination}
          onChange={onPlace}
          options={places.map(({ destination, reason }) => ({
            value: destination,
            title: destination,
            note: reason,
          }))}
        />
      ) : null}
      <label className="ride-pick" htmlFor={`${id}-to`}>
        <span>{t('destination')}</span>
        <Input
          id={`${id}-to`}
          size="large"
          maxLength={200}
          placeholder={t('destinationHint')}
          value={value.destination}
          onChange={({ target }) => onChange({ ...value, destination: target.value })}
        />
      </label>
      <label className="ride-pick" htmlFor={`${id}-from`}>
        <span>{t('origin')}</span>
        <Input
          id={`${id}-from`}
          size="large"
          maxLength={200}
          value={value.origin}
          onChange={({ target }) => onChange({ ...value, origin: target.value })}
        />
      </label>
      <RideStops value={value.stops} onChange={(stops) => onChange({ ...value, stops })} />
      <ChoiceTiles
        label={t('reach')}
        value={value.reach}
        onChange={(reach) => onChange({ ...value, reach: reach as Reach })}
        options={Object.entries(reaches).map(([key, title]) => ({ value: key, title }))}
      />
      {value.reach === 'BEYOND' || value.distanceKm !== null ? (
        <label className="ride-pick" htmlFor={`${id}-km`}>
          <span>{t('distance')}</span>
          <InputNumber
            id={`${id}-km`}
            size="large"
            min={1}
            max={5000}
            precision={0}
            suffix={t('km')}
            value={value.distanceKm}
            onChange={(distanceKm) => onChange({ ...value, distanceKm })}
          />
        </label>
      ) : null}
      <ChoiceTiles
        label={t('way')}
        value={value.way}
        onChange={(way) => onChange({ ...value, way: way as Way })}
        options={Object.entries(ways).map(([key, title]) => ({ value: key, title }))}
      />
    </div>
  )
}
