import { defineStates } from '#kernel/contract/states.ts'
import { text } from '#kernel/contract/text.ts'

/** A version is written as a draft, issued once, and never changes from then on. */
export const versionStates = defineStates({
  table: 'standards.version',
  initial: 'draft',
  states: {
    draft: { title: text('草稿', 'Draft'), tone: 'new' },
    issued: { title: text('已发布', 'Issued'), tone: 'good' },
    withdrawn: { title: text('已废止', 'Withdrawn'), tone: 'ended' },
  },
  transitions: {
    issue: {
      from: ['draft'],
      to: 'issued',
      permission: 'standards.write',
      event: 'standards.version_issued',
      title: text('发布', 'Issue'),
    },
    withdraw: {
      from: ['issued'],
      to: 'withdrawn',
      permission: 'standards.write',
      event: 'standards.version_withdrawn',
      title: text('废止', 'Withdraw'),
    },
  },
})

/** A proposal to change a clause waits until somebody who writes the standard decides about it. */
export const proposalStates = defineStates({
  table: 'standards.proposal',
  initial: 'open',
  states: {
    open: { title: text('待定', 'Open'), tone: 'waiting' },
    accepted: { title: text('已采纳', 'Accepted'), tone: 'good' },
    declined: { title: text('未采纳', 'Declined'), tone: 'ended' },
  },
  transitions: {
    accept: {
      from: ['open'],
      to: 'accepted',
      permission: 'standards.write',
      event: 'standards.proposal_accepted',
      title: text('采纳', 'Accept'),
    },
    decline: {
      from: ['open'],
      to: 'declined',
      permission: 'standards.write',
      event: 'standards.proposal_declined',
      title: text('不采纳', 'Decline'),
    },
  },
})
