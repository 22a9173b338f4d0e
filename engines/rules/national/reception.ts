import { text } from '#kernel/contract/text.ts'
import { byFormula, each, eq, type FieldSeed, max, min, paper, rule } from './seed.ts'

const hosting = paper('党政机关国内公务接待管理规定', '中办发〔2013〕22号', '2013-12-01', 'hunan.sina.com.cn')
const thrift = paper('党政机关厉行节约反对浪费条例', '2025年修订', '2025-05-02', 'bwbk.net')
const usage = paper('“一函三单”（各地做法）', '', '2018-01-01', 'lsnavs.com')
const meals = paper('关于规范差旅伙食费和市内交通费收交管理的通知', '财办行〔2019〕104号', '2019-07-03')

const receiving = text('公务接待审批和报销', 'Approving and settling a reception')
const never = (cited: ReturnType<typeof hosting.B>) => [max({}, 0, 'TIMES', cited)]

/** §4 of the national rules. */
export const reception: FieldSeed = {
  field: 'RECEPTION',
  rules: [
    rule(
      'RECEPTION.OFFICIAL_LETTER',
      text('派出单位公函', 'Letter of the sending unit'),
      receiving,
      [min({}, 1, 'PIECE', thrift.B('第二十二条'))],
      text(
        '没有公函一律不接待；非公务活动不列入接待范围。接待费实行总额控制。',
        'No letter, no reception; nothing but official visits. The total expense is capped.',
      ),
    ),
    rule('RECEPTION.COMPANIONS', text('陪餐人数', 'Hosts at the table'), receiving, [
      byFormula({}, 'companions', 'PERSON', hosting.B()),
    ]),
    rule(
      'RECEPTION.WORK_MEALS',
      text('工作餐次数', 'Working meals'),
      receiving,
      [max({}, 1, 'TIMES', hosting.B())],
      text(
        '其余各餐由接待对象按标准自行用餐并交费。',
        'Other meals guests take by the standard and pay for.',
      ),
    ),
    rule(
      'RECEPTION.ALCOHOL',
      text('工作餐上酒', 'Alcohol at working meals'),
      receiving,
      never(thrift.B()),
      text(
        '2025 年起工作餐不上酒；2013 年的规定只禁止高档酒水。',
        'Since 2025 none at all; the text of 2013 forbade only costly drinks.',
      ),
    ),
    rule(
      'RECEPTION.CIGARETTES',
      text('工作餐提供香烟、高档菜肴', 'Cigarettes or costly dishes at working meals'),
      receiving,
      never(hosting.B()),
    ),
    rule(
      'RECEPTION.LUXURY_FOOD',
      text('鱼翅、燕窝、野生保护动物', 'Shark fin, bird’s nest, protected wildlife'),
      receiving,
      never(hosting.B()),
    ),
    rule(
      'RECEPTION.LUXURY_VENUES',
      text('私人会所、高消费场所', 'Private clubs and luxury venues'),
      receiving,
      never(hosting.B()),
    ),
    rule(
      'RECEPTION.WELCOME_AT_BORDER',
      text(
        '在机场、车站、码头、辖区边界迎送，跨地区陪同',
        'Welcomes at airports, stations, docks and borders; escort across areas',
      ),
      receiving,
      never(hosting.B()),
    ),
    rule(
      'RECEPTION.LIST_ITEMS',
      text('接待清单项目数', 'Items of the reception list'),
      receiving,
      [min({}, 7, 'PIECE', hosting.B(), { to: '2025-05-02' }), min({}, 9, 'PIECE', thrift.B())],
      text(
        '单位、姓名、职务、项目、时间、场所、费用；2025 年起另列陪同人员、工作保障人员。',
        'Unit, name, post, item, time, place, expense; since 2025 also who accompanied and who served.',
      ),
    ),
    rule(
      'RECEPTION.SETTLEMENT_PAPERS',
      text('报销凭证种类', 'Papers for settlement'),
      receiving,
      [min({}, 3, 'PIECE', hosting.B())],
      text(
        '财务票据、派出单位公函、接待清单。接待费不得在会议、培训等费用中列支。',
        'Invoice, letter of the sending unit, reception list. Never hidden in meetings or training.',
      ),
    ),
    rule(
      'RECEPTION.VOUCHER_SET',
      text('接待材料份数', 'Papers of a reception'),
      receiving,
      [min({}, 4, 'PIECE', usage.B(), { effect: 'info' })],
      text(
        '“一函三单”是习惯说法，不是条文，各地内容不同；本系统默认公函、审批单、接待清单、票据，菜单可选。',
        'A phrase of practice, not a statute; by default letter, approval, list and invoice, the menu optional.',
      ),
    ),
    rule(
      'RECEPTION.GUEST_CHARGE',
      text('接待对象伙食交费比例', 'What guests pay of their daily meal allowance'),
      receiving,
      each('meal', { BREAKFAST: 20, LUNCH: 40, SUPPER: 40 }, (key, share) =>
        eq(key, share, 'PERCENT', meals.C()),
      ),
    ),
  ],
}
