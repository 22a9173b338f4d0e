import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import type { RepairDetail } from '../schema.ts'
import { majorStates } from '../states.ts'

const messages = defineMessages({
  title: text('上门和工时', 'Visits and labour'),
  visit: text('{by} {from} 到场{until}', '{by} came {from}{until}'),
  until: text('，{time} 离开', ', left {time}'),
  met: text('接待人：{name}', 'Met {name}'),
  found: text('发现：{words}', 'Found: {words}'),
  did: text('处理：{words}', 'Done: {words}'),
  labour: text('{by}：{people} 人 × {time}', '{by}: {people} × {time}'),
  omissions: text('漏项补台', 'Missed and made good'),
  remedied: text('{when}补好：{words}', 'Made good {when}: {words}'),
  open: text('还没有补', 'Still open'),
  major: text('大型维修改造', 'Major works'),
  survey: text('{who} {when} 勘查：{words}', '{who} surveyed {when}: {words}'),
  chosen: text('选定 {who}，{sum}', '{who} chosen, {sum}'),
  reason: text('理由：{words}', 'Reason: {words}'),
  days: text('{from} 开工，计划 {to} 完成', 'Begun {from}, planned to {to}'),
  verify: text('验证条件：{words}', 'To be verified: {words}'),
  verified: text('{when} {condition}：{result}', '{when} {condition}: {result}'),
  passed: text('合格', 'passed'),
  failed: text('不合格，返工', 'failed, rework'),
})

/** Who came when, what they found and did, what was made good, and the project beside a major work. */
export function RepairWork({ repair }: { repair: RepairDetail }) {
  const t = useText(messages)
  const format = useFormat()
  return (
    <>
      {repair.major ? <MajorWorks repair={repair} /> : null}
      {repair.visits.length > 0 || repair.labour.length > 0 ? (
        <Section title={t('title')}>
          <ul className="hq-lines">
            {repair.visits.map((visit) => (
              <li key={visit.id}>
                <strong>
                  {t('visit', {
                    by: visit.by,
                    from: format.when(visit.arrivedAt),
                    until: visit.leftAt ? t('until', { time: format.time(visit.leftAt) }) : '',
                  })}
                </strong>
                {visit.metName ? <span className="hq-soft">{t('met', { name: visit.metName })}</span> : null}
                {visit.found ? <span>{t('found', { words: visit.found })}</span> : null}
                {visit.done ? <span>{t('did', { words: visit.done })}</span> : null}
              </li>
            ))}
            {repair.labour.map((one) => (
              <li key={one.id}>
                <span>
                  {t('labour', { by: one.by, people: one.people, time: format.duration(one.minutes) })}
                  {one.note ? <span className="hq-soft"> {one.note}</span> : null}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {repair.omissions.length > 0 ? (
        <Section title={t('omissions')}>
          <ul className="hq-lines">
            {repair.omissions.map((one) => (
              <li key={one.id}>
                <strong>{one.what}</strong>
                <span className="hq-soft">
                  {one.remediedAt
                    ? t('remedied', { when: format.when(one.remediedAt), words: one.remedy ?? '' })
                    : t('open')}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  )
}

function MajorWorks({ repair }: { repair: RepairDetail }) {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  const { major } = repair
  if (!major) return null
  const chosen = major.quotes.find((quote) => quote.chosen)
  return (
    <Section title={t('major')} extra={<StateTag machine={majorStates} state={major.state} />}>
      <ul className="hq-lines">
        {major.surveys.map((one) => (
          <li key={one.id}>
            {t('survey', { who: one.contractor, when: format.when(one.surveyedAt), words: one.findings })}
          </li>
        ))}
        {chosen ? (
          <li>
            <strong>{t('chosen', { who: chosen.contractor, sum: format.money(chosen.amountFen) })}</strong>
            {major.choiceReason ? (
              <span className="hq-soft">{t('reason', { words: major.choiceReason })}</span>
            ) : null}
          </li>
        ) : null}
        {major.startedOn && major.plannedTo ? (
          <li>
            {t('days', {
              from: format.day(major.startedOn, 'plain'),
              to: format.day(major.plannedTo, 'plain'),
            })}
          </li>
        ) : null}
        {major.verificationCondition ? <li>{t('verify', { words: major.verificationCondition })}</li> : null}
        {major.verifications.map((one) => (
          <li key={one.id}>
            {t('verified', {
              when: format.when(one.at),
              condition: one.condition,
              result: say(one.result === 'PASSED' ? messages.passed : messages.failed),
            })}
            {one.note ? <span className="hq-soft">{one.note}</span> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
