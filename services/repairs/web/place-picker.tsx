import { Button, Input } from 'antd'
import { useState } from 'react'
import { directory } from '#engines/directory/module.ts'
import { call } from '#kernel/contract/client.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { Icon } from '#ui/icons.tsx'
import { type Choice, SearchSelect } from '#ui/search-select.tsx'
import { LongName } from '#ui/section.tsx'
import { type ChosenPlace, samePlace } from './chosen-place.ts'
import type { KnownPlace } from './use-known-places.ts'

const messages = defineMessages({
  title: text('在哪里', 'Where'),
  other: text('换地点', 'Elsewhere'),
  last: text('报过', 'Before'),
  office: text('我的办公室', 'My office'),
  scanned: text('扫码', 'Scanned'),
  search: text('楼名、房间号、拼音首字母', 'Building, room or initials'),
  exact: text('具体位置（可不填）：走廊、窗边……', 'Where exactly (optional): corridor, window …'),
  missing: text('请先选地点', 'Choose the place first'),
})

interface PlacePickerProps {
  value: ChosenPlace | null
  onChange: (place: ChosenPlace) => void
  known: readonly KnownPlace[]
  /** The scanned code has said where; nothing is asked. */
  fixed?: boolean
}

/** Where it is: the likeliest place is chosen already, others are one tap or a few letters away. */
export function PlacePicker({ value, onChange, known, fixed = false }: PlacePickerProps) {
  const t = useText(messages)
  const [searching, setSearching] = useState(false)
  const open = !fixed && (searching || value === null)
  const pick = (place: ChosenPlace) => {
    onChange(place)
    setSearching(false)
  }
  return (
    <div className="hq-place">
      {value ? (
        <div className="hq-place-now">
          <Icon name="place" />
          <strong>
            <LongName>{value.label}</LongName>
          </strong>
          {fixed ? (
            <span className="hq-faint">{t('scanned')}</span>
          ) : (
            <Button onClick={() => setSearching(!searching)} aria-expanded={open}>
              {t('other')}
            </Button>
          )}
        </div>
      ) : null}
      {open ? (
        <div className="hq-place-others">
          {known
            .filter((place) => !samePlace(place, value))
            .map((place) => (
              <Button
                key={`${place.siteId} ${place.roomId}`}
                className="hq-place-known"
                onClick={() => pick(place)}
              >
                <LongName lines={1}>{place.label}</LongName>
                <small className="hq-faint">{t(place.why)}</small>
              </Button>
            ))}
          <PlaceSearch onPick={pick} />
        </div>
      ) : null}
      {value ? (
        <Input
          aria-label={t('exact')}
          placeholder={t('exact')}
          maxLength={200}
          value={value.placeText}
          onChange={({ target }) => onChange({ ...value, placeText: target.value })}
        />
      ) : null}
    </div>
  )
}

function PlaceSearch({ onPick }: { onPick: (place: ChosenPlace) => void }) {
  const t = useText(messages)
  return (
    <SearchSelect
      name="repairs.places"
      label={t('title')}
      placeholder={t('search')}
      clearable={false}
      search={searchPlaces}
      onChange={(value, choice) => {
        const [siteId, roomId] = (value ?? '').split(' ')
        if (siteId) onPick({ siteId, roomId: roomId || null, placeText: '', label: choice?.label ?? '' })
      }}
    />
  )
}

async function searchPlaces(words: string): Promise<Choice[]> {
  const { items } = await call(directory.actions.searchPlaces, { search: words, limit: 20 })
  return items.map((place) => ({
    value: `${place.siteId} ${place.roomId ?? ''}`,
    label: place.label,
    ...(place.campusName ? { note: place.campusName } : {}),
  }))
}
