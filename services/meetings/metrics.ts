import type { Metric } from '#kernel/contract/module.ts'
import { type Text, text } from '#kernel/contract/text.ts'

const times = text('场', 'meetings')
const count = (title: Text, definition: Text, more: Partial<Metric> = {}): Metric => ({
  title,
  unit: times,
  definition,
  decimals: 0,
  kind: 'period',
  adds: true,
  ...more,
})
const rate = (
  title: Text,
  definition: Text,
  better: 'more' | 'less',
  more: Partial<Metric> = {},
): Metric => ({
  title,
  unit: text('%', '%'),
  definition,
  decimals: 1,
  better,
  plausible: { min: 0, max: 100, reason: text('比例应在 0 至 100 之间', 'A share lies between 0 and 100') },
  kind: 'period',
  adds: false,
  ...more,
})

/** The figures of the meetings; `server/metrics.ts` says how each is read. By organiser: broken down by `unit`. */
export const meetingsMetrics = {
  'meetings.held.count': count(
    text('召开会议', 'Meetings held'),
    text(
      '开始日期在期内、已经召开的会议数；取消和无人到场的不计。可按主办单位分解。',
      'Meetings that began in the period and were held; cancelled ones and those nobody came to are left out. By unit it shows the organisers.',
    ),
  ),
  'meetings.attendances.sum': count(
    text('参会人次', 'Attendances'),
    text(
      '期内召开的会议的参会人数之和；清点或签到过的按实到人数，否则按预订人数。',
      'Sum over the meetings held in the period: who came where that was recorded, else the headcount booked for.',
    ),
    { unit: text('人次', 'attendances') },
  ),
  'meetings.cancelled.count': count(
    text('取消会议', 'Meetings cancelled'),
    text('开始日期在期内、被取消的会议数。', 'Meetings to begin in the period that were cancelled.'),
    { better: 'less' },
  ),
  'meetings.per-day.max': count(
    text('单日最多会议', 'Most meetings on a day'),
    text(
      '期内召开会议最多的一天的会议数；相同时取较早的一天。',
      'Meetings held on the day of the period that had most; the earlier day where two had as many.',
    ),
    { adds: false },
  ),
  'meetings.per-day.min': count(
    text('单日最少会议', 'Fewest meetings on a day'),
    text(
      '期内已过去的工作日中，召开会议最少的一天的会议数。',
      'Meetings held on the working day of the period, of those past, that had fewest.',
    ),
    { adds: false },
  ),
  'meetings.by-organiser': count(
    text('各主办单位办会', 'Meetings by organiser'),
    text(
      '期内召开的会议数，明细一行一个主办单位，各行之和即本数。',
      'Meetings held in the period; behind it a row for each organising unit, which together make it.',
    ),
  ),
  'meetings.organisers.count': count(
    text('主办单位', 'Organising units'),
    text('期内召开过会议的主办单位数。', 'Units that held at least one meeting in the period.'),
    { unit: text('个', 'units'), adds: false, by: ['site'] },
  ),
  'meetings.checklist-completion.rate': rate(
    text('会务清单完成率', 'Checklist completion'),
    text(
      '期内召开、有检查清单的会议，每场必查项已填写的占比，再对各场取平均。',
      'Of each meeting held in the period that has checklists, the share of mandatory lines answered; the mean over the meetings.',
    ),
    'more',
    { target: 95 },
  ),
  'meetings.room-utilisation.rate': rate(
    text('会议室使用率', 'Use of the rooms'),
    text(
      '每间会议室期内召开会议的分钟数与同期工作时间分钟数之比，再对各会议室取平均；未到的时间不计。',
      'Of each room, the minutes of meetings held in the period by the minutes of working hours so far; the mean over the rooms.',
    ),
    'more',
    {
      by: ['site'],
      plausible: {
        min: 0,
        max: 300,
        reason: text(
          '使用率超过工作时间三倍，请核对',
          'More than three times the working hours; please check',
        ),
      },
    },
  ),
  'meetings.no-show.rate': rate(
    text('无人到场率', 'No-shows'),
    text(
      '开始日期在期内的会议中，无人签到被释放的，占召开与释放之和的比例。',
      'Of the meetings of the period that were held or released because nobody checked in, the share released.',
    ),
    'less',
    { target: 3 },
  ),
  'meetings.satisfaction.mean': {
    title: text('会议服务满意度', 'Satisfaction with meetings'),
    unit: text('分', 'of 5'),
    definition: text(
      '期内作出的评价（1–5 分）的平均数。',
      'Mean of the ratings (1 to 5) given in the period.',
    ),
    decimals: 2,
    better: 'more',
    target: 4.5,
    plausible: { min: 1, max: 5, reason: text('评分应在 1 至 5 之间', 'A rating lies between 1 and 5') },
    kind: 'period',
    adds: false,
  },
} as const satisfies Record<string, Metric>
