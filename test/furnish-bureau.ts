import { ensureCalendar } from '#engines/calendar/server/api.ts'
import { ensureCatalogue } from '#engines/catalogue/server/api.ts'
import { directoryServer } from '#engines/directory/server/index.ts'
import { ensureRules } from '#engines/rules/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { Role } from '#kernel/contract/roles.ts'
import { parseRow } from '#kernel/sheets/columns.ts'

type Sheet = Record<string, string>[]

/**
 * The places and people every test may count on. Unit 财政局 is served, 物业科 of the centre serves; each account is a
 * person of its own, and 孙立国 is a second repairman, so that work can be handed over.
 */
const sites: Sheet = [
  {
    物业编号: 'P001',
    物业名称: '一号办公楼',
    类型: '办公楼',
    建筑面积: '6000',
    地址: '清波路1号',
    院区: '主院区',
  },
  {
    物业编号: 'P002',
    物业名称: '二号办公楼',
    类型: '办公楼',
    建筑面积: '4500.5',
    地址: '清波路2号',
    院区: '主院区',
  },
  {
    物业编号: 'P003',
    物业名称: '东区食堂',
    类型: '食堂',
    建筑面积: '1800',
    地址: '望湖街9号',
    院区: '东院区',
  },
]
const units: Sheet = [
  { 单位编码: 'U001', 单位名称: '财政局', 级别: '区级', 类别: '服务对象' },
  { 单位编码: 'U002', 单位名称: '教育局', 级别: '区级', 类别: '服务对象' },
  { 单位编码: 'U900', 单位名称: '机关后勤服务中心', 级别: '区级', 类别: '后勤中心' },
  { 单位编码: 'U901', 单位名称: '物业科', 上级单位: '机关后勤服务中心', 级别: '科级', 类别: '后勤中心' },
]
const people: (Sheet[number] & { account?: Role })[] = [
  {
    account: 'staff',
    工号: 'G001',
    姓名: '林小满',
    单位: '财政局',
    职务: '工作人员',
    人员类别: '公务员',
    手机: '13900000001',
  },
  {
    account: 'liaison',
    工号: 'G002',
    姓名: '何静',
    单位: '财政局',
    职务: '联络员',
    人员类别: '公务员',
    手机: '13900000002',
  },
  {
    account: 'worker',
    工号: 'G003',
    姓名: '赵铁柱',
    单位: '物业科',
    职务: '维修工',
    人员类别: '服务外包人员',
    手机: '13900000003',
    技能: '水电、空调',
  },
  {
    工号: 'G009',
    姓名: '孙立国',
    单位: '物业科',
    职务: '维修工',
    人员类别: '临聘人员',
    手机: '13900000009',
    技能: '水电、门窗',
  },
  {
    account: 'dispatcher',
    工号: 'G004',
    姓名: '周明',
    单位: '物业科',
    职务: '调度',
    人员类别: '事业人员',
    手机: '13900000004',
  },
  {
    account: 'manager',
    工号: 'G005',
    姓名: '吴建国',
    单位: '物业科',
    职务: '科长',
    人员类别: '事业人员',
    手机: '13900000005',
  },
  {
    account: 'director',
    工号: 'G006',
    姓名: '郑海平',
    单位: '机关后勤服务中心',
    职务: '主任',
    人员类别: '事业人员',
    手机: '13900000006',
  },
  {
    account: 'auditor',
    工号: 'G007',
    姓名: '钱审言',
    单位: '机关后勤服务中心',
    职务: '监督员',
    人员类别: '公务员',
    手机: '13900000007',
  },
  {
    account: 'admin',
    工号: 'G008',
    姓名: '冯安',
    单位: '机关后勤服务中心',
    职务: '系统管理员',
    人员类别: '事业人员',
    手机: '13900000008',
  },
  {
    工号: 'G010',
    姓名: '陈立',
    单位: '教育局',
    职务: '局长',
    人员类别: '公务员',
    手机: '13900000010',
    重点服务对象: '是',
  },
  { 工号: 'G011', 姓名: '林小满', 单位: '教育局', 职务: '工作人员', 人员类别: '公务员', 手机: '13900000011' },
]

/** Takes rows as an import would, through the same columns and checks. */
async function takeSheet(ctx: Ctx, kind: string, sheet: Sheet): Promise<void> {
  const handler = directoryServer.imports[kind]!
  const rows = sheet.map((cells, index) => {
    const parsed = parseRow(handler.columns, { line: index + 2, cells })
    if ('errors' in parsed) throw new Error(`${kind} line ${index + 2}: ${JSON.stringify(parsed.errors)}`)
    return { line: index + 2, value: parsed.value }
  })
  const { refused } = await handler.take(ctx, rows, async () => undefined)
  if (refused.length > 0) throw new Error(`${kind}: ${JSON.stringify(refused)}`)
}

async function addRooms(ctx: Ctx): Promise<void> {
  const site = await ctx.db
    .selectFrom('directory.site')
    .select('id')
    .where('code', '=', 'P001')
    .executeTakeFirstOrThrow()
  const rooms = [
    {
      code: 'P001-301',
      name: '301办公室',
      floor: '3楼',
      floor_number: 3,
      kind: 'office',
      pinyin: 'bangongshi',
      initials: 'bgs',
    },
    {
      code: 'P001-302',
      name: '302会议室',
      floor: '3楼',
      floor_number: 3,
      kind: 'meeting',
      pinyin: 'huiyishi',
      initials: 'hys',
    },
  ]
  await ctx.db
    .insertInto('directory.room')
    .values(rooms.map((room) => ({ ...room, site_id: site.id })))
    .execute()
}

/** Gives each account its person; account names carry the bureau's prefix. */
async function tieAccounts(ctx: Ctx, prefix: string): Promise<void> {
  for (const { account, 工号: staffNo } of people) {
    if (!account) continue
    const person = await ctx.db
      .selectFrom('directory.person')
      .innerJoin('directory.unit', (join) => join.onRef('directory.unit.id', '=', 'directory.person.unit_id'))
      .select(['directory.person.id', 'directory.person.name', 'unit_id', 'directory.unit.name as unit_name'])
      .where('staff_no', '=', staffNo!)
      .executeTakeFirstOrThrow()
    await ctx.db
      .updateTable('kernel.member')
      .set({ person_id: person.id, unit_id: person.unit_id, unit_name: person.unit_name, name: person.name })
      .where('user_name', '=', prefix + account)
      .execute()
  }
}

/** Furnishes one bureau of the suite. */
export async function furnishBureau(ctx: Ctx, prefix: string): Promise<void> {
  await takeSheet(ctx, 'sites', sites)
  await takeSheet(ctx, 'units', units)
  await takeSheet(
    ctx,
    'people',
    people.map(({ account: _, ...cells }) => cells),
  )
  await addRooms(ctx)
  await tieAccounts(ctx, prefix)
  await ensureCalendar(ctx)
  await ensureCatalogue(ctx)
  await ensureRules(ctx)
}
