import type { ApprovalSubject } from '#engines/approvals/server/api.ts'
import { text } from '#kernel/contract/text.ts'
import { purposes, reaches, vehicleClasses } from '../../../words.ts'
import { decideRequest } from './decide-request.ts'

/** The name under which the approvals engine knows requests. */
export const subjectType = 'fleet.request'

/** What a route may ask about a request; the keys are `readFacts`'s. */
export const requestSubject: ApprovalSubject = {
  type: subjectType,
  title: text('用车申请', 'Request for a vehicle'),
  facts: {
    unit: { title: text('申请单位', 'Unit'), kind: 'unit' },
    purpose: { title: text('用途', 'Purpose'), kind: 'word', words: purposes },
    reach: { title: text('范围', 'Reach'), kind: 'word', words: reaches },
    distanceKm: { title: text('单程里程', 'Distance one way'), kind: 'number', unit: text('公里', 'km') },
    passengers: { title: text('乘车人数', 'Passengers'), kind: 'number', unit: text('人', 'persons') },
    when: {
      title: text('用车时段', 'Time of use'),
      kind: 'word',
      words: {
        WORKDAY: text('工作日', 'Working day'),
        NIGHT: text('夜间（22 点至次日 6 点）', 'Night (22:00 to 06:00)'),
        DAY_OFF: text('节假日', 'Day off'),
      },
    },
    emergency: {
      title: text('应急用车', 'Emergency'),
      kind: 'word',
      words: { YES: text('是', 'yes'), NO: text('否', 'no') },
      unsaid: 'NO',
    },
    vehicleClass: { title: text('车辆类别', 'Class of vehicle'), kind: 'word', words: vehicleClasses },
    estimatedYuan: { title: text('预计费用', 'Estimated cost'), kind: 'number', unit: text('元', 'yuan') },
  },
  decided: decideRequest,
}
