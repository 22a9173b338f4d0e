import { text } from '#kernel/contract/text.ts'
import { each, eq, type FieldSeed, max, min, paper, rule } from './seed.ts'

const labourLaw = paper('劳动法', '2018年修正', '2018-12-29')
const holidays = paper('全国年节及纪念日放假办法', '2024年修订', '2025-01-01')

const rota = text('排班和考勤', 'Rosters and attendance')

/** §14 of the national rules. The order of days off is issued every year: the calendar holds it. */
export const labour: FieldSeed = {
  field: 'LABOUR',
  rules: [
    rule('LABOUR.HOURS_A_DAY', text('每日工作时间', 'Hours a day'), rota, [
      max({}, 8, 'HOUR', labourLaw.A('第三十六条'), { effect: 'warn' }),
    ]),
    rule('LABOUR.HOURS_A_WEEK', text('每周工作时间', 'Hours a week'), rota, [
      max({}, 44, 'HOUR', labourLaw.A('第三十六条'), { effect: 'warn' }),
    ]),
    rule('LABOUR.OVERTIME_A_DAY', text('每日加班', 'Overtime a day'), rota, [
      max({}, 3, 'HOUR', labourLaw.A('第四十一条')),
    ]),
    rule('LABOUR.OVERTIME_A_MONTH', text('每月加班', 'Overtime a month'), rota, [
      max({}, 36, 'HOUR', labourLaw.A('第四十一条')),
    ]),
    rule(
      'LABOUR.OVERTIME_PAY',
      text('加班工资', 'Pay for overtime'),
      text('工资', 'Pay'),
      each('dayKind', { WORKDAY: 150, REST_DAY: 200, HOLIDAY: 300 }, (key, share) =>
        min(key, share, 'PERCENT', labourLaw.A('第四十四条')),
      ),
    ),
    rule('LABOUR.HOLIDAYS', text('全体公民放假天数', 'Public holidays a year'), rota, [
      eq({}, 13, 'DAY', holidays.A('第二条'), { effect: 'info' }),
    ]),
    rule(
      'LABOUR.WORK_AROUND_HOLIDAY',
      text('节假日前后连续工作', 'Work in a row around a holiday'),
      rota,
      [max({}, 6, 'DAY', holidays.A(), { effect: 'warn' })],
      text(
        '一般不超过 6 天；调休安排逐年公布，在日历中维护。',
        'Usually not more than six days; days off are issued yearly and kept in the calendar.',
      ),
    ),
  ],
}
