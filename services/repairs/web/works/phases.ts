import { type Text, text } from '#kernel/contract/text.ts'
import type { MajorState } from '../../states.ts'

/** The phases of a major work as its board shows them. */
export interface Phase {
  readonly key: string
  readonly title: Text
  readonly states: readonly MajorState[]
  /** What is to be done in it. */
  readonly todo: Text
}

export const phases: readonly Phase[] = [
  {
    key: 'survey',
    title: text('勘查', 'Survey'),
    states: ['SURVEY'],
    todo: text('请两家以上单位到现场看', 'Have two or more contractors look'),
  },
  {
    key: 'quote',
    title: text('比价定标', 'Quotes'),
    states: ['QUOTED'],
    todo: text('比价，选定施工单位', 'Compare and choose'),
  },
  {
    key: 'works',
    title: text('施工', 'Works'),
    states: ['CHOSEN', 'WORKS', 'REWORK'],
    todo: text('盯工期和质量', 'Watch time and quality'),
  },
  {
    key: 'verify',
    title: text('验证', 'Verification'),
    states: ['WORKS_DONE', 'VERIFICATION'],
    todo: text('等约定的条件，如雨后复验', 'Wait for the condition, such as rain'),
  },
  {
    key: 'done',
    title: text('已合格', 'Verified'),
    states: ['VERIFIED'],
    todo: text('交报修人确认', 'The requester confirms'),
  },
]
