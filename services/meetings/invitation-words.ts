import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'

export const invitationEvents = {
  'meetings.invited': text('发出会议通知', 'Invitations sent'),
} as const

export const invitationProblems: ProblemTexts = {
  'meetings.not_held': text(
    '会议还在候补，定下会议室后再发通知。',
    'The meeting is on the waiting list; invite people once it has its room.',
  ),
  'meetings.invite_over': text('会议已经结束或取消。', 'The meeting is over or called off.'),
  'meetings.nobody_to_invite': text(
    '名单上没有通讯录里的人。请先登记参会人，或下载日历文件自己发。',
    'Nobody on the list is in the directory. Add participants, or download the calendar file and send it yourself.',
  ),
}
