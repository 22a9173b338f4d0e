import { defineStates } from '#kernel/contract/states.ts'
import { text } from '#kernel/contract/text.ts'

/** What a rider said, until it is answered, and adopted where something changed. */
export const opinionStates = defineStates({
  table: 'fleet.opinion',
  initial: 'OPEN',
  states: {
    OPEN: { title: text('待答复', 'To be answered'), tone: 'new' },
    ANSWERED: { title: text('已答复', 'Answered'), tone: 'working' },
    ADOPTED: { title: text('已采纳', 'Adopted'), tone: 'good' },
    WITHDRAWN: { title: text('已撤回', 'Withdrawn'), tone: 'ended' },
  },
  transitions: {
    answer: {
      from: ['OPEN'],
      to: 'ANSWERED',
      permission: 'fleet.answer-opinions',
      event: 'fleet.opinion_answered',
      title: text('答复', 'Answer'),
    },
    adopt: {
      from: ['ANSWERED'],
      to: 'ADOPTED',
      permission: 'fleet.answer-opinions',
      event: 'fleet.opinion_adopted',
      title: text('采纳', 'Adopt'),
    },
    withdraw: {
      from: ['OPEN'],
      to: 'WITHDRAWN',
      permission: 'fleet.give-opinion',
      event: 'fleet.opinion_withdrawn',
      title: text('撤回', 'Withdraw'),
    },
  },
})
