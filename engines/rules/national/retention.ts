import { text } from '#kernel/contract/text.ts'
import { each, type FieldSeed, max, min, paper, rule } from './seed.ts'

const network = paper('网络安全法', '2016年', '2017-06-01')
const privacy = paper('个人信息保护法', '', '2021-11-01')
const dataOrder = paper('网络数据安全管理条例', '国务院令第790号', '2025-01-01')
const vouchers = paper('会计档案管理办法', '', '2016-01-01')
const papers = paper('机关文件材料归档范围和文书档案保管期限规定', '', '2006-12-18')
const own = paper('单位自定（默认）', '', '2020-01-01')
const video = paper('保安服务管理条例', '国务院令第564号', '2010-01-01')
const terror = paper('反恐怖主义法', '', '2016-01-01')
const guards = paper('保安服务管理条例', '国务院令第564号', '2010-01-01')
const buying = paper('政府采购法', '2014年修正', '2014-08-31')
const food = paper('食品安全法', '2021年修正', '2021-04-29')

const keeping = text('保存和销毁', 'Keeping and destroying')

/** §19 of the national rules, with §17's years for personal data. */
export const retention: FieldSeed = {
  field: 'RETENTION',
  rules: [
    rule(
      'RETENTION.LEAST',
      text('最短保存期限', 'Kept at least'),
      keeping,
      [
        min({ record: 'LOGS' }, 6, 'MONTH', network.A('第二十一条第三项')),
        min({ record: 'VIDEO' }, 30, 'DAY', video.A('第二十五条')),
        min({ record: 'VIDEO', area: 'TERROR_TARGET' }, 90, 'DAY', terror.A('第三十二条')),
        min({ record: 'GUARD_CONTRACT' }, 2, 'YEAR', guards.A('第二十一条')),
        min({ record: 'PROCUREMENT' }, 15, 'YEAR', buying.A('第四十二条')),
        min({ record: 'IMPACT_ASSESSMENT' }, 3, 'YEAR', privacy.A('第五十六条')),
        min({ record: 'ENTRUSTED_DATA' }, 3, 'YEAR', dataOrder.A('第十二条')),
        min({ record: 'FOOD_INBOUND' }, 2, 'YEAR', food.A('第五十、五十三条'), { effect: 'warn' }),
        min({ record: 'VOUCHERS' }, 30, 'YEAR', vouchers.C()),
        ...each('record', { DOCUMENTS_30: 30, DOCUMENTS_10: 10 }, (key, years) =>
          min(key, years, 'YEAR', papers.C()),
        ),
      ],
      text(
        '文书档案分永久、30 年、10 年。网络安全法 2026 年起施行的修订会改条号（未核对）。',
        'Official documents: for ever, 30 or 10 years. The 2026 revision of the cybersecurity law moves the article (not checked).',
      ),
    ),
    rule(
      'RETENTION.DEFAULT',
      text('默认保存期限', 'Kept by default'),
      keeping,
      each('record', { VEHICLE_LOG: 5, MEETING_ATTENDANCE: 5, RECEPTION_LIST: 5 }, (key, years) =>
        min(key, years, 'YEAR', own.C()),
      ),
      text('由单位决定。', 'For the unit to decide.'),
    ),
    rule(
      'RETENTION.MOST',
      text('最长保存期限', 'Kept at most'),
      keeping,
      [max({ record: 'FACE' }, 30, 'DAY', own.C()), max({ record: 'TRACK' }, 30, 'DAY', own.C())],
      text(
        '人脸、车辆轨迹、就餐记录须有目的、期限和不刷脸的办法。',
        'Faces, tracks and meals need a purpose, a limit and a way without a face.',
      ),
    ),
  ],
}
