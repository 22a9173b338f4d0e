import { atMoment } from '#kernel/bureau/at-moment.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import { createContext } from '#kernel/create-context.ts'
import type { rules } from '../module.ts'
import type { RuleCheck } from '../value.ts'
import { addValue } from './add-value.ts'
import { applyRules } from './apply-rules.ts'
import { ensureRules } from './ensure-rules.ts'
import { setJurisdiction } from './set-jurisdiction.ts'
import { today } from './today.ts'

const dayMs = 86_400_000
/** No district has this code: the demo bureau is nobody's. */
const ownArea = '440399'

type Value = InputOf<(typeof rules.actions)['addValue']>

const companions = (guests: number, hosts: number): RuleCheck => ({
  ...{ ruleId: 'RECEPTION.COMPANIONS', key: {}, value: hosts, operands: { n: guests } },
})
const meetingFee = (meetingClass: string, yuan: number): RuleCheck => ({
  ...{ ruleId: 'MEETING.FEE_CAP', key: { meetingClass, item: 'TOTAL' }, value: yuan },
})
const equipment = (article: string, yuan: number): RuleCheck => ({
  ...{ ruleId: 'EQUIPMENT.PRICE_CAP', key: { article }, value: yuan },
})
const sample = (grams: number): RuleCheck => ({ ruleId: 'CANTEEN.SAMPLE_GRAMS', key: {}, value: grams })
const bidDays = (days: number): RuleCheck => ({ ruleId: 'PROCUREMENT.BID_DAYS', key: {}, value: days })
const upkeep = (days: number): RuleCheck => ({ ruleId: 'LIFTS.UPKEEP_DAYS', key: {}, value: days })

const kinds: Readonly<Record<string, Text>> = {
  reception: text('公务接待', 'Receptions'),
  meeting: text('会议预算', 'Budgets of meetings'),
  equipment: text('办公设备采购', 'Equipment bought'),
  canteen: text('食堂留样', 'Food samples'),
  procurement: text('采购招标', 'Tenders'),
  lift: text('电梯维保', 'Upkeep of lifts'),
}

/** Days ago, about what, by whom, what was asked. */
const asked: readonly [number, string, string, string, RuleCheck[]][] = [
  [275, 'reception', '接待：省机关事务调研组（12 人）', '郑立峰', [companions(12, 4)]],
  [262, 'meeting', '会议预算：全区后勤工作会议', '吴建国', [meetingFee('CLASS_2', 620)]],
  [248, 'equipment', '采购：会议室投影仪 2 台', '吴建国', [equipment('PROJECTOR', 12_800)]],
  [231, 'canteen', '留样：东区食堂午餐', '郑立峰', [sample(130)]],
  [217, 'procurement', '招标：绿化养护服务', '吴建国', [bidDays(15)]],
  [216, 'procurement', '招标：绿化养护服务', '吴建国', [bidDays(21)]],
  [203, 'reception', '接待：邻区考察团（8 人）', '郑立峰', [companions(8, 5)]],
  [188, 'lift', '电梯维保：一号楼 2 号梯', '吴建国', [upkeep(14)]],
  [174, 'equipment', '采购：台式计算机 20 台', '吴建国', [equipment('DESKTOP', 5_600)]],
  [160, 'meeting', '会议预算：安全生产培训', '郑立峰', [meetingFee('CLASS_3', 480)]],
  [143, 'lift', '电梯维保：三号楼 1 号梯', '吴建国', [upkeep(19)]],
  [142, 'lift', '电梯维保：三号楼 1 号梯', '吴建国', [upkeep(15)]],
  [121, 'canteen', '留样：东区食堂晚餐', '郑立峰', [sample(100)]],
  [98, 'reception', '接待：国家机关事务课题组（15 人）', '郑立峰', [companions(15, 5)]],
  [76, 'meeting', '会议预算：年度预算协调会', '吴建国', [meetingFee('CLASS_3', 530)]],
  [55, 'equipment', '采购：便携式计算机 5 台', '吴建国', [equipment('LAPTOP', 6_800)]],
  [33, 'procurement', '招标：物业服务', '吴建国', [bidDays(20)]],
  [19, 'reception', '接待：高校实习带队教师（3 人）', '郑立峰', [companions(3, 2)]],
  [8, 'meeting', '会议预算：节能宣传周启动会', '郑立峰', [meetingFee('CLASS_3', 500)]],
  [3, 'canteen', '留样：东区食堂早餐', '郑立峰', [sample(125)]],
]

/** The demo bureau stands in a district with a stricter meeting fee, and has met its limits for nine months. */
export async function fillDemo(ctx: Ctx): Promise<void> {
  const begin = new Date(ctx.now.getTime() - 300 * dayMs)
  await ensureRules(ctx)
  await atMoment(ctx, begin, async (then) => {
    const lead = named(then, '郑立峰')
    await setJurisdiction(lead, { jurisdiction: ownArea })
    await addValue(lead, ownMeetingFee(today(then)))
  })
  for (const [daysAgo, kind, label, name, checks] of asked)
    await atMoment(ctx, new Date(ctx.now.getTime() - daysAgo * dayMs), (then) =>
      askAs(named(then, name), {
        subject: { type: `demo.${kind}`, id: null, label, kind: kinds[kind]! },
        checks,
      }),
    )
}

function ownMeetingFee(day: string): Value {
  return {
    ruleId: 'MEETING.FEE_CAP',
    key: { meetingClass: 'CLASS_3', item: 'TOTAL' },
    jurisdiction: ownArea,
    ...{ op: 'max', value: 500, unit: 'CNY_PER_PERSON_DAY', effect: 'warn', from: day },
    source: {
      title: '青澜区会议费管理办法（演示）',
      docNo: '',
      article: '第六条',
      mark: 'A',
      checkedOn: day,
    },
    reason: '区里的标准比中央严',
  }
}

function named(ctx: Ctx, name: string): Ctx {
  const { db, bureauId, actor, locale, requestId, now } = ctx
  return createContext({ db, bureauId, actor: { ...actor, name }, locale, requestId, now })
}

/** What is refused is remembered here and now, as the kernel does after undoing a request. */
async function askAs(ctx: Ctx, request: Parameters<typeof applyRules>[1]): Promise<void> {
  try {
    await applyRules(ctx, request)
  } catch (error) {
    if (!(error instanceof Problem) || !error.remember) throw error
    await error.remember(ctx)
  }
}
