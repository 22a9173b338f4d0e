import { Button } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useSearch } from '#kernel/web/navigate.ts'
import { DayInput } from '#ui/day-input.tsx'
import type { Filter } from '#ui/filters.ts'
import { usePhone } from '#ui/use-phone.ts'
import { layouts } from '../words.ts'
import { optionsOf, searchCampuses, searchSites } from './choices.ts'

const messages = defineMessages({
  campus: text('院区', 'Campus'),
  site: text('所在物业', 'Site'),
  size: text('容纳人数', 'Seats'),
  atLeast: text('{n} 人以上', '{n} or more'),
  layout: text('布局', 'Layout'),
  equipment: text('设备，如：投影', 'Equipment: projector'),
  free: text('这段时间空闲', 'Free at a time'),
  from: text('空闲从', 'Free from'),
  to: text('空闲到', 'Free until'),
  clear: text('不限时间', 'Any time'),
})

const sizes = [10, 20, 40, 60, 100, 200].map((n) => ({
  value: String(n),
  label: {
    zh: messages.atLeast.zh.replace('{n}', String(n)),
    en: messages.atLeast.en.replace('{n}', String(n)),
  },
}))

/** How rooms are narrowed, in their list and in the grid; the names are those of the read. */
export const roomFilterList: Filter[] = [
  { key: 'campusId', kind: 'search', label: messages.campus, search: searchCampuses },
  { key: 'siteId', kind: 'search', label: messages.site, search: searchSites },
  { key: 'headcount', kind: 'select', label: messages.size, options: sizes },
  { key: 'layout', kind: 'select', label: messages.layout, options: optionsOf(layouts) },
  { key: 'equipment', kind: 'text', label: messages.equipment },
]

/** The time in the address in which rooms are to be free; nothing until both ends are there. */
export function useFreeAt(): { freeFrom: string; freeTo: string } | null {
  const [search] = useSearch()
  const [freeFrom, freeTo] = [momentOf(search.freeFrom), momentOf(search.freeTo)]
  return freeFrom && freeTo && freeFrom < freeTo ? { freeFrom, freeTo } : null
}

function momentOf(value: unknown): string | null {
  const at = Date.parse(String(value))
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

/** Asks in which time rooms are to be free; kept in the address. Folded on a phone until it is asked for. */
export function FreeAt() {
  const t = useText(messages)
  const asked = useFreeAt() !== null
  if (!usePhone()) return <FreeFields />
  return (
    <details className="room-free-fold" open={asked}>
      <summary>{t('free')}</summary>
      <FreeFields />
    </details>
  )
}

function FreeFields() {
  const t = useText(messages)
  const [search, change] = useSearch()
  const [freeFrom, freeTo] = [momentOf(search.freeFrom), momentOf(search.freeTo)]
  return (
    <fieldset className="room-free">
      <legend>{t('free')}</legend>
      <DayInput
        time
        label={t('from')}
        placeholder={t('from')}
        value={freeFrom}
        onChange={(next) => change({ freeFrom: next ?? undefined, freeTo: laterThan(next, freeTo) })}
      />
      <DayInput
        time
        label={t('to')}
        placeholder={t('to')}
        value={freeTo}
        onChange={(next) => change({ freeTo: next ?? undefined })}
      />
      {freeFrom || freeTo ? (
        <Button type="text" onClick={() => change({ freeFrom: undefined, freeTo: undefined })}>
          {t('clear')}
        </Button>
      ) : null}
    </fieldset>
  )
}

const anHour = 3_600_000

/** An end after the beginning: the one that was there, or an hour later. */
function laterThan(from: string | null, to: string | null): string | undefined {
  if (!from) return to ?? undefined
  if (to && Date.parse(to) > Date.parse(from)) return to
  return new Date(Date.parse(from) + anHour).toISOString()
}
