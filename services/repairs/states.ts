import { defineStates } from '#kernel/contract/states.ts'
import { text } from '#kernel/contract/text.ts'

const manage = 'repairs.manage-works'

/**
 * A major work (大型维修改造) as a project beside its order: several contractors survey, one is chosen for a stated
 * reason, and the result is proven later, under the condition it was built for (雨后验证).
 */
export const majorStates = defineStates({
  table: 'repairs.major_work',
  initial: 'SURVEY',
  states: {
    SURVEY: { title: text('现场勘查', 'Survey'), tone: 'new' },
    QUOTED: { title: text('已报价', 'Quoted'), tone: 'waiting' },
    CHOSEN: { title: text('已定施工单位', 'Contractor chosen'), tone: 'waiting' },
    WORKS: { title: text('施工中', 'Works under way'), tone: 'working' },
    WORKS_DONE: { title: text('施工完成', 'Works done'), tone: 'waiting' },
    VERIFICATION: { title: text('待验证', 'Awaiting verification'), tone: 'paused' },
    REWORK: { title: text('返工', 'Rework'), tone: 'bad' },
    VERIFIED: { title: text('验证合格', 'Verified'), tone: 'good' },
    REGRADED: { title: text('改按小修处理', 'Regraded to a minor repair'), tone: 'ended' },
  },
  transitions: {
    quote: {
      from: ['SURVEY'],
      to: 'QUOTED',
      permission: manage,
      event: 'repairs.quoted',
      title: text('开始报价', 'Take quotes'),
    },
    choose: {
      from: ['QUOTED'],
      to: 'CHOSEN',
      permission: manage,
      event: 'repairs.contractor_chosen',
      title: text('选定施工单位', 'Choose the contractor'),
    },
    start: {
      from: ['CHOSEN'],
      to: 'WORKS',
      permission: manage,
      event: 'repairs.works_started',
      title: text('开工', 'Start the works'),
    },
    finish: {
      from: ['WORKS', 'REWORK'],
      to: 'WORKS_DONE',
      permission: manage,
      event: 'repairs.works_finished',
      title: text('完工', 'Finish the works'),
    },
    planVerification: {
      from: ['WORKS_DONE'],
      to: 'VERIFICATION',
      permission: manage,
      event: 'repairs.verification_planned',
      title: text('约定验证条件', 'Plan the verification'),
    },
    verify: {
      from: ['VERIFICATION'],
      to: 'VERIFIED',
      permission: manage,
      event: 'repairs.verified',
      title: text('验证合格', 'Pass the verification'),
    },
    rework: {
      from: ['VERIFICATION'],
      to: 'REWORK',
      permission: manage,
      event: 'repairs.rework_ordered',
      title: text('要求返工', 'Order rework'),
    },
    regrade: {
      from: ['SURVEY', 'QUOTED'],
      to: 'REGRADED',
      permission: 'repairs.grade',
      event: 'repairs.work_regraded',
      title: text('改按小修处理', 'Treat as a minor repair'),
    },
    resurvey: {
      from: ['REGRADED'],
      to: 'SURVEY',
      permission: 'repairs.grade',
      event: 'repairs.survey_reopened',
      title: text('重新勘查', 'Survey again'),
    },
  },
})

export type MajorState = keyof typeof majorStates.states & string
