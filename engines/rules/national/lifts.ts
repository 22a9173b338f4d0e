import { text } from '#kernel/contract/text.ts'
import { each, eq, type FieldSeed, max, min, paper, rule } from './seed.ts'

const law = paper('特种设备安全法', '', '2014-01-01')
const order = paper('特种设备安全监察条例', '国务院令第549号', '2009-05-01')
const inspection = paper('电梯监督检验和定期检验规则', 'TSG T7001-2023', '2023-04-02', 'zqwgzs.com')
const ownTest = paper('电梯自行检测规则', 'TSG T7008-2023', '2023-04-02', 'zqwgzs.com')
const upkeep = paper('电梯维护保养规则', 'TSG T5002-2017', '2017-08-01')
const units = paper('特种设备使用单位落实使用安全主体责任监督管理规定', '市场监管总局令第74号', '2023-05-05')

const using = text('电梯使用管理', 'Using lifts')
const checking = text('电梯检验检测', 'Inspecting lifts')
const years = { ON_1: 1, ON_2: 4, ON_3: 7, ON_4: 9, ON_5: 11, ON_6: 13, ON_7: 15 }

/** §12 of the national rules. */
export const lifts: FieldSeed = {
  field: 'LIFTS',
  rules: [
    rule('LIFTS.REGISTRATION_DAYS', text('使用登记', 'Registration of use'), using, [
      max({}, 30, 'DAY', law.A('第三十三条')),
    ]),
    rule('LIFTS.ARCHIVE_PARTS', text('安全技术档案内容', 'Contents of the technical archive'), using, [
      min({}, 5, 'PIECE', law.A('第三十五条')),
    ]),
    rule(
      'LIFTS.SELF_CHECKS_A_MONTH',
      text('使用单位每月自查', 'Self-checks a month'),
      using,
      [min({}, 1, 'TIMES', order.A('第二十七条'))],
      text('适用于各类特种设备，不限于电梯。', 'For all special equipment, lifts or not.'),
    ),
    rule(
      'LIFTS.UPKEEP_DAYS',
      text('清洁、润滑、调整、检查间隔', 'Cleaning, oiling, adjusting, checking'),
      using,
      [max({}, 15, 'DAY', order.A('第三十一条'))],
    ),
    rule(
      'LIFTS.UPKEEP_LEVELS',
      text('维保级别间隔', 'Interval of upkeep levels'),
      using,
      each('upkeep', { HALF_MONTH: 15, QUARTER: 90, HALF_YEAR: 180, YEAR: 365 }, (key, days) =>
        max(key, days, 'DAY', upkeep.C()),
      ),
    ),
    rule('LIFTS.APPLY_MONTHS', text('检验到期前申请', 'Applying before an inspection is due'), checking, [
      min({}, 1, 'MONTH', law.A('第四十条')),
    ]),
    rule(
      'LIFTS.INSPECTION_YEARS',
      text('定期检验年份（自安装起）', 'Years of inspection since it was built'),
      checking,
      [
        ...each('inspection', years, (key, year) =>
          eq(key, year, 'YEAR', inspection.B(), { effect: 'info' }),
        ),
      ],
      text(
        '例：2024 年 5 月安装的，2025、2028、2031、2033、2035、2037、2039 年检验，此后每年；其余年份自行检测。停用一年以上再用前检验；可提前 2 个月，基准月不变。',
        'Built 2024-05: inspected 2025, 2028, 2031, 2033, 2035, 2037, 2039, then yearly; own tests in between. Also after a year out of use; two months early at most, the base month stays.',
      ),
    ),
    rule(
      'LIFTS.INSPECTION_INTERVAL_AFTER_15',
      text('满 15 年后检验间隔', 'Interval beyond 15 years'),
      checking,
      [max({}, 1, 'YEAR', inspection.C())],
    ),
    rule('LIFTS.INSPECTION_EARLY_MONTHS', text('检验可提前', 'How early an inspection may be'), checking, [
      max({}, 2, 'MONTH', inspection.B()),
    ]),
    rule('LIFTS.OUT_OF_USE_YEARS', text('停用后须检验', 'Inspection after being out of use'), checking, [
      min({}, 1, 'YEAR', inspection.B()),
    ]),
    rule(
      'LIFTS.OWN_TEST_YEARS',
      text('自行检测间隔', 'Interval of own tests'),
      checking,
      [max({}, 2, 'YEAR', ownTest.B())],
      text('与定期检验错开的年份做。', 'In the years without an inspection.'),
    ),
    rule('LIFTS.OWN_TEST_EARLY_MONTHS', text('自行检测可提前', 'How early an own test may be'), checking, [
      max({}, 1, 'MONTH', ownTest.B()),
    ]),
    rule(
      'LIFTS.RESCUE_MINUTES',
      text('困人救援到场', 'Arriving at trapped people'),
      text('电梯困人', 'People trapped in a lift'),
      [
        max({ place: 'CITY' }, 30, 'MINUTE', upkeep.C()),
        max({ place: 'ELSEWHERE' }, 60, 'MINUTE', upkeep.C()),
      ],
    ),
    rule(
      'LIFTS.ACCIDENT_HOURS',
      text('轿厢滞留人员属一般事故', 'People held in a lift: an accident to report'),
      text('电梯困人', 'People trapped in a lift'),
      [max({}, 2, 'HOUR', order.A('第六十四条第三项'), { effect: 'warn' })],
      text('达到 2 小时即为一般事故，须报告。', 'From two hours on it is an accident and reported.'),
    ),
    rule(
      'LIFTS.CHECK_RHYTHM',
      text('日管控、周排查、月调度间隔', 'Checks by day, week and month'),
      using,
      each('rhythm', { DAILY: 1, WEEKLY: 7, MONTHLY: 31 }, (key, days) => max(key, days, 'DAY', units.C())),
    ),
  ],
}
