import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'

/** The words of the calendar's refusals. */
export const calendarProblems: ProblemTexts = {
  'calendar.unknown': text('没有名为“{name}”的日历。', 'There is no calendar “{name}”.'),
  'calendar.unknown_site': text('找不到这个地点。', 'There is no such site.'),
  'calendar.bad_hours': text(
    '“{hours}”不是服务时段，请写成 08:30-12:00, 14:00-17:30。',
    '“{hours}” is not a stretch of hours; write 08:30-12:00, 14:00-17:30.',
  ),
  'calendar.hours_needed': text(
    '半天和自定时段需要填写服务时间。',
    'A half day or a day with its own hours needs those hours.',
  ),
  'calendar.no_such_day': text('{day} 没有特别安排。', 'Nothing is arranged for {day}.'),
  'calendar.round_the_clock': text(
    '全天候日历每分钟都计时，没有服务时段可改。',
    'The round-the-clock calendar counts every minute; there are no hours to change.',
  ),
  'calendar.no_working_time': text(
    '这份日历 400 天内没有服务时间，请先设定每周服务时间。',
    'This calendar has no working time within 400 days; set its weekly hours first.',
  ),
  'calendar.year_out_of_range': text(
    '只能安排 2000 至 2100 年。',
    'Only the years 2000 to 2100 can be arranged.',
  ),
  'calendar.year_not_arranged': text(
    '{year} 年还没有任何安排，无法确认。',
    'Nothing is arranged for {year} yet, so it cannot be confirmed.',
  ),
}
