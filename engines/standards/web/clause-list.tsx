import type { Static } from 'typebox'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { StateTag } from '#ui/state-tag.tsx'
import type { Borrowing } from '../borrowing-schema.ts'
import type { Proposal } from '../proposal-schema.ts'
import type { ChecklistLine, ClauseView, Conformity } from '../schema.ts'
import { formMessages } from './form-messages.ts'
import { messages } from './messages.ts'
import { ProposalList } from './proposal-list.tsx'
import { sourceWords } from './source-words.ts'
import './standards.css'

/** What the director's target is too: below it a clause stands out. */
const target = 95

/** A rate as word, colour and numbers. */
export function ConformityTag({ conformity }: { conformity: Static<typeof Conformity> }) {
  const t = useText(messages)
  const { rate, ok, base } = conformity
  if (rate === null) return <span className="hq-faint">{t('notYet')}</span>
  return <StateTag tone={rate >= target ? 'good' : 'bad'} title={t('rateOf', { rate, ok, base })} />
}

interface ClauseListProps {
  clauses: readonly Static<typeof ClauseView>[]
  /** Shown beside the clause each would change. */
  proposals?: readonly Proposal[]
}

/** Clauses to read, with their checklist lines, where they are used, how they are kept and what is to change. */
export function ClauseList({ clauses, proposals = [] }: ClauseListProps) {
  const t = useText(messages)
  const localised = useLocalised()
  return (
    <div>
      {clauses.map((clause) => (
        <article key={clause.id} id={clause.code} className="std-clause">
          <div className="std-clause-head">
            <h3>
              {clause.code}　{localised(clause.title)}
            </h3>
            <ConformityTag conformity={clause.conformity} />
          </div>
          <p>{localised(clause.body)}</p>
          <ul>
            {clause.lines.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ul>
          <SourceList sources={clause.borrowed} />
          <p className="hq-faint">
            {clause.uses.length === 0 ? t('unused') : t('uses')}
            {clause.uses.map((use, index) => (
              <span key={use.href + use.label.zh}>
                {index > 0 ? '、' : ''}
                {use.href ? <LinkTo to={use.href}>{localised(use.label)}</LinkTo> : localised(use.label)}
              </span>
            ))}
          </p>
          <ProposalList proposals={proposals.filter(({ clauseId }) => clauseId === clause.id)} />
        </article>
      ))}
    </div>
  )
}

/** Where something was borrowed, how it was adapted, and since when. */
export function SourceList({ sources }: { sources: readonly Borrowing[] }) {
  const t = useText(formMessages)
  if (sources.length === 0) return null
  return (
    <section className="std-borrowed" aria-label={t('borrowed')}>
      <strong>{t('borrowed')}</strong>
      {sources.map((one) => (
        <p key={one.id}>
          {sourceWords(one)}
          <small className="hq-soft std-below">{one.adaptation}</small>
          <small className="hq-faint std-below">
            {one.borrowedOn} ·{' '}
            {one.removal === null ? t('kept', { n: one.since }) : t('notKept', { why: one.removal })}
          </small>
        </p>
      ))}
    </section>
  )
}

function Line({ line }: { line: ChecklistLine }) {
  const t = useText(messages)
  const localised = useLocalised()
  const marks = [t(line.mandatory ? 'mandatory' : 'optional')]
  if (line.needsPhoto) marks.push(t('photo'))
  if (line.allowsNa) marks.push(t('na'))
  if (line.limit) {
    const { min, max, unit } = line.limit
    const values = { min: min ?? '', max: max ?? '', unit }
    marks.push(t(min !== null && max !== null ? 'between' : min !== null ? 'atLeast' : 'atMost', values))
  }
  return (
    <li>
      <span>{localised(line.text)}</span>
      <span className="hq-faint">{marks.join(' · ')}</span>
    </li>
  )
}
