import { text } from '#kernel/contract/text.ts'
import { each, eq, type FieldSeed, max, min, paper, rule } from './seed.ts'

const law = paper('政府采购法', '2014年修正', '2014-08-31')
const order = paper('政府采购法实施条例', '国务院令第658号', '2015-03-01')
const bidding = paper('招标投标法', '2017年修正', '2017-12-28')
const bidOrder = paper('招标投标法实施条例', '2019年修订', '2019-03-02')
const central = paper('中央预算单位政府集中采购目录及标准', '国办发〔2019〕55号', '2020-01-01', 'zuoy.net')
const local = paper('地方预算单位政府集中采购目录及标准指引', '财库〔2019〕69号', '2020-01-01')
const mustBid = paper('必须招标的工程项目规定', '发展改革委令第16号', '2018-06-01')
const intention = paper('关于开展政府采购意向公开工作的通知', '财库〔2020〕10号', '2020-07-01')
const consultation = paper('政府采购竞争性磋商采购方式管理暂行办法', '财库〔2014〕214号', '2014-12-31')
const framework = paper('政府采购框架协议采购方式管理暂行办法', '财政部令第110号', '2022-03-01')
const small = paper('政府采购促进中小企业发展管理办法', '', '2021-01-01')
const services = paper('关于推进和完善服务项目政府采购有关问题的通知', '财库〔2014〕37号', '2014-04-14')
const paying = paper('保障中小企业款项支付条例', '国务院令第802号', '2025-06-01')

const tender = text('采购文件和开标', 'Tender papers and opening of bids')
const award = text('评审、定标和签约', 'Evaluation, award and signing')
const choosing = text('采购方式', 'Method of procurement')
const complaint = text('询问、质疑和投诉', 'Queries, challenges and complaints')
const payment = text('合同付款', 'Paying contracts')

/** §10 of the national rules. */
export const procurement: FieldSeed = {
  field: 'PROCUREMENT',
  rules: [
    rule(
      'PROCUREMENT.SPLITTING',
      text('化整为零规避公开招标', 'Splitting to avoid open tender'),
      choosing,
      [max({}, 0, 'TIMES', law.A('第二十八条'))],
      text(
        '公开招标为主，另有邀请招标、竞争性谈判、单一来源、询价（第二十六条）。',
        'Open tender in the main; also invited tender, negotiation, single source, inquiry (Art 26).',
      ),
    ),
    rule(
      'PROCUREMENT.SUPPLIERS',
      text('邀请、谈判、询价的供应商', 'Suppliers invited, negotiated with or asked'),
      choosing,
      [
        min({ method: 'INVITED' }, 3, 'PIECE', law.A('第三十四条')),
        min({ method: 'NEGOTIATION' }, 3, 'PIECE', law.A('第三十八条')),
        min({ method: 'INQUIRY' }, 3, 'PIECE', law.A('第四十条')),
      ],
    ),
    rule(
      'PROCUREMENT.BID_DAYS',
      text('招标文件发出至投标截止', 'From the tender papers to the deadline'),
      tender,
      [min({}, 20, 'DAY', law.A('第三十五条'))],
    ),
    rule('PROCUREMENT.OFFER_WORKDAYS', text('采购文件提供期限', 'Days the papers are offered'), tender, [
      min({}, 5, 'WORKDAY', order.A('第三十一条')),
    ]),
    rule('PROCUREMENT.PREQUALIFICATION_WORKDAYS', text('资格预审期限', 'Days for prequalification'), tender, [
      min({}, 5, 'WORKDAY', order.A('第二十一条')),
    ]),
    rule('PROCUREMENT.BID_BOND', text('投标保证金', 'Bid bond'), tender, [
      max({}, 2, 'PERCENT', order.A('第三十三条')),
    ]),
    rule('PROCUREMENT.BID_BOND_RETURN', text('退还投标保证金', 'Return of the bid bond'), award, [
      max({}, 5, 'WORKDAY', order.A('第三十三条')),
    ]),
    rule('PROCUREMENT.PERFORMANCE_BOND', text('履约保证金', 'Performance bond'), award, [
      max({}, 10, 'PERCENT', order.A('第四十八条')),
    ]),
    rule('PROCUREMENT.REPORT_WORKDAYS', text('评审报告送采购人', 'Evaluation report to the buyer'), award, [
      max({}, 2, 'WORKDAY', order.A('第四十三条')),
    ]),
    rule('PROCUREMENT.DECISION_WORKDAYS', text('采购人确定中标供应商', 'The buyer fixes the winner'), award, [
      max({}, 5, 'WORKDAY', order.A('第四十三条')),
    ]),
    rule('PROCUREMENT.AWARD_WORKDAYS', text('中标通知和公告', 'Award notice and publication'), award, [
      max({}, 2, 'WORKDAY', order.A('第四十三条')),
    ]),
    rule('PROCUREMENT.SIGNING_DAYS', text('签订合同', 'Signing the contract'), award, [
      max({}, 30, 'DAY', law.A('第四十六条')),
    ]),
    rule('PROCUREMENT.CONTRACT_FILING', text('合同副本备案', 'Filing a copy of the contract'), award, [
      max({}, 7, 'WORKDAY', law.A('第四十七条')),
    ]),
    rule('PROCUREMENT.CONTRACT_PUBLICATION', text('合同公告', 'Publishing the contract'), award, [
      max({}, 2, 'WORKDAY', order.A('第五十条')),
    ]),
    rule(
      'PROCUREMENT.ADDITION',
      text('追加采购占原合同的比例', 'Additional purchase as a share of the contract'),
      award,
      [max({}, 10, 'PERCENT', law.A('第三十一、四十九条'))],
    ),
    rule(
      'PROCUREMENT.SINGLE_SOURCE_NOTICE',
      text('达到招标限额的单一来源公示', 'Notice of a single source over the tender limit'),
      choosing,
      [min({}, 5, 'WORKDAY', order.A('第三十八条'))],
    ),
    rule('PROCUREMENT.QUERY_ANSWER', text('答复询问', 'Answering a query'), complaint, [
      max({}, 3, 'WORKDAY', order.A('第五十二条')),
    ]),
    rule(
      'PROCUREMENT.CHALLENGE_WORKDAYS',
      text('质疑、答复、投诉、处理期限', 'Challenge, answer, complaint, decision'),
      complaint,
      each('step', { CHALLENGE: 7, ANSWER: 7, COMPLAINT: 15, DECISION: 30 }, (key, days) =>
        max(key, days, 'WORKDAY', law.A('第五十二至五十六条')),
      ),
    ),
    rule(
      'PROCUREMENT.FILES_YEARS',
      text('采购文件保存', 'Keeping procurement files'),
      text('采购档案', 'Procurement files'),
      [min({}, 15, 'YEAR', law.A('第四十二条'))],
    ),
    rule(
      'PROCUREMENT.ACCEPTANCE_PAPERS',
      text('逐项验收书（技术、服务、安全）', 'Acceptance by technical, service and safety item'),
      payment,
      [min({}, 1, 'PIECE', order.A('第四十五条'), { effect: 'warn' })],
    ),
    rule(
      'PROCUREMENT.COMMITTEE',
      text('评标委员会人数', 'Evaluation committee'),
      award,
      [min({}, 5, 'PERSON', bidding.A('第三十七条'))],
      text('须为单数。', 'An odd number.'),
    ),
    rule(
      'PROCUREMENT.COMMITTEE_EXPERTS',
      text('评标委员会专家比例', 'Experts on the committee'),
      award,
      [min({}, 66.67, 'PERCENT', bidding.A('第三十七条'))],
      text('不少于三分之二。', 'Not less than two thirds.'),
    ),
    rule(
      'PROCUREMENT.CLARIFICATION_DAYS',
      text('澄清、异议、公示、报告期限', 'Clarification, objection, notice, report'),
      tender,
      [
        min({ notice: 'CLARIFICATION' }, 15, 'DAY', bidOrder.A('第二十一条')),
        min({ notice: 'OBJECTION' }, 10, 'DAY', bidOrder.A('第二十二条')),
        min({ notice: 'WINNER' }, 3, 'DAY', bidOrder.A('第五十四条')),
        max({ notice: 'REPORT' }, 15, 'DAY', bidding.A('第四十七条')),
      ],
    ),
    rule(
      'PROCUREMENT.OPEN_TENDER_FROM',
      text('公开招标数额标准', 'Amount from which open tender is due'),
      choosing,
      [
        min({ level: 'CENTRAL', object: 'GOODS_SERVICES' }, 2_000_000, 'CNY', central.B(), {
          effect: 'info',
        }),
        min({ object: 'GOODS_SERVICES' }, 2_000_000, 'CNY', local.C()),
      ],
    ),
    rule(
      'PROCUREMENT.SCATTERED_FROM',
      text('分散采购限额标准', 'Amount from which procurement law applies'),
      choosing,
      [
        min({ level: 'CENTRAL', object: 'GOODS_SERVICES' }, 1_000_000, 'CNY', central.B(), {
          effect: 'info',
        }),
        min({ level: 'CENTRAL', object: 'WORKS' }, 1_200_000, 'CNY', central.B(), { effect: 'info' }),
        min({ level: 'PROVINCE', object: 'GOODS_SERVICES' }, 500_000, 'CNY', local.C()),
        min({ level: 'CITY', object: 'GOODS_SERVICES' }, 300_000, 'CNY', local.C()),
        min({ level: 'COUNTY', object: 'GOODS_SERVICES' }, 300_000, 'CNY', local.C()),
        min({ object: 'WORKS' }, 600_000, 'CNY', local.C()),
      ],
    ),
    rule(
      'PROCUREMENT.MUST_BID_FROM',
      text('必须招标的数额', 'Amount from which bidding is a must'),
      choosing,
      each('object', { WORKS: 4_000_000, GOODS: 2_000_000, SERVICES: 1_000_000 }, (key, yuan) =>
        min(key, yuan, 'CNY', mustBid.C()),
      ),
    ),
    rule('PROCUREMENT.INTENTION_DAYS', text('采购意向公开', 'Publishing the intention'), tender, [
      min({}, 30, 'DAY', intention.C()),
    ]),
    rule(
      'PROCUREMENT.CONSULTATION_DAYS',
      text('竞争性磋商响应时间', 'Days for a competitive consultation'),
      tender,
      [min({}, 10, 'DAY', consultation.C())],
    ),
    rule('PROCUREMENT.FRAMEWORK_YEARS', text('框架协议期限', 'Years of a framework agreement'), award, [
      max({ object: 'GOODS' }, 1, 'YEAR', framework.C()),
      max({ object: 'SERVICES' }, 2, 'YEAR', framework.C()),
    ]),
    rule(
      'PROCUREMENT.FRAMEWORK_DROPPED',
      text('框架协议淘汰率', 'Share dropped for a framework agreement'),
      award,
      [min({}, 20, 'PERCENT', framework.C())],
    ),
    rule(
      'PROCUREMENT.SME_DEDUCTION_LOW',
      text('中小企业价格扣除下限', 'Price deduction for small firms, low end'),
      award,
      [min({}, 10, 'PERCENT', small.C())],
      text('2025 年一次实际招标用 15%。', 'A real tender of 2025 used 15%.'),
    ),
    rule(
      'PROCUREMENT.SME_DEDUCTION_HIGH',
      text('中小企业价格扣除上限', 'Price deduction for small firms, high end'),
      award,
      [max({}, 20, 'PERCENT', small.C())],
    ),
    rule('PROCUREMENT.SERVICE_CONTRACT_YEARS', text('服务合同期限', 'Years of a service contract'), award, [
      max({}, 3, 'YEAR', services.C()),
    ]),
    rule(
      'PAYMENT.SME_DAYS',
      text('向中小企业付款', 'Paying small firms'),
      payment,
      [max({ terms: 'USUAL' }, 30, 'DAY', paying.A()), max({ terms: 'AGREED' }, 60, 'DAY', paying.A())],
      text('自交付之日起；约定验收的自验收合格之日起。', 'From delivery, or from acceptance where agreed.'),
    ),
    rule(
      'PAYMENT.OVERDUE_INTEREST',
      text('逾期利率（未约定时）', 'Interest when overdue, absent agreement'),
      payment,
      [eq({}, 0.05, 'PERCENT_PER_DAY', paying.A('第十七条'), { effect: 'warn' })],
    ),
    rule(
      'PAYMENT.OVERDUE_PUBLICATION',
      text('公开上年度逾期未付款项', 'Publishing overdue debts of last year'),
      payment,
      [min({ by: '03-31' }, 1, 'TIMES', paying.A('第十八条'), { effect: 'warn' })],
    ),
  ],
}
