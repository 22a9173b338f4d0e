import { Type } from 'typebox'
import { Day, Done, download, Id, Moment, Nothing, read, TextPair, write } from '#kernel/contract/action.ts'
import { defineModule } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'
import { calendarProblems } from './problems.ts'
import { CalendarName, CalendarView, DayKindName, DeadlineStep, HoursText, Year, YearView } from './schema.ts'

const OfSite = Type.Optional(Id)

/** When service is given: weekly hours, 调休, own days; every deadline is computed over it. */
export const calendar = defineModule({
  name: 'calendar',
  title: text('工作日历', 'Work calendar'),
  dependsOn: ['directory'],
  permissions: {
    'calendar.write': { title: text('维护工作日历', 'Keep the work calendar'), roles: ['admin'] },
  },
  actions: {
    readYear: read({
      path: '/calendar/years/:year',
      permission: 'signed-in',
      input: Type.Object({ year: Year, siteId: OfSite }),
      output: YearView,
      summary: text('某年的节假日与调休', 'Holidays and make-up days of a year'),
    }),
    exportYear: download({
      path: '/calendar/years/:year/export',
      permission: 'signed-in',
      input: Type.Object({
        year: Year,
        siteId: OfSite,
        format: Type.Optional(Type.Union([Type.Literal('xlsx'), Type.Literal('csv')])),
      }),
      summary: text('导出某年的日历', 'Export the days of a year'),
    }),
    confirmYear: write({
      path: '/calendar/years/:year/confirmation',
      permission: 'calendar.write',
      input: Type.Object({ year: Year }),
      output: Done,
      summary: text('确认某年的安排无误', 'Confirm the arrangement of a year'),
    }),
    setDay: write({
      method: 'PUT',
      path: '/calendar/days/:day',
      permission: 'calendar.write',
      input: Type.Object({
        day: Day,
        siteId: OfSite,
        kind: DayKindName,
        name: Type.String({ minLength: 1, maxLength: 40 }),
        nameEn: Type.Optional(Type.String({ maxLength: 80 })),
        hours: Type.Optional(HoursText),
      }),
      output: Type.Object({ id: Id }),
      summary: text('设定或修改一天', 'Set or change a day'),
    }),
    removeDay: write({
      method: 'DELETE',
      path: '/calendar/days/:day',
      permission: 'calendar.write',
      input: Type.Object({ day: Day, siteId: OfSite }),
      output: Done,
      summary: text('取消一天的特别安排', 'Remove what makes a day differ'),
    }),
    listCalendars: read({
      path: '/calendar/calendars',
      permission: 'signed-in',
      input: Nothing,
      output: Type.Object({ items: Type.Array(CalendarView) }),
      summary: text('各日历的每周服务时间', 'Weekly hours of every calendar'),
    }),
    setWeeklyHours: write({
      method: 'PUT',
      path: '/calendar/calendars/:calendar/hours',
      permission: 'calendar.write',
      input: Type.Object({
        calendar: CalendarName,
        siteId: OfSite,
        /** Absent weekdays stay; null on a site takes the bureau's hours again. */
        hours: Type.Array(
          Type.Object({
            weekday: Type.Integer({ minimum: 1, maximum: 7 }),
            hours: Type.Union([HoursText, Type.Null()]),
          }),
          { minItems: 1, maxItems: 7 },
        ),
      }),
      output: Done,
      summary: text('设定每周服务时间', 'Set weekly hours'),
    }),
    explainDeadline: read({
      path: '/calendar/deadline',
      permission: 'signed-in',
      input: Type.Object({
        from: Moment,
        minutes: Type.Integer({ minimum: 1, maximum: 100_000 }),
        calendar: Type.Optional(CalendarName),
        siteId: OfSite,
      }),
      output: Type.Object({ dueAt: Moment, calendar: TextPair, steps: Type.Array(DeadlineStep) }),
      summary: text('逐步说明一个时限', 'Explain a deadline step by step'),
    }),
  },
  events: {
    'calendar.day_set': text('设定日历中的一天', 'Day set'),
    'calendar.day_removed': text('取消一天的特别安排', 'Day removed'),
    'calendar.hours_set': text('设定每周服务时间', 'Weekly hours set'),
    'calendar.year_confirmed': text('确认年度安排', 'Year confirmed'),
    'calendar.seeded': text('载入节假日安排', 'Holiday notices taken over'),
    'calendar.days_imported': text('导入日历', 'Days imported'),
  },
  menu: [
    {
      title: text('工作日历', 'Work calendar'),
      path: '/calendar',
      icon: 'calendar',
      permission: 'calendar.write',
      group: 'system',
      order: 40,
    },
  ],
  imports: {
    'calendar-days': {
      title: text('节假日与调休', 'Holidays and make-up days'),
      permission: 'calendar.write',
    },
  },
  problems: calendarProblems,
})
