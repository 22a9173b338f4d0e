import { text } from '#kernel/contract/text.ts'
import { byFormula, each, eq, type FieldSeed, max, min, paper, rule } from './seed.ts'

const standard = paper(
  '党政机关办公用房建设标准',
  '发改投资〔2014〕2674号',
  '2014-11-24',
  'pjsjgswglj.com.cn/2018_11',
)
const range = paper('党政机关办公用房建设标准', '发改投资〔2014〕2674号', '2014-11-24', 'yueyang.gov.cn')
const conduct = paper(
  '党政机关办公用房管理办法',
  '中办发〔2017〕70号',
  '2017-12-05',
  'flipbuilder.com nfys/brzy',
)
const register = paper('全国党政机关办公用房数据库更新要求（省级做法）', '', '2018-01-01', 'iaiso.net')
const affairs = paper('机关事务管理条例', '国务院令第621号', '2012-10-01')

const rooms = text('办公用房配置', 'Allotting offices')
const building = text('办公楼新建和改造', 'Building and converting offices')

/** m² of usable area a person: the table of 2014. That of 1999 is often printed under its title; see `check-seed.ts`. */
export const areaTable = {
  CENTRAL: {
    MINISTER: 54,
    VICE_MINISTER: 42,
    BUREAU_CHIEF: 24,
    BUREAU_DEPUTY: 18,
    DIVISION: 12,
    BELOW_DIVISION: 9,
  },
  PROVINCE: {
    ...{ PROVINCE_CHIEF: 54, PROVINCE_DEPUTY: 42, DEPARTMENT_CHIEF: 30, DEPARTMENT_DEPUTY: 24 },
    ...{ DIVISION_CHIEF: 18, DIVISION_DEPUTY: 12, BELOW_DIVISION: 9 },
  },
  CITY: { CITY_CHIEF: 42, CITY_DEPUTY: 30, BUREAU_CHIEF: 24, BUREAU_DEPUTY: 18, BELOW_BUREAU: 9 },
  COUNTY: { COUNTY_CHIEF: 30, COUNTY_DEPUTY: 24, SECTION_CHIEF: 18, SECTION_DEPUTY: 12, BELOW_SECTION: 9 },
} as const

/** §1 and §2 of the national rules. */
export const officeSpace: FieldSeed = {
  field: 'OFFICE_SPACE',
  rules: [
    rule(
      'OFFICE.AREA_PER_PERSON',
      text('办公室人均使用面积', 'Office area a person'),
      rooms,
      [
        ...Object.entries(areaTable).flatMap(([level, ranks]) =>
          each('rank', ranks, (key, area) => max({ level, ...key }, area, 'M2_PER_PERSON', standard.B())),
        ),
        max({ level: 'TOWNSHIP' }, 24, 'M2_PER_PERSON', standard.B()),
      ],
      text(
        '使用面积，休息室含在内。乡级由省里定，原则上不超过县级副职。不少网页把 1999 年的表（市级正职 32、县级正职 20、处级以下 6 等）冠以 2014 年的名称，导入时会被拒绝。',
        'Usable area, the rest room within it. Townships are set by the province, in principle not above a county deputy. Many pages print the table of 1999 (32, 20, 6 …) under the title of 2014; the loader refuses it.',
      ),
    ),
    rule(
      'OFFICE.WASHROOM_AREA',
      text('办公室内卫生间面积', 'Washroom within an office'),
      rooms,
      [max({}, 6, 'M2', standard.B())],
      text(
        '限省部级、省级厅（局）正职、市县党政正职，含在办公室面积内。',
        'Only for ministers, provincial department heads, city and county chiefs; within the office’s area.',
      ),
    ),
    rule(
      'OFFICE.SERVICE_AREA_PER_PERSON',
      text('服务用房人均使用面积', 'Service rooms a person'),
      building,
      [
        byFormula({ level: 'CITY' }, 'service-area-city', 'M2_PER_PERSON', standard.B()),
        byFormula({ level: 'CENTRAL' }, 'service-area-central', 'M2_PER_PERSON', standard.C()),
        byFormula({ level: 'PROVINCE' }, 'service-area-central', 'M2_PER_PERSON', standard.C()),
        byFormula({ level: 'COUNTY' }, 'service-area-county', 'M2_PER_PERSON', standard.C()),
      ],
      text(
        '服务用房指会议、接待、档案、图书、机房、保密、文印、收发、医务、值班、储藏、物业工勤、开水间、卫生间等；设备用房指变配电、水泵、水箱、中水、锅炉、空调、通信、电梯机房等；附属用房指食堂、停车库、警卫、人防；技术业务用房另计。',
        'Service rooms: meeting, reception, archive, library, network, secrecy, copying, mail, medical, duty, storage, janitors’ rooms, tea rooms, washrooms. Plant rooms: power, pumps, tanks, boilers, air conditioning, telecom, lifts. Annexes: canteen, garage, guard, civil defence. Technical rooms are counted apart.',
      ),
    ),
    rule('OFFICE.SERVICE_AREA_LOW', text('服务用房人均下限', 'Service rooms a person, low end'), building, [
      min({ level: 'CENTRAL' }, 7, 'M2_PER_PERSON', range.B()),
      min({ level: 'PROVINCE' }, 7, 'M2_PER_PERSON', range.B()),
    ]),
    rule('OFFICE.SERVICE_AREA_HIGH', text('服务用房人均上限', 'Service rooms a person, high end'), building, [
      max({ level: 'CENTRAL' }, 9, 'M2_PER_PERSON', range.B()),
      max({ level: 'PROVINCE' }, 9, 'M2_PER_PERSON', range.B()),
    ]),
    rule(
      'OFFICE.EQUIPMENT_AREA_SHARE',
      text('设备用房占办公室和服务用房的比例', 'Plant rooms as a share of office and service rooms'),
      building,
      [max({}, 9, 'PERCENT', standard.B())],
    ),
    rule(
      'OFFICE.USABLE_SHARE',
      text('基本办公用房使用面积系数', 'Usable share of the gross area'),
      building,
      [
        min({ building: 'MULTI_STOREY' }, 65, 'PERCENT', standard.B()),
        min({ building: 'HIGH_RISE' }, 60, 'PERCENT', standard.B()),
      ],
    ),
    rule('OFFICE.CANTEEN_AREA', text('食堂建筑面积', 'Gross area of the canteen'), building, [
      byFormula({}, 'canteen-area', 'M2', standard.B()),
    ]),
    rule('OFFICE.PARKING_AREA', text('停车库建筑面积', 'Garage area'), building, [
      max({ parked: 'CAR', spaces: 'UP_TO_200' }, 40, 'M2_PER_SPACE', standard.B()),
      max({ parked: 'CAR', spaces: 'ABOVE_200' }, 38, 'M2_PER_SPACE', standard.B()),
      max({ parked: 'BICYCLE' }, 1.8, 'M2_PER_SPACE', standard.B()),
      max({ parked: 'EBIKE' }, 2.5, 'M2_PER_SPACE', standard.B()),
    ]),
    rule('OFFICE.GUARD_AREA', text('警卫用房', 'Guard rooms'), building, [
      max({}, 25, 'M2_PER_PERSON', standard.B()),
    ]),
    rule('OFFICE.DESIGN_TEMPERATURE', text('室内设计温度', 'Design temperature'), building, [
      min({ season: 'WINTER' }, 20, 'CELSIUS', standard.C()),
      eq({ season: 'SUMMER' }, 26, 'CELSIUS', standard.C()),
    ]),
    rule(
      'OFFICE.OFFICES_PER_LEADER',
      text('领导干部办公用房数量', 'Offices a leader has'),
      rooms,
      [max({}, 1, 'PIECE', conduct.B('第十九条'))],
      text(
        '确需第二处的，须两地相距远、经常前往、严格审批，且面积小于标准。',
        'A second, smaller one only when the posts are far apart, often visited and strictly approved.',
      ),
    ),
    rule(
      'OFFICE.VACATE_SECOND_MONTHS',
      text('不再兼任后腾退第二处办公用房', 'Leaving a second office'),
      rooms,
      [max({}, 2, 'MONTH', conduct.B('第十九条'))],
    ),
    rule('OFFICE.RECLAIM_MONTHS', text('调动、退休后收回办公用房', 'Taking an office back'), rooms, [
      max({}, 1, 'MONTH', conduct.B('第十九条')),
    ]),
    rule(
      'OFFICE.ANNUAL_PUBLICATION',
      text('办公用房安排每年内部公示、领导用房备案', 'Yearly publication of who sits where'),
      rooms,
      [min({}, 1, 'TIMES', conduct.B('第十九条'))],
    ),
    rule(
      'OFFICE.DATABASE_UPDATE',
      text('更新全国办公用房数据库', 'Updating the national database of offices'),
      rooms,
      [min({ by: '09-30' }, 1, 'TIMES', register.B())],
    ),
    rule(
      'OFFICE.UNAPPROVED_LEASE',
      text('出租出借、未经批准租用办公用房', 'Letting, lending or renting offices without approval'),
      rooms,
      [max({}, 0, 'PIECE', affairs.A('第二十三条'))],
      text(
        '分配凭证可用于法人登记、集体户籍、大中修许可，不得用于出租出借经营；不得擅自改变用途、转给其他单位。',
        'The certificate of use serves registration and repair permits, never letting or business; no change of use, no passing on.',
      ),
    ),
  ],
}
