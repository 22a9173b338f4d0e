import { type Text, text } from '#kernel/contract/text.ts'
import type { RepairDetail } from '../../schema.ts'
import { fewestSurveys } from '../../words.ts'

/** What may be entered on a major work, each with its form. */
export const stepTitles = {
  survey: text('登记勘查', 'Record a survey'),
  quote: text('登记报价', 'Record a quote'),
  choose: text('选定施工单位', 'Choose the contractor'),
  start: text('开工', 'Start the works'),
  finish: text('施工完成', 'Finish the works'),
  plan: text('约定验证条件', 'Plan the verification'),
  verify: text('登记验证结果', 'Record the verification'),
} as const satisfies Record<string, Text>
export type WorkStep = keyof typeof stepTitles

type Major = Pick<NonNullable<RepairDetail['major']>, 'state' | 'surveys' | 'quotes' | 'can'>

/** The step that is most likely next; null for who only looks, and at the end. */
export function nextStep({ state, surveys, quotes, can }: Major): WorkStep | null {
  if (!Object.values(can).some(Boolean)) return null
  switch (state) {
    case 'SURVEY':
      return surveys.length < fewestSurveys ? 'survey' : 'quote'
    case 'QUOTED':
      return quotes.length < fewestSurveys ? 'quote' : 'choose'
    case 'CHOSEN':
      return 'start'
    case 'WORKS':
    case 'REWORK':
      return 'finish'
    case 'WORKS_DONE':
      return 'plan'
    case 'VERIFICATION':
      return 'verify'
    default:
      return null
  }
}
