import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { type Text, text } from '#kernel/contract/text.ts'

/** Secret addresses a room can have. */
export const linkKinds = {
  DISPLAY: text('门口屏', 'Door screen'),
  FEED: text('日历订阅', 'Calendar feed'),
} as const satisfies Record<string, Text>
export type LinkKind = keyof typeof linkKinds

/** Where each opens; the code follows. */
export const linkPaths: Record<LinkKind, string> = {
  DISPLAY: '/display/rooms/',
  FEED: '/api/public/room-feeds/',
}

/** What is booked at the door is called so. */
export const walkUpTitle = text('现场使用', 'Booked at the door')
/** Who books there, in the history. */
export const doorScreen = text('门口屏', 'Door screen')
/** Less is not worth a booking, in minutes. */
export const shortestWalkUp = 10

export const displayEvents = {
  'meetings.room_link_made': text('生成会议室门口屏或日历地址', 'Address of door screen or calendar made'),
  'meetings.room_link_revoked': text(
    '停用会议室门口屏或日历地址',
    'Address of door screen or calendar revoked',
  ),
  'meetings.booked_at_door': text('门口屏现场预订', 'Booked at the door'),
} as const

export const displayProblems: ProblemTexts = {
  'meetings.link_unknown': text(
    '这个地址无效，请向管理员要新的。',
    'This address is not valid; ask the administrator for the new one.',
  ),
  'meetings.link_revoked': text(
    '这个地址已停用，请向管理员要新的。',
    'This address is no longer in use; ask the administrator for the new one.',
  ),
  'meetings.too_little_time': text(
    '下一场会议马上开始，剩下的时间不够预订。',
    'The next meeting begins soon; there is too little time left to book.',
  ),
  'meetings.not_this_room': text(
    '这场会议不在这个会议室，或已取消。',
    'This meeting is not in this room, or was called off.',
  ),
  'meetings.not_from_here': text(
    '只有在这块屏上预订的才能在这里结束。',
    'Only what was booked on this screen can be ended here.',
  ),
}
