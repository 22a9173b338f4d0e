import type { Text } from '#kernel/contract/text.ts'
import { text } from '#kernel/contract/text.ts'

/** The words for the choices of an item, for pages, sheets and documents alike. */
export const words = {
  serviceClass: {
    WELFARE: text('福利性', 'Welfare'),
    ASSURANCE: text('保障性', 'Assurance'),
    COMMERCIAL: text('经营性', 'Commercial'),
  },
  delivery: {
    ON_SITE: text('上门服务', 'On site'),
    COUNTER: text('到点办理', 'At the counter'),
    ONLINE: text('网上办理', 'Online'),
  },
  urgency: {
    NORMAL: text('普通', 'Normal'),
    URGENT: text('紧急', 'Urgent'),
  },
  changeKind: {
    CLIENTS: text('服务对象变化', 'Clients changed'),
    CONTENT: text('服务内容变化', 'Content changed'),
    FOCUS: text('服务重点变化', 'Emphasis changed'),
  },
  pledge: {
    RESPOND: text('响应', 'Respond'),
    FINISH: text('办结', 'Finish'),
  },
} as const satisfies Record<string, Record<string, Text>>

const workday = 420

/** A span of a pledge as people say it: 15分钟, 4小时, 2个工作日; `calendar` tells whose hours are counted. */
export function pledgeSpan(minutes: number, calendar: string): Text {
  if (calendar === 'work' && minutes >= workday && minutes % (workday / 2) === 0) {
    const days = minutes / workday
    return text(`${days}个工作日`, `${days} working day${days === 1 ? '' : 's'}`)
  }
  if (calendar === 'round-the-clock' && minutes >= 1440 && minutes % 1440 === 0) {
    const days = minutes / 1440
    return text(`${days}天`, `${days} day${days === 1 ? '' : 's'}`)
  }
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const prefix = calendar === 'work' ? text('工作时间', ' of working time') : text('', '')
  const zh = `${hours ? `${hours}小时` : ''}${rest ? `${rest}分钟` : ''}`
  const en = [hours ? `${hours} h` : '', rest ? `${rest} min` : ''].filter(Boolean).join(' ')
  return text(`${prefix.zh}${zh}`, `${en}${prefix.en}`)
}
