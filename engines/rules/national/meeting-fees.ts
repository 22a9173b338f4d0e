import { text } from '#kernel/contract/text.ts'
import { each, type FieldSeed, max, min, paper, rule } from './seed.ts'

const fees = paper('中央和国家机关会议费管理办法', '财行〔2016〕214号', '2016-07-01', 'tiangongwen.com/65878')
const fourth = paper('中央和国家机关会议费管理办法', '财行〔2016〕214号', '2016-07-01', 'new5d.com')
const copies = paper('中央和国家机关会议费管理办法', '财行〔2016〕214号', '2016-07-01', 'cgwenjian.com')
const qingdao = paper('青岛市会议费标准', '', '2017-01-01')
const affairs = paper('机关事务管理条例', '国务院令第621号', '2012-10-01')

const budget = text('会议预算和审批', 'Budget and approval of a meeting')
const classes = {
  CLASS_1: { LODGING: 500, MEALS: 150, OTHER_COSTS: 110, TOTAL: 760 },
  CLASS_2: { LODGING: 400, MEALS: 150, OTHER_COSTS: 100, TOTAL: 650 },
  CLASS_3: { LODGING: 340, MEALS: 130, OTHER_COSTS: 80, TOTAL: 550 },
  CLASS_4: { LODGING: 340, MEALS: 130, OTHER_COSTS: 80, TOTAL: 550 },
}

/** §5 of the national rules. Local ladders differ: Qingdao's total is here as an example of one [C]. */
export const meetingFees: FieldSeed = {
  field: 'MEETINGS',
  rules: [
    rule(
      'MEETING.FEE_CAP',
      text('会议费综合定额', 'Meeting costs'),
      budget,
      [
        ...Object.entries(classes).flatMap(([meetingClass, items]) =>
          each('item', items, (key, limit) =>
            max({ meetingClass, ...key }, limit, 'CNY_PER_PERSON_DAY', fees.B('第十五条')),
          ),
        ),
        ...each('meetingClass', { CLASS_1: 660, CLASS_2: 550, CLASS_3: 450 }, (key, limit) =>
          max({ ...key, item: 'TOTAL' }, limit, 'CNY_PER_PERSON_DAY', qingdao.C(), {
            jurisdiction: '370200',
          }),
        ),
      ],
      text(
        '各项可在总额内调剂。凭审批件、通知、签到表、明细单报销；不得宴请、赠礼、旅游。',
        'Items may be adjusted within the total. Settled with approval, notice, signed attendance and itemised bill; no banquets, gifts or tours.',
      ),
    ),
    rule(
      'MEETING.ATTENDEES_CAP',
      text('会议人数', 'People at a meeting'),
      budget,
      [
        max({ meetingClass: 'CLASS_2' }, 300, 'PERSON', copies.B()),
        max({ meetingClass: 'CLASS_3' }, 150, 'PERSON', copies.B()),
        max({ meetingClass: 'CLASS_4' }, 50, 'PERSON', fourth.B()),
      ],
      text('一类会议人数、会期按批准文件。', 'Class 1 as approved.'),
    ),
    rule('MEETING.STAFF_SHARE', text('会务人员占代表人数的比例', 'Staff as a share of delegates'), budget, [
      max({ meetingClass: 'CLASS_2' }, 15, 'PERCENT', fees.C()),
      max({ meetingClass: 'CLASS_3' }, 10, 'PERCENT', fees.C()),
    ]),
    rule('MEETING.DAYS', text('会期', 'Days of a meeting'), budget, [
      ...each('meetingClass', { CLASS_2: 2, CLASS_3: 2, CLASS_4: 2 }, (key, days) =>
        max(key, days, 'DAY', fees.C()),
      ),
      max({ meetingClass: 'CLASS_4', kind: 'BRIEFING' }, 1, 'DAY', fees.C()),
    ]),
    rule(
      'MEETING.TRAVEL_DAYS',
      text('报到和离开时间', 'Days of arrival and departure'),
      budget,
      each('meetingClass', { CLASS_1: 2, CLASS_2: 2, CLASS_3: 2, CLASS_4: 1 }, (key, days) =>
        max(key, days, 'DAY', fees.C()),
      ),
    ),
    rule('MEETING.INTERNAL_FIRST', text('优先用内部会议室和视频会议', 'Own rooms and video first'), budget, [
      min({}, 1, 'TIMES', affairs.A('第二十九条'), { effect: 'warn' }),
    ]),
  ],
}
