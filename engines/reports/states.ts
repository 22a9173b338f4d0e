import { defineStates } from '#kernel/contract/states.ts'
import { text } from '#kernel/contract/text.ts'

/** draft → review → frozen → published; a frozen report goes nowhere but out, or is voided. */
export const reportStates = defineStates({
  table: 'reports.report',
  initial: 'DRAFT',
  states: {
    DRAFT: { title: text('起草中', 'Draft'), tone: 'working' },
    REVIEW: { title: text('审核中', 'In review'), tone: 'waiting' },
    FROZEN: { title: text('已定稿', 'Frozen'), tone: 'good' },
    PUBLISHED: { title: text('已发布', 'Published'), tone: 'ended' },
    VOIDED: { title: text('已作废', 'Voided'), tone: 'bad' },
  },
  transitions: {
    submit: {
      from: ['DRAFT'],
      to: 'REVIEW',
      permission: 'reports.write',
      event: 'reports.submitted',
      title: text('送审', 'Submit for review'),
    },
    return: {
      from: ['REVIEW'],
      to: 'DRAFT',
      permission: 'reports.write',
      event: 'reports.returned',
      title: text('退回修改', 'Return to the writers'),
    },
    freeze: {
      from: ['REVIEW'],
      to: 'FROZEN',
      permission: 'reports.freeze',
      event: 'reports.frozen',
      title: text('定稿', 'Freeze'),
    },
    publish: {
      from: ['FROZEN'],
      to: 'PUBLISHED',
      permission: 'reports.publish',
      event: 'reports.published',
      title: text('发布', 'Publish'),
    },
    void: {
      from: ['DRAFT', 'REVIEW', 'FROZEN', 'PUBLISHED'],
      to: 'VOIDED',
      permission: 'reports.publish',
      event: 'reports.voided',
      title: text('作废', 'Void'),
    },
  },
})
