import { text } from '#kernel/contract/text.ts'
import { byFormula, each, eq, type FieldSeed, max, min, paper, rule } from './seed.ts'

const machines = paper(
  '中央行政单位通用办公设备家具配置标准',
  '财资〔2016〕27号',
  '2016-07-01',
  'm.ithome.com',
)
const furniture = paper(
  '中央行政单位通用办公设备家具配置标准',
  '财资〔2016〕27号',
  '2016-07-01',
  'zcglc.hamc.edu.cn',
)
const wear = paper('政府会计准则第3号——固定资产应用指南', '财会〔2017〕4号', '2019-01-01', 'hyt33.com')
const assets = paper('行政事业性国有资产管理条例', '国务院令第738号', '2021-04-01')
const threshold = paper('事业单位财务规则', '2022年修订', '2022-03-01')
const pool = paper('公物仓闲置资产上缴规定（滨州市）', '', '2022-01-01', 'lxsnb.com')

const buying = text('资产配置和采购', 'Allotting and buying assets')
const renewing = text('资产更新和报废', 'Renewing and writing off assets')
const books = text('资产账和清查', 'Asset books and stock-takes')
const notBefore = text(
  '未到最低年限的，除损坏无法修复外不得更新；到年限仍能用的继续使用。',
  'Not before its least life unless beyond repair; still usable, keep it.',
)

/** §9 of the national rules: the table of 2016 and what stands around it. */
export const equipment: FieldSeed = {
  field: 'EQUIPMENT',
  rules: [
    rule(
      'EQUIPMENT.PRICE_CAP',
      text('通用设备家具价格上限', 'Price cap of equipment and furniture'),
      buying,
      [
        ...each(
          'article',
          {
            DESKTOP: 5000,
            LAPTOP: 7000,
            PRINTER_A4_MONO: 1200,
            PRINTER_A4_COLOUR: 2000,
            PRINTER_A3_MONO: 7600,
            PRINTER_A3_COLOUR: 15_000,
            COPIER: 35_000,
            FAX: 3000,
          },
          (key, price) => max(key, price, 'CNY', machines.B()),
        ),
        ...each('article', { SCANNER: 4000, SHREDDER: 1000, PROJECTOR: 10_000 }, (key, price) =>
          max(key, price, 'CNY', machines.C()),
        ),
        ...(
          [
            ['DESK', 4500, 3000],
            ['CHAIR', 1500, 800],
            ['BOOKCASE', 2000, 1200],
            ['FILE_CABINET', 2000, 1000],
            ['WARDROBE', 2000, 1000],
          ] as const
        ).flatMap(([article, bureau, division]) => [
          max({ article, userRank: 'BUREAU' }, bureau, 'CNY', furniture.B()),
          max({ article, userRank: 'DIVISION_AND_BELOW' }, division, 'CNY', furniture.B()),
        ]),
        ...each(
          'article',
          {
            SOFA_THREE: 3000,
            SOFA_ONE: 1500,
            TEA_TABLE_LARGE: 1000,
            TEA_TABLE_SMALL: 800,
            VISITOR_CHAIR: 800,
            SECRECY_CABINET: 3000,
            TEA_CABINET: 1500,
            MEETING_CHAIR: 800,
          },
          (key, price) => max(key, price, 'CNY', furniture.B()),
        ),
      ],
      text(
        '数量按编制内实有人数计算。打印机价格见于省里的翻版，与中央一致。',
        'Shares are of the staff really there on established posts. Printer prices were seen in a provincial copy and agree.',
      ),
    ),
    rule(
      'EQUIPMENT.MEETING_TABLE_PRICE',
      text('会议桌价格（按会议室面积）', 'Meeting tables, by room area'),
      buying,
      each('roomArea', { UP_TO_50: 1600, FROM_50_TO_100: 1200, ABOVE_100: 1000 }, (key, price) =>
        max(key, price, 'CNY_PER_M2', furniture.B()),
      ),
    ),
    rule('EQUIPMENT.SHARE_OF_STAFF', text('办公设备占人数的比例', 'Equipment as a share of staff'), buying, [
      max({ article: 'DESKTOP', secrecy: 'yes' }, 150, 'PERCENT', machines.B()),
      max({ article: 'DESKTOP' }, 100, 'PERCENT', machines.B()),
      ...each(
        'article',
        { LAPTOP: 50, PRINTER_ALL: 80, PRINTER_A4_COLOUR: 3, PRINTER_A3: 15, FAX: 30 },
        (key, share) => max(key, share, 'PERCENT', machines.B()),
      ),
    ]),
    rule('EQUIPMENT.COPIERS', text('复印机台数', 'Copiers'), buying, [
      byFormula({}, 'copiers', 'PIECE', machines.B()),
    ]),
    rule('EQUIPMENT.PER_PERSON', text('每人配置数量', 'Pieces a person'), buying, [
      ...each('article', { DESK: 1, CHAIR: 1, FILE_CABINET: 1 }, (key, pieces) =>
        max(key, pieces, 'PIECE', furniture.B()),
      ),
      max({ article: 'BOOKCASE', userRank: 'BUREAU' }, 2, 'PIECE', furniture.B()),
      max({ article: 'BOOKCASE', userRank: 'DIVISION_AND_BELOW' }, 1, 'PIECE', furniture.B()),
    ]),
    rule(
      'EQUIPMENT.PER_ROOM',
      text('每间配置数量', 'Pieces a room'),
      buying,
      each('article', { TEA_TABLE: 1, VISITOR_CHAIR: 1, WARDROBE: 1, TEA_CABINET: 1 }, (key, pieces) =>
        max(key, pieces, 'PIECE', furniture.B()),
      ),
      text(
        '大茶几、小茶几选一；沙发、会议椅按房间配；保密柜按需要配。',
        'One large or one small tea table; sofas and meeting chairs by the room, secrecy cabinets by need.',
      ),
    ),
    rule(
      'EQUIPMENT.MIN_LIFE_YEARS',
      text('通用设备家具最低使用年限', 'Least years of use'),
      renewing,
      [
        ...each('article', { DESKTOP: 6, LAPTOP: 6, PRINTER_ALL: 6, COPIER: 6, FAX: 6 }, (key, years) =>
          min(key, years, 'YEAR', machines.B()),
        ),
        ...each(
          'article',
          {
            DESK: 15,
            CHAIR: 15,
            SOFA_THREE: 15,
            SOFA_ONE: 15,
            TEA_TABLE: 15,
            VISITOR_CHAIR: 15,
            BOOKCASE: 15,
            WARDROBE: 15,
            FILE_CABINET: 20,
            SECRECY_CABINET: 20,
            TEA_CABINET: 20,
            MEETING_TABLE: 20,
            MEETING_CHAIR: 15,
          },
          (key, years) => min(key, years, 'YEAR', furniture.B()),
        ),
      ],
      notBefore,
    ),
    rule(
      'EQUIPMENT.COPIER_SHEETS',
      text('复印机更新前的印数', 'Sheets before a copier is renewed'),
      renewing,
      [min({}, 300_000, 'SHEET', machines.B())],
      text('6 年或 30 万张，先到为准。', 'Six years or 300,000 sheets, whichever comes first.'),
    ),
    rule('ASSETS.DEPRECIATION_YEARS', text('折旧年限', 'Years of depreciation'), books, [
      ...each(
        'assetKind',
        {
          STEEL_CONCRETE: 50,
          BRICK: 30,
          SIMPLE_BUILDING: 8,
          COMPUTER: 6,
          OFFICE_MACHINE: 6,
          VEHICLE: 8,
          LIBRARY_EQUIPMENT: 5,
          MACHINERY: 10,
          ELECTRICAL: 5,
          TELECOM: 5,
        },
        (key, years) => min(key, years, 'YEAR', wear.B()),
      ),
      min({ assetKind: 'FURNITURE' }, 15, 'YEAR', wear.C()),
    ]),
    rule(
      'ASSETS.RECOGNITION_PRICE',
      text('固定资产起点单价', 'Price from which it is a fixed asset'),
      books,
      [min({}, 1000, 'CNY', threshold.C())],
      text(
        '使用年限在一年以上；大批同类物资不到起点的也列入。',
        'Used for over a year; many alike below the threshold count too.',
      ),
    ),
    rule(
      'ASSETS.RECOGNITION_YEARS',
      text('固定资产起点年限', 'Years from which it is a fixed asset'),
      books,
      [min({}, 1, 'YEAR', threshold.C())],
    ),
    rule(
      'ASSETS.FINAL_ACCOUNTS_YEARS',
      text('工程交付后办理竣工决算', 'Final accounts after works are delivered'),
      books,
      [max({}, 1, 'YEAR', assets.A('第三十一条'))],
    ),
    rule(
      'ASSETS.OFF_BOOK',
      text('账外资产', 'Assets off the books'),
      books,
      [max({}, 0, 'PIECE', assets.A('第三十条'))],
      text(
        '优先调剂（第十一条），岗位责任和交接（第十五条），依文处置（第十九条），四种情形及时报废报损（第二十一条），定期盘点（第三十四条），处置即销账（第三十五条），六种情形全面清查（第三十七条），权属登记（第四十条）。',
        'Reallocate first (11), duty and hand-over (15), disposal by approval (19), write-off in four cases (21), stock-takes (34), off the books at once (35), full count in six cases (37), titles (40).',
      ),
    ),
    rule('ASSETS.YEARLY_REPORT', text('资产年度报告', 'Yearly report on assets'), books, [
      min({}, 1, 'TIMES', assets.A('第四十五条'), { effect: 'warn' }),
    ]),
    rule(
      'ASSETS.IDLE_MONTHS',
      text('闲置资产上缴公物仓', 'Idle assets to be surrendered'),
      books,
      [max({}, 6, 'MONTH', pool.B(), { jurisdiction: '371600' })],
      text(
        '滨州市的做法，供参考。新增配置先查公物仓。',
        'As Binzhou does it, for reference. Look into the pool before anything is bought.',
      ),
    ),
    rule(
      'ASSETS.CODE_GENERATION',
      text('资产分类代码版本', 'Generation of asset codes'),
      books,
      [
        eq(
          {},
          2022,
          'YEAR',
          paper('固定资产等资产基础分类与代码', 'GB/T 14885-2022', '2022-12-30', 'gbstd.com').B(),
          { effect: 'info' },
        ),
      ],
      text(
        '代替 2010 版（7 位、四级）；一级为 A01 房屋和构筑物至 A08 无形资产，新旧代码并存。',
        'Replaces that of 2010 (7 digits, 4 levels); first level A01 to A08; keep old and new codes.',
      ),
    ),
  ],
}
