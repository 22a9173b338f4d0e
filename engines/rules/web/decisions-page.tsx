import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useText } from '#kernel/web/messages.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Filter } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import { rules } from '../module.ts'
import { outcomes } from '../value.ts'
import { outcomeWords } from '../words.ts'
import { messages } from './messages.ts'
import { OutcomeTag, VerdictList } from './verdict-list.tsx'
import './rules.css'

const filters: Filter[] = [
  {
    key: 'outcome',
    kind: 'select',
    label: messages.outcome,
    options: outcomes.map((value) => ({ value, label: outcomeWords[value] })),
  },
  { key: 'rule', kind: 'text', label: messages.rule },
  { key: 'refused', kind: 'toggle', label: messages.onlyRefused },
  { key: 'from', kind: 'days', label: messages.period },
]

/** What was decided by limits, as it was said then. */
export default function DecisionsPage() {
  const t = useText(messages)
  const format = useFormat()
  return (
    <Page title={t('decisions')} trail={[{ title: t('title'), to: '/rules' }]} width="wide">
      <DataTable
        name="rules.decisions"
        title={t('decisions')}
        read={rules.actions.listDecisions}
        filters={filters}
        search={t('searchDecisions')}
        searchAs="search"
        exportTo={rules.actions.exportDecisions}
        empty={{ title: t('noDecisions'), next: t('noDecisionsNext'), icon: 'rules' }}
        columns={[
          { key: 'at', title: t('at'), card: 'line', render: (row) => format.moment(row.at) },
          {
            key: 'label',
            title: t('subject'),
            width: '20%',
            card: 'title',
            render: (row) => (row.href ? <LinkTo to={row.href}>{row.label}</LinkTo> : row.label),
          },
          { key: 'by', title: t('by'), render: (row) => row.by },
          {
            key: 'outcome',
            title: t('outcome'),
            card: 'mark',
            render: (row) => (
              <span className="rules-nowrap">
                <OutcomeTag outcome={row.outcome} />
                {row.refused ? <small className="hq-soft rules-below">{t('refused')}</small> : null}
              </span>
            ),
          },
          {
            key: 'said',
            title: t('said'),
            width: '42%',
            card: 'bare',
            render: (row) => <VerdictList verdicts={row.verdicts} />,
          },
        ]}
      />
    </Page>
  )
}
