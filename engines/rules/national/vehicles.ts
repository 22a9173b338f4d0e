import { text } from '#kernel/contract/text.ts'
import { each, eq, type FieldSeed, max, min, paper, rule } from './seed.ts'

const cars = paper('党政机关公务用车管理办法', '中办发〔2017〕71号', '2017-12-05', 'ahtit.com/266394')
const renewal = paper('党政机关公务用车管理办法', '中办发〔2017〕71号', '2017-12-05', '71396.com')
const nev = paper('关于新能源汽车配备比例的通知（中央单位）', '', '2024-10-01', 'lmsht666.com')
const affairs = paper('机关事务管理条例', '国务院令第621号', '2012-10-01')
const traffic = paper('道路交通安全法实施条例', '国务院令第405号', '2004-05-01')
const relaxed = paper('关于深化机动车检验制度改革的意见', '', '2022-10-01')
const plan = paper('事业单位公务用车管理办法', '', '2023-01-01', 'frst-global.com/1156')
const scrapping = paper('机动车强制报废标准规定', '', '2013-05-01')
const sealing = paper('党政机关公务用车管理办法', '中办发〔2017〕71号', '2017-12-05', 'jtbfgs.com')

const special = (vehicleClass: string, bodyType: string) => ({ vehicleClass, special: 'yes', bodyType })
const buying = text('车辆购置和更新', 'Buying and replacing vehicles')
const driving = text('派车和排班', 'Dispatching and rosters')

/** §3 of the national rules. The 450,000/350,000 of ministerial cars is an older central rule: never load it here. */
export const vehicles: FieldSeed = {
  field: 'VEHICLES',
  rules: [
    rule(
      'FLEET.PRICE_CAP',
      text('车辆购置价格上限', 'Price cap of a vehicle'),
      buying,
      [
        max({ vehicleClass: 'CONFIDENTIAL_COMM' }, 120_000, 'CNY', cars.B()),
        max({ vehicleClass: 'EMERGENCY_SUPPORT' }, 180_000, 'CNY', cars.B()),
        max({ vehicleClass: 'OTHER' }, 180_000, 'CNY', cars.B()),
        max({ vehicleClass: 'LAW_ENFORCEMENT' }, 120_000, 'CNY', cars.B()),
        max(special('LAW_ENFORCEMENT', 'CAR'), 180_000, 'CNY', cars.B()),
        ...['EMERGENCY_SUPPORT', 'OTHER', 'LAW_ENFORCEMENT'].flatMap((one) => [
          max(special(one, 'OTHER_SMALL'), 250_000, 'CNY', cars.B()),
          max(special(one, 'MEDIUM_BUS'), 250_000, 'CNY', cars.B()),
          max(special(one, 'LARGE_BUS'), 450_000, 'CNY', cars.B()),
        ]),
        max({ bodyType: 'CAR', energy: 'NEV' }, 180_000, 'CNY', cars.B()),
      ],
      text(
        '不含车辆购置税。特种专业技术用车由主管部门会同财政部门另定。网上流传的 45 万、35 万元用车价格出自更早的中央规定，不适用于一般公务用车。',
        'Without purchase tax. Special technical vehicles are set by the department in charge with finance. The 450,000 and 350,000 yuan found on the web come from an older central rule and do not apply to ordinary cars.',
      ),
    ),
    rule('FLEET.DISPLACEMENT_CAP', text('车辆排气量上限', 'Displacement cap'), buying, [
      max({ vehicleClass: 'CONFIDENTIAL_COMM' }, 1.6, 'L', cars.B()),
      max({ vehicleClass: 'EMERGENCY_SUPPORT' }, 1.8, 'L', cars.B()),
      max({ vehicleClass: 'OTHER' }, 1.8, 'L', cars.B()),
      max({ vehicleClass: 'LAW_ENFORCEMENT' }, 1.6, 'L', cars.B()),
      max(special('LAW_ENFORCEMENT', 'CAR'), 1.8, 'L', cars.B()),
      ...['EMERGENCY_SUPPORT', 'OTHER', 'LAW_ENFORCEMENT'].flatMap((one) => [
        max(special(one, 'OTHER_SMALL'), 3, 'L', cars.B()),
        max(special(one, 'MEDIUM_BUS'), 3, 'L', cars.B()),
      ]),
    ]),
    rule(
      'FLEET.NEV_SHARE',
      text('新增和更新车辆中新能源汽车占比', 'Share of new-energy cars among those bought'),
      text('年度购置计划', 'The year’s buying plan'),
      [min({}, 30, 'PERCENT', nev.B(), { effect: 'info' })],
      text(
        '对中央单位的要求，地方单位参照，由本级规定。',
        'Asked of central units; others follow their own level.',
      ),
    ),
    rule(
      'FLEET.MIN_LIFE_YEARS',
      text('车辆最低使用年限', 'Least years of use'),
      text('车辆更新和处置', 'Replacing and disposing of vehicles'),
      [min({}, 8, 'YEAR', cars.C())],
      text(
        '到年限仍能用的继续使用；不得因提职、调动提前更新。',
        'Still usable: keep it; no early renewal for a promotion or transfer.',
      ),
    ),
    rule(
      'FLEET.EARLY_RENEWAL',
      text('因提职、调动提前更新车辆', 'Early renewal for a promotion or transfer'),
      buying,
      [max({}, 0, 'TIMES', renewal.B())],
    ),
    rule('FLEET.ANNUAL_PLAN', text('购置更新年度计划', 'Annual plan of purchases'), buying, [
      min({}, 1, 'TIMES', plan.B('第十一条')),
    ]),
    rule(
      'FLEET.BORROWED_CARS',
      text(
        '借用下级单位车辆、接受捐赠车辆、豪华装饰',
        'Cars borrowed from lower units or donated, luxury fittings',
      ),
      text('车辆入账', 'Taking vehicles on the books'),
      [max({}, 0, 'PIECE', affairs.A('第二十五条'))],
    ),
    rule(
      'FLEET.VEHICLE_ACCOUNTS',
      text('单车核算、使用登记和统计', 'Accounts and use records of each vehicle'),
      text('用车登记、油耗和维修', 'Use records, fuel and repairs'),
      [min({}, 1, 'PIECE', affairs.A('第二十六条'), { effect: 'warn' })],
    ),
    rule(
      'FLEET.FIXED_POINT_SERVICES',
      text('车辆保险、维修、加油定点采购', 'Insurance, repair and fuel at suppliers chosen by public buying'),
      text('用车登记、油耗和维修', 'Use records, fuel and repairs'),
      [min({}, 1, 'PIECE', affairs.A('第二十六条'), { effect: 'warn' })],
    ),
    rule(
      'FLEET.CENTRAL_DISPATCH',
      text(
        '集中管理、统一调度、使用登记和统计',
        'Managed and dispatched in one place, each use registered and counted',
      ),
      driving,
      [min({}, 1, 'PIECE', affairs.A('第二十六条'), { effect: 'warn' })],
    ),
    rule(
      'FLEET.UNIFIED_POSTS',
      text('编制、标准、购置经费、采购配备四统一', 'Number, standard, money and buying decided in one place'),
      buying,
      [min({}, 1, 'PIECE', cars.B(), { effect: 'warn' })],
      text(
        '五类公务用车按编制管理，编制外不得购置。',
        'The five classes are kept by an approved number; nothing is bought beyond it.',
      ),
    ),
    rule('FLEET.IMPORTED_CARS', text('配备进口车辆', 'Imported vehicles'), buying, [
      max({}, 0, 'PIECE', cars.B()),
    ]),
    rule(
      'FLEET.OFF_ROAD_FIXED',
      text('越野车作为领导干部固定用车', 'Off-road vehicles as the fixed car of a leader'),
      buying,
      [max({}, 0, 'PIECE', cars.B())],
    ),
    rule(
      'FLEET.USE_PUBLISHED',
      text(
        '用车时间、事由、地点、里程、油耗、费用登记并公示',
        'Time, reason, place, kilometres, fuel and cost published',
      ),
      text('用车登记、油耗和维修', 'Use records, fuel and repairs'),
      [min({}, 1, 'TIMES', cars.C())],
    ),
    rule(
      'FLEET.PARKED_AND_MARKED',
      text('定点停放、卫星定位、标识化', 'Fixed parking, positioning and livery'),
      driving,
      [min({}, 1, 'TIMES', cars.C())],
    ),
    rule(
      'FLEET.COMPULSORY_SCRAPPING',
      text('达到强制报废标准的车辆', 'Vehicles that have to be scrapped'),
      text('车辆更新和处置', 'Replacing and disposing of vehicles'),
      [max({}, 0, 'PIECE', scrapping.C())],
      text('年限和里程按车型，尚未核对原文。', 'Years and kilometres by kind of vehicle, not checked yet.'),
    ),
    rule(
      'FLEET.HOLIDAY_SEALING',
      text('节假日封存停驶', 'Sealing cars on holidays'),
      driving,
      [min({}, 1, 'TIMES', sealing.B())],
      text(
        '封存做法见于转载，尚未核对原文。',
        'Sealing was seen in a copy; the text itself is not checked yet.',
      ),
    ),
    rule('FLEET.FATIGUE_DRIVING_HOURS', text('连续驾驶时间', 'Driving without a rest'), driving, [
      max({}, 4, 'HOUR', traffic.A('第六十二条第七项')),
    ]),
    rule('FLEET.FATIGUE_REST_MINUTES', text('连续驾驶后停车休息', 'Rest after long driving'), driving, [
      min({}, 20, 'MINUTE', traffic.A('第六十二条第七项')),
    ]),
    rule(
      'FLEET.INSPECTION_INTERVAL_MONTHS',
      text('车辆安全技术检验间隔', 'Interval between vehicle inspections'),
      text('车辆年检', 'Vehicle inspections'),
      [
        ['COMMERCIAL_PASSENGER', { UP_TO_5Y: 12, OVER_5Y: 6 }] as const,
        ['LARGE_NON_COMMERCIAL', { UP_TO_10Y: 12, OVER_10Y: 6 }] as const,
        ['SMALL_NON_COMMERCIAL', { UP_TO_6Y: 24, FROM_6Y_TO_15Y: 12, OVER_15Y: 6 }] as const,
      ].flatMap(([category, bands]) =>
        each('ageBand', bands, (key, months) =>
          max({ category, ...key }, months, 'MONTH', traffic.A('第十六条'), { effect: 'warn' }),
        ),
      ),
      text(
        '条例的周期；2022 年放宽的做法另见“检验年份”，尚未核对。',
        'As the regulation says; for the relaxation of 2022 see the years of inspection, not checked.',
      ),
    ),
    rule(
      'FLEET.INSPECTION_YEARS',
      text('小微型非营运车辆上线检验年份', 'Years of on-site inspection, small private cars'),
      text('车辆年检', 'Vehicle inspections'),
      [
        eq({ occasion: 'FIRST' }, 6, 'YEAR', relaxed.C()),
        eq({ occasion: 'SECOND' }, 10, 'YEAR', relaxed.C()),
      ],
    ),
  ],
}
