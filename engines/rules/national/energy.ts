import { text } from '#kernel/contract/text.ts'
import { each, eq, type FieldSeed, max, min, paper, rule } from './seed.ts'

const saving = paper('公共机构节能条例', '国务院令第531号', '2008-10-01')
const temperature = paper('关于严格执行公共建筑空调温度控制标准的通知', '国办发〔2007〕42号', '2007-06-01')
const fiveYears = paper('“十四五”公共机构节约能源资源工作规划', '', '2021-01-01', 'kcqsx.com')
const factors = paper('综合能耗计算通则', 'GB/T 2589-2020', '2021-04-01')
const form = paper('公共机构能源资源消费统计调查制度', '2025-11-10修订', '2025-11-10', 'ecpi.ggj.gov.cn')

const running = text('节能管理', 'Saving energy')
const statistics = text('能耗统计和考核', 'Energy statistics and targets')
const duty = (article: string) => [
  min({}, 1, 'TIMES' as const, saving.A(article), { effect: 'warn' as const }),
]
const plan = { to: '2026-01-01', effect: 'info' as const }

/** §8 of the national rules. The targets of the next five years were not found: they are for people to add. */
export const energy: FieldSeed = {
  field: 'ENERGY',
  rules: [
    rule(
      'ENERGY.ANNUAL_PLAN',
      text('年度节能目标和计划', 'Yearly target and plan'),
      running,
      duty('第十三条'),
    ),
    rule(
      'ENERGY.METERING',
      text('分户、分类、分项计量和实时监测', 'Metering by user, kind and item'),
      running,
      duty('第十四条'),
    ),
    rule('ENERGY.REPORT', text('报送上年度能源消费', 'Report of last year’s energy'), statistics, [
      min({ by: '03-31' }, 1, 'TIMES', saving.A('第十五条'), { effect: 'warn' }),
    ]),
    rule(
      'ENERGY.QUOTA',
      text('能耗定额，超定额的说明原因', 'Quota; over it, explain'),
      statistics,
      duty('第十六、十七条'),
    ),
    rule(
      'ENERGY.LISTED_PRODUCTS',
      text('采购列入目录的节能产品', 'Buying listed energy-saving products'),
      text('采购', 'Procurement'),
      duty('第十八条'),
    ),
    rule('ENERGY.AUDIT', text('能源审计', 'Energy audit'), running, duty('第二十二、二十三条')),
    rule(
      'ENERGY.POST',
      text('能源管理岗位', 'Energy post'),
      running,
      duty('第二十五条'),
      text('可以采用合同能源管理（第二十六条）。', 'Energy performance contracts are allowed (Art 26).'),
    ),
    rule(
      'ENERGY.PROPERTY_CONTRACT',
      text('物业合同载明节能目标', 'Energy targets in the property contract'),
      text('物业合同', 'Property contracts'),
      duty('第二十七条'),
    ),
    rule(
      'ENERGY.DAILY_LIMITS',
      text('空调、待机、电梯、照明', 'Air conditioning, standby, lifts, lighting'),
      running,
      duty('第二十九至三十二条'),
    ),
    rule(
      'ENERGY.KEY_MONITORING',
      text(
        '重点监测：网络机房、食堂、开水间、锅炉房',
        'Key monitoring: server rooms, canteens, tea rooms, boilers',
      ),
      running,
      duty('第三十三条'),
    ),
    rule(
      'ENERGY.VEHICLES',
      text('车辆单车能耗核算', 'Energy accounts of each vehicle'),
      text('车辆能耗', 'Vehicles'),
      duty('第三十四条'),
      text(
        '违规情形见第三十七条，可作检查清单。',
        'Art 37 lists the violations, a checklist for compliance.',
      ),
    ),
    rule('ENERGY.ROOM_TEMPERATURE', text('室内温度', 'Room temperature'), running, [
      min({ season: 'SUMMER' }, 26, 'CELSIUS', temperature.C()),
      max({ season: 'WINTER' }, 20, 'CELSIUS', temperature.C()),
    ]),
    rule(
      'ENERGY.STATISTICS_FORM',
      text('统计报表版本', 'Version of the statistics form'),
      statistics,
      [eq({}, 2025, 'YEAR', form.B(), { effect: 'info' })],
      text(
        '2025 年修订删去用地面积、充电桩数量、可再生能源应用、UPS 装机容量，采暖表改为“热力消费量（按热量收费）”；范围为名录库中的公共机构。',
        'The revision of 2025 dropped land area, charging piles, renewables and UPS capacity; heat is counted by what is paid for. Institutions of the register only.',
      ),
    ),
    rule(
      'ENERGY.TARGET_REDUCTION',
      text('“十四五”下降目标（比 2020 年）', 'Reduction by 2025 against 2020'),
      statistics,
      each(
        'measure',
        { ENERGY_PER_M2: 5, ENERGY_PER_PERSON: 6, WATER_PER_PERSON: 6, CARBON_PER_M2: 7 },
        (key, share) => min(key, share, 'PERCENT', fiveYears.B(), plan),
      ),
    ),
    rule('ENERGY.TARGET_TOTAL', text('“十四五”总量目标（全国）', 'National totals by 2025'), statistics, [
      max({ measure: 'ENERGY' }, 18_900, 'TCE_10K', fiveYears.B(), plan),
      max({ measure: 'WATER' }, 124, 'M3_100M', fiveYears.B(), plan),
      max({ measure: 'CARBON' }, 4, 'T_CO2_100M', fiveYears.B(), plan),
    ]),
    rule(
      'ENERGY.NATIONAL_INTENSITY',
      text('全国公共机构平均强度', 'National average intensity'),
      statistics,
      [
        ...(
          [
            ['Y2020', 18.48, 329.56, 21.53],
            ['Y2022', 18.03, 321.27, 20.99],
          ] as const
        ).flatMap(([year, area, person, water]) => [
          eq({ year, measure: 'ENERGY_PER_M2' }, area, 'KGCE_PER_M2', fiveYears.B(), { effect: 'info' }),
          eq({ year, measure: 'ENERGY_PER_PERSON' }, person, 'KGCE_PER_PERSON', fiveYears.B(), {
            effect: 'info',
          }),
          eq({ year, measure: 'WATER_PER_PERSON' }, water, 'M3_PER_PERSON', fiveYears.B(), {
            effect: 'info',
          }),
        ]),
      ],
    ),
    rule('ENERGY.COAL_EQUIVALENT', text('折标准煤系数', 'Coal equivalents'), statistics, [
      eq({ fuel: 'ELECTRICITY' }, 0.1229, 'KGCE_PER_KWH', factors.C()),
      ...each('fuel', { RAW_COAL: 0.7143, PETROL: 1.4714, DIESEL: 1.4571, LPG: 1.7143 }, (key, factor) =>
        eq(key, factor, 'KGCE_PER_KG', factors.C()),
      ),
      eq({ fuel: 'HEAT' }, 0.03412, 'KGCE_PER_MJ', factors.C()),
    ]),
    rule('ENERGY.GAS_EQUIVALENT_LOW', text('天然气折标准煤系数下限', 'Natural gas, low end'), statistics, [
      min({}, 1.1, 'KGCE_PER_M3', factors.C()),
    ]),
    rule('ENERGY.GAS_EQUIVALENT_HIGH', text('天然气折标准煤系数上限', 'Natural gas, high end'), statistics, [
      max({}, 1.33, 'KGCE_PER_M3', factors.C()),
    ]),
  ],
}
