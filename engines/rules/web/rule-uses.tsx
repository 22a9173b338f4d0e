import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { stringifySearch } from '#kernel/web/navigate.ts'
import { Empty } from '#ui/empty.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import type { Filter, useFilters } from '#ui/filters.ts'
import { PlainTable } from '#ui/plain-table.tsx'
import { Section } from '#ui/section.tsx'
import type { RuleView } from '../schema.ts'
import { messages } from './messages.ts'
import { Counts } from './rules-page.tsx'

export const days: Filter[] = [{ key: 'days', kind: 'days', label: messages.period }]

/** Where a rule bit in the chosen days: which kinds of things, how often each, and what came of it. */
export function RuleUses({
  rule,
  filters: { values, search, set, clear, count },
}: {
  rule: RuleView
  filters: ReturnType<typeof useFilters>
}) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const span = { from: rule.from, to: rule.to }
  const number = (key: 'asked' | 'read' | 'informed' | 'warned' | 'blocked') => ({
    key,
    title: t(key === 'asked' ? 'held' : key),
    align: 'right' as const,
    render: (row: RuleView['askedBy'][number]) => format.number(row[key]),
  })
  return (
    <Section title={t('askedBy')}>
      <div className="hq-stack hq-stack-tight">
        <FilterBar filters={days} search={search} onChange={set} onClear={clear} count={count} />
        <p className="hq-soft">
          {t('usedDays', { from: format.day(span.from, 'plain'), to: format.day(span.to, 'plain') })} ·{' '}
          <Counts counts={rule.counts} />
        </p>
        {rule.askedBy.length === 0 ? (
          <Empty title={t('notUsed')} icon="history" />
        ) : (
          <>
            <PlainTable
              label={t('askedBy')}
              rows={rule.askedBy}
              rowKey={(row) => row.subjectType}
              columns={[
                { key: 'kind', title: t('kind'), card: 'title', render: (row) => localised(row.title) },
                number('asked'),
                number('read'),
                number('informed'),
                number('warned'),
                number('blocked'),
              ]}
            />
            <LinkTo to={`/rules/decisions${stringifySearch({ ...values, rule: rule.id })}`}>
              {t('seeDecisions')}
            </LinkTo>
          </>
        )}
      </div>
    </Section>
  )
}
