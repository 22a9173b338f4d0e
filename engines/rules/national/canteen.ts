import { text } from '#kernel/contract/text.ts'
import { each, type FieldSeed, max, min, paper, rule } from './seed.ts'

const practice = paper(
  '餐饮服务食品安全操作规范',
  '市场监管总局2018年第12号公告',
  '2018-10-01',
  'tianqiyubao2.com',
)
const drinks = paper('餐饮服务食品安全操作规范', '市场监管总局2018年第12号公告', '2018-10-01', 'renjv.com')
const law = paper('食品安全法', '2021年修正', '2021-04-29')
const lawOrder = paper('食品安全法实施条例', '国务院令第721号', '2019-12-01')
const units = paper('集中用餐单位落实食品安全主体责任监督管理规定', '', '2025-04-15', 'cng360.com')
const waste = paper('机关食堂反食品浪费工作要求', '', '2024-01-01', 'dzb.zzrbnews.com')
const wasteLaw = paper('反食品浪费法', '', '2021-04-29')

const kitchen = text('食堂加工和留样', 'Kitchen work and samples')
const stock = text('食堂进货', 'Taking in food')
const running = text('食堂管理', 'Running the canteen')

/** §11 of the national rules, and the canteen part of §8. “6–8 cm” of the brief is no requirement of anybody. */
export const canteen: FieldSeed = {
  field: 'CANTEEN',
  rules: [
    rule(
      'CANTEEN.SAMPLE_GRAMS',
      text('每个品种留样量', 'Sample of each dish'),
      kitchen,
      [min({}, 125, 'GRAM', practice.B())],
      text(
        '专用密闭消毒容器，冷藏，有记录；集中用餐单位食堂另见 GB 31654-2021。',
        'In a sealed disinfected container, chilled, on record; see also GB 31654-2021.',
      ),
    ),
    rule('CANTEEN.SAMPLE_HOURS', text('留样时间', 'How long samples are kept'), kitchen, [
      min({}, 48, 'HOUR', practice.B()),
    ]),
    rule('CANTEEN.CHILL_LOW', text('冷藏温度下限', 'Chilled storage, low end'), kitchen, [
      min({}, 0, 'CELSIUS', practice.C()),
    ]),
    rule(
      'CANTEEN.CHILL_HIGH',
      text('冷藏温度上限', 'Chilled storage, high end'),
      kitchen,
      [max({}, 8, 'CELSIUS', practice.C())],
      text(
        '有一处写 0—10 ℃。网上的“6—8 厘米”查无出处，疑为 0—8 ℃ 之误。',
        'One page says 0–10 ℃. “6–8 cm” has no source; probably 0–8 ℃ misread.',
      ),
    ),
    rule(
      'CANTEEN.CORE_TEMPERATURE',
      text('烧熟、再加热中心温度', 'Core temperature, cooked and reheated'),
      kitchen,
      each('treatment', { COOKING: 70, REHEATING: 70 }, (key, degrees) =>
        min(key, degrees, 'CELSIUS', practice.C()),
      ),
    ),
    rule('CANTEEN.HOLDING_HOURS', text('常温备餐时间', 'Holding food at room temperature'), kitchen, [
      max({}, 2, 'HOUR', practice.C()),
      max({ food: 'DRINKS' }, 2, 'HOUR', drinks.B()),
    ]),
    rule('CANTEEN.HOLDING_HOT', text('超过 2 小时热藏温度', 'Kept hot beyond two hours'), kitchen, [
      min({}, 60, 'CELSIUS', practice.C()),
      min({ food: 'DRINKS' }, 60, 'CELSIUS', drinks.B()),
    ]),
    rule('CANTEEN.HOLDING_COLD', text('超过 2 小时冷藏温度', 'Kept cold beyond two hours'), kitchen, [
      max({}, 8, 'CELSIUS', practice.C()),
      max({ food: 'DRINKS' }, 8, 'CELSIUS', drinks.B()),
    ]),
    rule('CANTEEN.SPECIAL_ROOM', text('专间温度', 'Special room'), kitchen, [
      max({}, 25, 'CELSIUS', practice.C()),
    ]),
    rule(
      'CANTEEN.DISINFECTION_TEMPERATURE',
      text('餐具消毒温度', 'Disinfecting dishes: temperature'),
      kitchen,
      each('disinfection', { STEAM: 100, INFRARED: 120, WASHER: 85 }, (key, degrees) =>
        min(key, degrees, 'CELSIUS', practice.C()),
      ),
    ),
    rule(
      'CANTEEN.DISINFECTION_MINUTES',
      text('餐具消毒时间', 'Disinfecting dishes: minutes'),
      kitchen,
      each('disinfection', { STEAM: 10, INFRARED: 10, CHLORINE: 5 }, (key, minutes) =>
        min(key, minutes, 'MINUTE', practice.C()),
      ),
    ),
    rule('CANTEEN.WASHER_SECONDS', text('洗碗机消毒时间', 'Disinfecting in a washer: seconds'), kitchen, [
      min({}, 40, 'SECOND', practice.C()),
    ]),
    rule('CANTEEN.CHLORINE', text('有效氯浓度', 'Chlorine'), kitchen, [
      min({}, 250, 'MG_PER_L', practice.C()),
    ]),
    rule(
      'CANTEEN.HEALTH_CERTIFICATE',
      text('从业人员健康检查间隔', 'Health certificate of staff'),
      running,
      [max({}, 1, 'YEAR', law.A('第四十五条'))],
      text('取得健康证明后上岗。', 'Before they begin.'),
    ),
    rule(
      'CANTEEN.RECORDS_MONTHS',
      text('进货记录保存', 'Records of what came in'),
      stock,
      [
        min({ food: 'WITH_SHELF_LIFE' }, 6, 'MONTH', law.A('第五十、五十三条'), { effect: 'warn' }),
        min({ food: 'WITHOUT_SHELF_LIFE' }, 24, 'MONTH', law.A('第五十、五十三条'), { effect: 'warn' }),
        min({ food: 'PRODUCE' }, 6, 'MONTH', law.A('第六十五条'), { effect: 'warn' }),
      ],
      text(
        '有保质期的自保质期满起算。条文写的是生产者、经营企业、农产品销售者，食堂按操作规范参照（C 级）。',
        'With a shelf life, counted from its end. Written for producers and traders; canteens follow by the practice code (C).',
      ),
    ),
    rule(
      'CANTEEN.SELF_CHECK',
      text('原料控制、餐具消毒、留样、定期自查', 'Ingredients, disinfection, samples, self-checks'),
      running,
      [min({}, 1, 'TIMES', lawOrder.A('第二十八条'), { effect: 'warn' })],
      text('承包经营的须有许可，单位负责监督。', 'A contractor needs a licence, and the unit supervises.'),
    ),
    rule(
      'CANTEEN.UNIT_DUTY',
      text('集中用餐单位主体责任', 'Duty of the unit that feeds its people'),
      running,
      [min({}, 1, 'TIMES', units.B())],
      text(
        '点名机关食堂；自营、委托承包、订餐三种方式；不得一包了之；设食品安全总监、安全员，日管控、周排查、月调度。',
        'Names office canteens: own, contracted, ordered; no washing one’s hands of it; a director and officers, checks by day, week and month.',
      ),
    ),
    rule(
      'CANTEEN.DIRECTOR_HEADCOUNT',
      text('设食品安全总监的用餐人数', 'People from which a food safety director is due'),
      running,
      [
        min({ canteen: 'UNIT' }, 1000, 'PERSON', units.C()),
        min({ canteen: 'SCHOOL' }, 500, 'PERSON', units.C()),
      ],
    ),
    rule(
      'CANTEEN.WASTE_EVALUATIONS',
      text('反食品浪费自评（每年）', 'Self-evaluations against waste, a year'),
      running,
      [min({}, 4, 'TIMES', waste.B())],
      text(
        '每季度一次，内容为制度、措施、监督、宣传、监测；不合格的整改、复查、处理。反食品浪费法第六、八、十八条 [A]。',
        'Each quarter: rules, measures, supervision, education, monitoring; what fails is put right and looked at again. Anti-waste law, Art 6, 8, 18 [A].',
      ),
    ),
    rule(
      'CANTEEN.WASTE_SPOT_CHECKS',
      text('同级抽查食堂比例（每年）', 'Canteens spot-checked a year'),
      running,
      [min({}, 35, 'PERCENT', waste.B())],
    ),
    rule('CANTEEN.WASTE_COVERAGE_YEARS', text('抽查全覆盖周期', 'Years to cover all canteens'), running, [
      max({}, 3, 'YEAR', waste.B()),
    ]),
    rule(
      'CANTEEN.WASTE_LAW',
      text('公务活动用餐反浪费制度', 'Rules against waste at official meals'),
      running,
      [min({}, 1, 'TIMES', wasteLaw.A('第六、八、十八条'), { effect: 'warn' })],
    ),
  ],
}
