import { Type } from 'typebox'
import { Day, Id, Moment, Nullable, TextPair } from '#kernel/contract/action.ts'

export const dayKinds = ['holiday', 'makeup', 'half-day', 'custom'] as const
export const DayKindName = Type.Enum(dayKinds)

/** The years this calendar reaches; the zone rule of the arithmetic holds in all of them. */
export const Year = Type.Integer({ minimum: 2000, maximum: 2100 })
export const CalendarName = Type.String({ pattern: '^[a-z][a-z0-9-]{1,40}$' })
/** Hours as people write them: `08:30-12:00, 14:00-17:30`; empty is no service. */
export const HoursText = Type.String({ maxLength: 200 })

/** A day that differs from its weekday. */
export const DayRow = Type.Object({
  id: Id,
  day: Day,
  kind: DayKindName,
  name: TextPair,
  hours: Nullable(Type.String()),
  source: Type.Union([Type.Literal('statutory'), Type.Literal('local')]),
  siteId: Nullable(Id),
  siteName: Nullable(Type.String()),
  can: Type.Object({ change: Type.Boolean(), remove: Type.Boolean() }),
})

/** The year as people check it: its days, its sums, and whether somebody has looked it over. */
export const YearView = Type.Object({
  year: Type.Integer(),
  /** Whether the yearly notice (or an own arrangement) is entered. */
  arranged: Type.Boolean(),
  workingDays: Type.Integer(),
  confirmedAt: Nullable(Moment),
  confirmedBy: Nullable(Type.String()),
  nextYear: Type.Object({
    year: Type.Integer(),
    arranged: Type.Boolean(),
    /** The notice is due by now (it appears each November) and is not entered. */
    missing: Type.Boolean(),
  }),
  days: Type.Array(DayRow),
  can: Type.Object({ change: Type.Boolean(), confirm: Type.Boolean() }),
})

/** The hours of a named calendar by weekday, 1 = Monday; a site's row replaces the bureau's. */
export const CalendarView = Type.Object({
  id: Id,
  name: CalendarName,
  title: TextPair,
  followsDays: Type.Boolean(),
  roundTheClock: Type.Boolean(),
  weekly: Type.Array(
    Type.Object({
      siteId: Nullable(Id),
      siteName: Nullable(Type.String()),
      weekday: Type.Integer({ minimum: 1, maximum: 7 }),
      hours: Type.String(),
    }),
  ),
  can: Type.Object({ change: Type.Boolean() }),
})

/** One stretch of a deadline's way: a day that counts, or days that do not and why. */
export const DeadlineStep = Type.Object({
  from: Moment,
  to: Moment,
  day: Day,
  lastDay: Day,
  counts: Type.Boolean(),
  minutes: Type.Integer(),
  remaining: Type.Integer(),
  reason: TextPair,
})
