import { defineStates } from '#kernel/contract/states.ts'
import { text } from '#kernel/contract/text.ts'

/** A task of a meeting's support. A missed one is made good (补台) and then done; a moved meeting brings cancelled ones back. */
export const taskStates = defineStates({
  table: 'meetings.task',
  initial: 'PLANNED',
  states: {
    PLANNED: { title: text('待办', 'Planned'), tone: 'new' },
    STARTED: { title: text('进行中', 'Under way'), tone: 'working' },
    DONE: { title: text('已完成', 'Done'), tone: 'good' },
    CANCELLED: { title: text('已取消', 'Cancelled'), tone: 'ended' },
    MISSED: { title: text('漏做', 'Missed'), tone: 'bad' },
  },
  transitions: {
    start: {
      from: ['PLANNED'],
      to: 'STARTED',
      permission: 'meetings.work',
      event: 'meetings.task_started',
      title: text('开始', 'Start'),
    },
    finish: {
      from: ['STARTED'],
      to: 'DONE',
      permission: 'meetings.work',
      event: 'meetings.task_done',
      title: text('完成', 'Finish'),
    },
    miss: {
      from: ['PLANNED', 'STARTED'],
      to: 'MISSED',
      permission: 'meetings.dispatch',
      event: 'meetings.task_missed',
      title: text('记为漏做', 'Mark as missed'),
    },
    makeGood: {
      from: ['MISSED'],
      to: 'DONE',
      permission: 'meetings.work',
      event: 'meetings.task_made_good',
      title: text('补做', 'Make good'),
    },
    cancel: {
      from: ['PLANNED', 'STARTED'],
      to: 'CANCELLED',
      // Whoever changes what a meeting needs, or calls it off, changes its tasks by it.
      permission: 'meetings.book',
      event: 'meetings.task_cancelled',
      title: text('取消', 'Cancel'),
    },
    restore: {
      from: ['CANCELLED'],
      to: 'PLANNED',
      permission: 'meetings.book',
      event: 'meetings.task_restored',
      title: text('恢复', 'Restore'),
    },
  },
})
export type TaskState = keyof typeof taskStates.states & string
