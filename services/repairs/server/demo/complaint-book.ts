import type { FaultKind } from '../../words.ts'

/** A complaint or suggestion of the demo year. Days are working days. */
export interface BookedComplaint {
  /** How long ago it came. */
  daysAgo: number
  channel: 'PHONE' | 'MAILBOX' | 'WEB' | 'VISIT'
  about: string
  words: string
  /** About the last repair of this kind before it; absent: about no order. */
  order?: FaultKind
  /** The demo requester's own. */
  own?: true
  /** Days until it was answered; absent: still open. */
  answeredAfter?: number
  answer?: string
  justified?: boolean
  /** Days after the answer until it was closed. */
  closedAfter?: number
}

/** Two are open, one of them too long; two wait for a word after their answer; the others are closed. */
export const complaintBook: readonly BookedComplaint[] = [
  {
    daysAgo: 190,
    channel: 'PHONE',
    about: '空调维修约好的时间没人来',
    words: '电话里说上午来修空调，等到下午三点也没有人来，也没有人说一声。',
    order: 'AIR_CONDITIONING',
    answeredAfter: 3,
    answer:
      '经查，当天上午承办人在另一处抢修，改期后没有通知您，情况属实。已向您致歉，并要求改期必须先打电话再改时间。',
    justified: true,
    closedAfter: 2,
  },
  {
    daysAgo: 131,
    channel: 'MAILBOX',
    about: '建议：门厅增设雨伞架和吸水垫',
    words: '雨天门厅地面很滑，建议在每个入口放雨伞架和吸水垫。',
    answeredAfter: 4,
    answer: '建议很好，已在各办公楼入口配置伞架和吸水垫，并写入雨天保洁要求。',
    justified: true,
    closedAfter: 3,
  },
  {
    daysAgo: 86,
    channel: 'VISIT',
    about: '门锁修了两次还是打不开',
    words: '同一把锁一个月里修了两次，现在又打不开，希望直接换新的。',
    order: 'DOORS_WINDOWS',
    answeredAfter: 2,
    answer: '两次都只做了润滑，没有更换锁芯，情况属实。已更换锁芯并回访确认；同处再次报修将直接更换。',
    justified: true,
    closedAfter: 1,
  },
  {
    daysAgo: 41,
    channel: 'WEB',
    about: '反映维修收费不清楚',
    words: '听说办公室修灯要收材料费，不知道标准在哪里看。',
    own: true,
    answeredAfter: 2,
    answer: '办公用房的小修不向使用人收费，用料由中心承担；收费事项和标准都写在服务目录里，可以随时查看。',
    justified: false,
    closedAfter: 4,
  },
  {
    daysAgo: 13,
    channel: 'PHONE',
    about: '网络报修反复转人',
    words: '网口的事转了三个人，每个人都要我从头说一遍。',
    order: 'NETWORK',
    answeredAfter: 4,
    answer: '情况属实。转办时应带上已有的情况说明，已在班前会上讲清，并由首问责任人负责到办结。',
    justified: true,
  },
  {
    daysAgo: 9,
    channel: 'WEB',
    about: '建议：维修前一天发短信提醒',
    words: '上门维修最好提前一天发个短信，我们好把办公桌收拾出来。',
    own: true,
    answeredAfter: 3,
    answer: '已安排：约定次日上门的，前一天下班前由服务台电话提醒；短信提醒列入下一步计划。',
    justified: true,
  },
  {
    daysAgo: 8,
    channel: 'MAILBOX',
    about: '卫生间漏水修后地面没有清理',
    words: '水管修好了，地上的水和旧零件没有收走，保洁阿姨收拾了半天。',
    order: 'PLUMBING_ELECTRIC',
  },
  {
    daysAgo: 2,
    channel: 'PHONE',
    about: '电梯检修没有提前通知',
    words: '早上电梯突然停了检修，拿着材料爬了八层楼，希望以后提前贴通知。',
    order: 'ELEVATOR',
  },
]
