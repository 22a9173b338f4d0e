import { type Text, text } from '#kernel/contract/text.ts'

/** Why work waits, as a closed list; a note says the rest. */
export const pauseReasons = {
  PARTS: text('等配件', 'Waiting for parts'),
  USER: text('等用户', 'Waiting for the user'),
  WEATHER: text('等天气', 'Waiting for the weather'),
  THIRD_PARTY: text('等第三方', 'Waiting for a third party'),
  APPROVAL: text('等审批', 'Waiting for approval'),
} as const satisfies Record<string, Text>

export const urgencies = {
  NORMAL: text('普通', 'Normal'),
  URGENT: text('紧急', 'Urgent'),
} as const satisfies Record<string, Text>

/** How a request reached the centre. */
export const channels = {
  WEB: text('网页', 'Web'),
  PHONE: text('电话', 'Phone'),
  QR: text('扫码', 'QR code'),
  DESK: text('服务台', 'Service desk'),
  IMPORT: text('导入', 'Imported'),
} as const satisfies Record<string, Text>

/** In what capacity somebody holds an order. */
export const holderRoles = {
  DESK: text('服务台', 'Service desk'),
  POOL: text('抢单池', 'Offered to all'),
  WORKER: text('承办人', 'Worker'),
  REQUESTER: text('报修人', 'Requester'),
  NOBODY: text('已结束', 'Ended'),
} as const satisfies Record<string, Text>

/** With which result an order ended; a worker gives one of the first four. */
export const closingResults = {
  RESOLVED: text('已解决', 'Resolved'),
  PARTLY_RESOLVED: text('部分解决', 'Partly resolved'),
  NOT_NEEDED: text('无需处理', 'Nothing to be done'),
  NOT_POSSIBLE: text('无法处理', 'Cannot be done'),
  WITHDRAWN: text('申请人撤回', 'Withdrawn by the requester'),
  VOIDED: text('作废', 'Voided'),
  MERGED: text('并入其他工单', 'Merged into another order'),
} as const satisfies Record<string, Text>

export const costKinds = {
  LABOUR: text('人工', 'Labour'),
  PART: text('材料', 'Parts'),
  OUTSOURCED: text('外包', 'Outsourced'),
  OTHER: text('其他', 'Other'),
} as const satisfies Record<string, Text>

export const followUpOutcomes = {
  SATISFIED: text('满意', 'Satisfied'),
  NEUTRAL: text('一般', 'Neutral'),
  UNSATISFIED: text('不满意', 'Unsatisfied'),
  NOT_REACHED: text('未联系上', 'Not reached'),
} as const satisfies Record<string, Text>

export const complaintChannels = {
  PHONE: text('投诉电话', 'Phone'),
  MAILBOX: text('意见箱', 'Mailbox'),
  WEB: text('网页', 'Web'),
  VISIT: text('来访', 'In person'),
} as const satisfies Record<string, Text>
