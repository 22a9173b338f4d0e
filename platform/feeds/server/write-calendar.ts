import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone.js'
import utc from 'dayjs/plugin/utc.js'
import ical from 'ical-generator'
import { type Locale, text } from '#kernel/contract/text.ts'
import { sayText } from '#kernel/i18n/say-text.ts'
import type { FeedDate } from './api.ts'

// The writer would take a plain Date by the server's own clock face.
dayjs.extend(utc)
dayjs.extend(timezone)

const zone = 'Asia/Shanghai'
/** China has kept UTC+8 the whole year since 1991. */
const zoneComponent = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:STANDARD',
  'DTSTART:19910915T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')

const calendarName = text('后勤待办', 'Houqin')
const blockMs = 30 * 60_000
const refreshSeconds = 900

/** Writes the dates as iCalendar (RFC 5545); the same dates give the same bytes. */
export function writeCalendar(dates: readonly FeedDate[], locale: Locale, site: string): string {
  const calendar = ical({
    name: sayText(calendarName, locale),
    prodId: { company: 'houqin', product: 'houqin' },
    // Named with each date only: what has no zone (DTSTAMP) is UTC, as RFC 5545 wants it.
    timezone: { name: null, generator: () => zoneComponent },
    ttl: refreshSeconds,
  })
  const ordered = [...dates].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.uid < b.uid ? -1 : 1))
  for (const date of ordered) {
    calendar.createEvent({
      id: date.uid,
      stamp: dayjs.utc(date.since),
      start: dayjs.tz(date.at.getTime() - blockMs, zone),
      end: dayjs.tz(date.at, zone),
      timezone: zone,
      summary: sayText(date.title, locale),
      ...(date.place ? { location: date.place } : {}),
      ...(site ? { url: `${site}${date.href}` } : {}),
    })
  }
  return calendar.toString()
}
