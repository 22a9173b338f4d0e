import { standards } from '#engines/standards/module.ts'
import { text } from '#kernel/contract/text.ts'
import { todayInChina, useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { Shape } from '#ui/shape.tsx'
import './desk.css'
import { repairs } from '../../module.ts'
import { faultKinds } from '../../words.ts'

const messages = defineMessages({
  clauses: text('本月检查不合格的条款', 'Clauses not met this month'),
  met: text('检查项都合格', 'Every line was met'),
  rate: text('{ok}/{base} 合格', '{ok} of {base} met'),
  standards: text('看标准', 'Standards'),
  repeats: text('本月重复报修', 'Repeat faults this month'),
  noRepeats: text('没有重复报修', 'No repeats'),
  times: text('{kind}，30天内又坏', '{kind}, again within 30 days'),
  all: text('看全部', 'All'),
})

/** Where work was not to the standard, and what broke again: the causes behind the late and the unhappy. */
export default function ClauseCard() {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const today = todayInChina()
  const from = `${today.slice(0, 8)}01`
  const clauses = useRead(standards.actions.listClauses, { from, to: today })
  const again = useRead(repairs.actions.listRepairs, { repeat: true, from, to: today, limit: 6 })
  const failed = (clauses.data?.items ?? [])
    .filter(({ conformity }) => conformity.ok < conformity.base)
    .sort((a, b) => (a.conformity.rate ?? 0) - (b.conformity.rate ?? 0))
    .slice(0, 8)
  return (
    <div className="hq-grid">
      <Section title={t('clauses')} extra={<LinkTo to="/standards">{t('standards')}</LinkTo>}>
        {clauses.error ? <Problem error={clauses.error} /> : null}
        {clauses.isLoading ? <Loading compact /> : null}
        {clauses.data && failed.length === 0 ? <Good words={t('met')} /> : null}
        <ul className="desk-list">
          {failed.map(({ id, code, title, conformity }) => (
            <li key={id}>
              <span>
                {code} {localised(title)}
              </span>
              <span className="hq-nowrap">{t('rate', { ok: conformity.ok, base: conformity.base })}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('repeats')} extra={<LinkTo to="/repairs?repeat=true">{t('all')}</LinkTo>}>
        {again.error ? <Problem error={again.error} /> : null}
        {again.isLoading ? <Loading compact /> : null}
        {again.data?.items.length === 0 ? <Good words={t('noRepeats')} /> : null}
        <ul className="desk-list">
          {again.data?.items.map((row) => (
            <li key={row.id}>
              <span>
                <LinkTo to={`/orders/${row.id}`}>{row.placeLabel}</LinkTo>
                <br />
                <small className="hq-faint">{t('times', { kind: localised(faultKinds[row.kind]) })}</small>
              </span>
              <span className="hq-nowrap hq-faint">{format.day(row.createdAt, 'short')}</span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}

function Good({ words }: { words: string }) {
  return (
    <p className="desk-good">
      <Shape tone="good" />
      {words}
    </p>
  )
}
