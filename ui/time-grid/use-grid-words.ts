import { useMemo } from 'react'
import { type Format, useFormat } from '#kernel/web/format.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { clockOf, clockSpan, dayOf, minuteOf } from './china-minutes.ts'
import type { Clash } from './find-clash.ts'
import type { GridItem, GridRow } from './grid-shapes.ts'
import { gridWords } from './grid-words.ts'

export interface GridSpeech {
  t: (key: keyof typeof gridWords & string, values?: Record<string, string | number>) => string
  localised: ReturnType<typeof useLocalised>
  format: Format
  titleOf: (item: GridItem) => string
  /** `09:00–10:30`, with the days when it reaches over midnight. */
  span: (from: number, to: number) => string
  /** What screen readers say of an item. */
  itemLabel: (item: GridItem, where: string) => string
  clash: (clash: Clash) => string
  /** A row, with the day when the grid shows several. */
  where: (row: GridRow, minute: number, withDay: boolean) => string
}

/** What the grid says of times, items and clashes, in the reader's language. */
export function useGridWords(): GridSpeech {
  const t = useText(gridWords)
  const localised = useLocalised()
  const format = useFormat()
  return useMemo(() => {
    const titleOf = (item: GridItem) => item.title ?? t('private')
    const span = (from: number, to: number) =>
      dayOf(from) === dayOf(to - 1)
        ? clockSpan(from, to)
        : `${format.day(dayOf(from), 'short')} ${clockOf(from)} – ${format.day(dayOf(to), 'short')} ${clockOf(to)}`
    const spanOf = ({ from, to }: GridItem) => span(minuteOf(from), minuteOf(to))
    return {
      t,
      localised,
      format,
      titleOf,
      span,
      itemLabel: (item, where) => {
        if (item.label !== undefined) return item.label
        const { bufferBeforeMinutes: before, bufferAfterMinutes: after } = item
        const parts = [
          titleOf(item),
          where,
          spanOf(item),
          localised(item.state),
          item.waiting ? t('waiting') : '',
          item.note ?? '',
          before ? t('before', { minutes: before }) : '',
          after ? t('after', { minutes: after }) : '',
        ]
        return parts.filter(Boolean).join(t('comma'))
      },
      clash: (clash) => {
        if (clash.kind === 'item' || clash.kind === 'buffer') {
          const time = spanOf(clash.item)
          if (clash.item.title === undefined)
            return t(clash.kind === 'item' ? 'clashPrivate' : 'clashPrivateBuffer', { time })
          return t(clash.kind === 'item' ? 'clashItem' : 'clashBuffer', { title: clash.item.title, time })
        }
        if (clash.reason === undefined) return t('closed')
        return t('clashBlocked', { reason: localised(clash.reason) })
      },
      where: (row, minute, withDay) => (withDay ? `${row.title} ${format.day(dayOf(minute))}` : row.title),
    }
  }, [t, localised, format])
}
