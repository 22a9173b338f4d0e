import { DAY, dayNumber, dayStart, isoDay, localDayOf } from '#engines/calendar/local-day.ts'
import type { WorkCalendar } from '#engines/calendar/work-calendar.ts'
import { isWorkingDay } from '#engines/calendar/working-days.ts'
import type { MeetingClass, Service } from '../../words.ts'
import type { Chance } from './chance.ts'
import type { DemoRoom } from './insert-rooms.ts'

export interface DemoOrganiser {
  id: string
  name: string
  unitId: string
}

export interface DemoMeeting {
  number: string
  title: string
  room: DemoRoom
  organiser: DemoOrganiser
  from: Date
  to: Date
  bookedAt: Date
  headcount: number
  class: MeetingClass
  private: boolean
  services: Service[]
  /** One of a series that lost its place: nobody came three times in a row. */
  struckOut?: true
  state: 'ENDED' | 'CANCELLED' | 'RELEASED' | 'CHECKED_IN' | 'CONFIRMED'
}

const titles = [
  ['工作例会', '局务会', '专题研究会', '协调会', '座谈会', '碰头会'],
  ['业务培训会', '政策宣讲会', '年度总结会', '迎检汇报会', '动员部署会', '述职评议会'],
] as const
/** How busy the months are, January first. */
const season = [1.2, 0.6, 1.1, 1, 0.95, 1.25, 0.8, 0.7, 1, 0.9, 1.15, 1.4]
/** Minutes of the day at which meetings begin; none lasts into the next. */
const slots = [540, 630, 870, 960]
const minute = 60_000
/** More than two years, so that the forecast has a season to go by and one to be checked on. */
const daysBack = 790
const daysAhead = 16
const strikes = 3

interface World {
  calendar: WorkCalendar
  rooms: readonly DemoRoom[]
  organisers: readonly DemoOrganiser[]
  /** Of every so many meetings one is theirs. */
  staff: DemoOrganiser
  chance: Chance
  now: Date
}

/** Meetings of the two years gone by and of the next two weeks, in order of time. */
export function planMeetings(world: World): DemoMeeting[] {
  const today = dayNumber(localDayOf(world.now))
  const planned: DemoMeeting[] = []
  for (let day = today - daysBack; day <= today + daysAhead; day++) {
    if (!isWorkingDay(world.calendar, isoDay(day))) continue
    const grown = 1 + (day - today) / (4 * daysBack)
    const month = Number(isoDay(day).slice(5, 7)) - 1
    const wanted = Math.max(1, Math.round((2.5 + world.chance.next() * 3) * season[month]! * grown))
    const own = planSeriesDate(world, day, today)
    planned.push(...planDay(world, day, day === today ? wanted + 4 : wanted, planned.length, own))
  }
  return strikeOut(planned, world.now)
}

/** Nobody came to the last three dates of the series, and it was given back to its end. */
function strikeOut(planned: readonly DemoMeeting[], now: Date): DemoMeeting[] {
  const past = planned.filter(({ struckOut, from }) => struckOut && from < now)
  const held = new Set(past.slice(0, -strikes))
  return planned.map((meeting) =>
    meeting.struckOut && !held.has(meeting) ? { ...meeting, state: 'RELEASED' } : meeting,
  )
}

/** Weeks of the series that was struck out, seen from this one. */
const seriesWeeks = { first: -9, last: 3 }

/** 早调度会, every Monday at a quarter past eight in a room with check-in. */
function planSeriesDate({ rooms, organisers }: World, day: number, today: number): DemoMeeting[] {
  const monday = today - ((today + 3) % 7)
  const week = (day - monday) / 7
  const room = rooms.find(({ checkIn }) => checkIn)
  const organiser = organisers[0]
  if (!room || !organiser || !Number.isInteger(week) || week < seriesWeeks.first || week > seriesWeeks.last)
    return []
  const from = new Date(dayStart(day) + 495 * minute)
  return [
    {
      ...{ number: '', title: '早调度会', room, organiser, from, to: new Date(from.getTime() + 30 * minute) },
      bookedAt: new Date(dayStart(monday + seriesWeeks.first * 7) - 3 * DAY),
      ...{ headcount: 8, class: 'ORDINARY', private: false, services: [], struckOut: true },
      state: 'ENDED',
    },
  ]
}

function planDay(
  world: World,
  day: number,
  wanted: number,
  before: number,
  own: readonly DemoMeeting[],
): DemoMeeting[] {
  const free = world.rooms.flatMap((room) => slots.map((slot) => ({ room, slot })))
  const meetings: DemoMeeting[] = [...own]
  for (let count = 0; count < wanted && free.length > 0; count++) {
    const [place] = free.splice(world.chance.between(0, free.length - 1), 1)
    meetings.push(planMeeting(world, day, place!, before + count))
  }
  return meetings
    .sort((one, other) => one.from.getTime() - other.from.getTime())
    .map((meeting, index) => ({
      ...meeting,
      number: `HY-${isoDay(day).replaceAll('-', '')}-${String(index + 1).padStart(4, '0')}`,
    }))
}

function planMeeting(
  { chance, organisers, staff, now }: World,
  day: number,
  { room, slot }: { room: DemoRoom; slot: number },
  place: number,
): DemoMeeting {
  const from = new Date(dayStart(day) + slot * minute)
  const to = new Date(from.getTime() + chance.pick([45, 60, 75, 90]) * minute)
  const large = room.capacity >= 80
  const organiser = place % 60 === 17 || (from > now && place % 9 === 4) ? staff : chance.pick(organisers)
  const lead = chance.next() < 0.04
  const asked = new Date(from.getTime() - chance.between(1, 12) * DAY - chance.between(0, 300) * minute)
  return {
    number: '',
    title: lead ? '党组（党委）会议' : chance.pick(titles[large ? 1 : 0]),
    room,
    organiser,
    from,
    to,
    bookedAt: asked < now ? asked : new Date(now.getTime() - chance.between(30, 2000) * minute),
    headcount: Math.max(4, Math.round(room.capacity * (0.35 + chance.next() * 0.5))),
    class: lead ? 'LEADERSHIP' : chance.next() < 0.12 ? 'IMPORTANT' : 'ORDINARY',
    private: lead,
    services: servicesOf(chance, large),
    state: stateOf(chance, { from, to, now, checkIn: room.checkIn }),
  }
}

function servicesOf(chance: Chance, large: boolean): Service[] {
  const wanted: [Service, number][] = [
    ['TEA', 0.6],
    ['NAME_PLATES', large ? 0.7 : 0.25],
    ['PROJECTION', 0.5],
    ['AV', large ? 0.9 : 0.2],
    ['ROSTRUM', large ? 0.8 : 0.05],
    ['LOUNGE', large ? 0.3 : 0.03],
    ['PARKING', large ? 0.3 : 0.02],
    ['LIFT', large ? 0.15 : 0.01],
  ]
  return wanted.flatMap(([service, share]) => (chance.next() < share ? [service] : []))
}

interface Moment {
  from: Date
  to: Date
  now: Date
  checkIn: boolean
}

/** Only where people check in is a room released because nobody did. */
function stateOf(chance: Chance, { from, to, now, checkIn }: Moment): DemoMeeting['state'] {
  const luck = chance.next()
  if (from > now) return luck < 0.05 ? 'CANCELLED' : 'CONFIRMED'
  if (to > now) return 'CHECKED_IN'
  return luck < 0.04 ? 'CANCELLED' : checkIn && luck < 0.12 ? 'RELEASED' : 'ENDED'
}
