import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone.js'
import utc from 'dayjs/plugin/utc.js'
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { type Locale, type Text, text } from '#kernel/contract/text.ts'
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

/** What the calendar is called, and what a mail program shall do with it; absent: a feed of one's own dates. */
export interface CalendarKind {
  name?: Text
  method?: 'PUBLISH' | 'REQUEST' | 'CANCEL'
}

/** Writes the dates as iCalendar (RFC 5545); the same dates give the same bytes. */
export function writeCalendar(
  dates: readonly FeedDate[],
  locale: Locale,
  site: string,
  { name = calendarName, method }: CalendarKind = {},
): string {
  const calendar = ical({
    // An invitation is one date, not a calendar with a name.
    ...(method
      ? { method: ICalCalendarMethod[method] }
      : { name: sayText(name, locale), ttl: refreshSeconds }),
    prodId: { company: 'houqin', product: 'houqin' },
    // Named with each date only: what has no zone (DTSTAMP) is UTC, as RFC 5545 wants it.
    timezone: { name: null, generator: () => zoneComponent },
  })
  const ordered = [...dates].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.uid < b.uid ? -1 : 1))
  for (const date of ordered) {
    const event = calendar.createEvent({
      id: date.uid,
      stamp: dayjs.utc(date.since),
      start: dayjs.tz(date.until ? date.at : date.at.getTime() - blockMs, zone),
      end: dayjs.tz(date.until ?? date.at, zone),
      timezone: zone,
      summary: sayText(date.title, locale),
      ...(date.place ? { location: date.place } : {}),
      ...(site ? { url: `${site}${date.href}` } : {}),
      ...(date.sequence === undefined ? {} : { sequence: date.sequence }),
      ...(date.cancelled ? { status: ICalEventStatus.CANCELLED } : {}),
      ...(date.organiser ? { organizer: { name: date.organiser.name, email: date.organiser.mail } } : {}),
    })
    for (const { name: called, mail } of date.attendees ?? [])
      event.createAttendee({ name: called, email: mail, rsvp: false })
  }
  return calendar.toString()
}
