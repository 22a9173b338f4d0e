import type { NotificationType } from '#kernel/contract/module.ts'
import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { everyoneButAuditor } from '#kernel/contract/roles.ts'
import { type Text, text } from '#kernel/contract/text.ts'

/** Working days in which an opinion is answered: as many as the centre usually takes for a complaint. */
export const answerDays = 5

export const opinionKinds = {
  OPINION: text('意见', 'Opinion'),
  PROPOSAL: text('建议', 'Proposal'),
  PRAISE: text('表扬', 'Praise'),
} as const satisfies Record<string, Text>

export const opinionTopics = {
  VEHICLE: text('车辆车况', 'The vehicle'),
  DRIVER: text('驾驶服务', 'The driving'),
  DISPATCH: text('申请派车', 'Asking and dispatch'),
  SHUTTLE: text('通勤班车', 'The shuttle'),
  REFORM: text('公车改革', 'Reform of official vehicles'),
  OTHER: text('其他', 'Something else'),
} as const satisfies Record<string, Text>

/** What the history calls what happened. */
export const opinionEvents = {
  'fleet.opinion_given': text('提出意见', 'Opinion given'),
  'fleet.opinion_answered': text('答复意见', 'Opinion answered'),
  'fleet.opinion_adopted': text('采纳意见', 'Opinion adopted'),
  'fleet.opinion_withdrawn': text('撤回意见', 'Opinion withdrawn'),
} as const satisfies Record<string, Text>

/** The words of the refusals: what happened, and the next step. */
export const opinionProblems = {
  'fleet.anonymous_ride': text(
    '匿名意见不能附用车单，用车单上有申请人。请去掉用车单，或者实名提出。',
    'An anonymous opinion names no ride, as the ride names its requester; leave the ride out or give your name.',
  ),
  'fleet.unknown_ride': text(
    '没有这张用车申请，请从自己的用车申请里选择。',
    'There is no such request; choose one of your own.',
  ),
  'fleet.own_opinion': text(
    '自己提的意见不能自己答复，请交给同事。',
    'Nobody answers their own opinion; leave it to a colleague.',
  ),
  'fleet.not_your_opinion': text('只有提出人能撤回。', 'Only whoever gave it may withdraw it.'),
} as const satisfies ProblemTexts

/** What the desk and whoever spoke are told. */
export const opinionNotices = {
  'fleet.opinion_to_answer': {
    title: text('公车意见等答复', 'An opinion on vehicles to answer'),
    urgency: 'normal',
    channels: ['app'],
    roles: ['dispatcher', 'manager'],
  },
  'fleet.opinion_answered': {
    title: text('我的公车意见有答复', 'My opinion on vehicles was answered'),
    urgency: 'normal',
    channels: ['app'],
    roles: everyoneButAuditor,
  },
} as const satisfies Record<string, NotificationType>
