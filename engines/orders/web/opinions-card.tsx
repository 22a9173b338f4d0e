import { text } from '#kernel/contract/text.ts'
import { todayInChina, useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { orders } from '../module.ts'
import { complaintStates } from '../states.ts'
import './orders.css'

const messages = defineMessages({
  title: text('本单位的投诉和建议', 'Complaints and suggestions of my unit'),
  all: text('全部，或提一条', 'All, or make one'),
  none: text('还没有。收集到意见，在这里替大家提。', 'None yet. Collect opinions and enter them here.'),
  owns: text('{owner}负责，承诺{when} 前答复', '{owner} answers by {when}'),
  answered: text('{owner}：{answer}', '{owner}: {answer}'),
})

const shown = 3

/** The newest opinions of the unit with their answers, for its liaison. */
export default function OpinionsCard() {
  const t = useText(messages)
  const format = useFormat()
  const opinions = useRead(orders.actions.listComplaints, { limit: shown })
  return (
    <Section title={t('title')} extra={<LinkTo to="/opinions">{t('all')}</LinkTo>}>
      {opinions.error ? <Problem error={opinions.error} onRetry={() => void opinions.refetch()} /> : null}
      {opinions.data?.items.length === 0 ? <p className="hq-faint">{t('none')}</p> : null}
      <ul className="hq-opinions">
        {opinions.data?.items.map((one) => (
          <li key={one.id}>
            <div className="hq-row">
              <LinkTo to={`/opinions?open=${one.id}`}>{one.about}</LinkTo>
              <StateTag machine={complaintStates} state={one.state} />
              <small className="hq-faint">
                {one.complainantName} {format.when(one.registeredAt)}
              </small>
            </div>
            <p>{one.words}</p>
            <p className="hq-soft">
              {one.answer
                ? t('answered', { owner: one.owner.name, answer: one.answer })
                : t('owns', { owner: one.owner.name, when: format.when(todayInChina(one.dueAt)) })}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
