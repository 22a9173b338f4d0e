import { defineStates } from '#kernel/contract/states.ts'
import { text } from '#kernel/contract/text.ts'

/** A service item is offered while it is published; publishing again puts a newer version in force. */
export const itemStates = defineStates({
  table: 'catalogue.item',
  initial: 'draft',
  states: {
    draft: { title: text('未发布', 'Not published'), tone: 'new' },
    published: { title: text('已发布', 'Published'), tone: 'good' },
    withdrawn: { title: text('已停办', 'Withdrawn'), tone: 'ended' },
  },
  transitions: {
    publish: {
      from: ['draft', 'published', 'withdrawn'],
      to: 'published',
      permission: 'catalogue.write',
      event: 'catalogue.item_published',
      title: text('发布', 'Publish'),
    },
    withdraw: {
      from: ['published'],
      to: 'withdrawn',
      permission: 'catalogue.write',
      event: 'catalogue.item_withdrawn',
      title: text('停办', 'Withdraw'),
    },
  },
})
