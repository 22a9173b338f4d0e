import { closingResults } from '#engines/orders/words.ts'
import { type Text, text } from '#kernel/contract/text.ts'

/** What is broken, as people say it when they report. */
export const faultKinds = {
  PLUMBING_ELECTRIC: text('水电', 'Plumbing and electric'),
  AIR_CONDITIONING: text('空调', 'Air conditioning'),
  ELEVATOR: text('电梯', 'Elevator'),
  DOORS_WINDOWS: text('门窗', 'Doors and windows'),
  NETWORK: text('网络', 'Network'),
  ROOF_WALLS: text('屋面墙面', 'Roof and walls'),
  GREENING: text('绿化', 'Greenery'),
  OTHER: text('其他', 'Other'),
} as const satisfies Record<string, Text>
export type FaultKind = keyof typeof faultKinds
export const allFaultKinds = Object.keys(faultKinds) as FaultKind[]

/** 小修 / 急修 / 大型维修改造: the grade decides the route, an order or a project. */
export const grades = {
  MINOR_REPAIR: text('小修', 'Minor repair'),
  URGENT_REPAIR: text('急修', 'Urgent repair'),
  MAJOR_REPAIR: text('大型维修改造', 'Major repair'),
} as const satisfies Record<string, Text>
export type Grade = keyof typeof grades

export const photoStages = {
  BEFORE: text('修前', 'Before'),
  DURING: text('修中', 'During'),
  AFTER: text('修后', 'After'),
} as const satisfies Record<string, Text>
export type PhotoStage = keyof typeof photoStages

/** What a repair may come to when the work on it ends. */
export const workResults = {
  RESOLVED: closingResults.RESOLVED,
  PARTLY_RESOLVED: closingResults.PARTLY_RESOLVED,
  NOT_NEEDED: closingResults.NOT_NEEDED,
  NOT_POSSIBLE: closingResults.NOT_POSSIBLE,
} as const satisfies Record<string, Text>

/** What a contractor's work came to when it was looked at under the agreed condition. */
export const verificationResults = {
  PASSED: text('合格', 'Passed'),
  FAILED: text('不合格，返工', 'Failed: rework'),
} as const satisfies Record<string, Text>
export type VerificationResult = keyof typeof verificationResults

/** A fault at the same place and of the same kind within so many days is a repeat. */
export const repeatDays = 30
/** A major work is surveyed by at least so many contractors before one quotes. */
export const fewestSurveys = 2

/** Addresses of the pages that need no account, as printed on the codes. */
export const publicPaths = { report: '/q/', follow: '/f/' } as const

/** The item of the service catalogue whose pledge holds for a fault. */
export function itemCodeOf(kind: FaultKind, grade: Grade): string {
  if (grade === 'MAJOR_REPAIR') return 'repairs.major'
  return `repairs.${kind.toLowerCase().replaceAll('_', '-')}`
}

/** What a worker must be able to do, in the words of the directory's skills; null: anybody of the line. */
const skills: Readonly<Record<FaultKind, string | null>> = {
  PLUMBING_ELECTRIC: '水电',
  AIR_CONDITIONING: '空调',
  ELEVATOR: '电梯',
  DOORS_WINDOWS: '门窗',
  NETWORK: '网络',
  ROOF_WALLS: '土建',
  GREENING: null,
  OTHER: null,
}

/** The skill a fault asks for. */
export function skillOf(kind: FaultKind): string | null {
  return skills[kind]
}
