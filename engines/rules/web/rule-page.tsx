import { useState } from 'react'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Empty } from '#ui/empty.tsx'
import { useFilters } from '#ui/filters.ts'
import { History } from '#ui/history.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { fieldWords } from '../fields.ts'
import { rules } from '../module.ts'
import type { ValueView } from '../schema.ts'
import { EndForm } from './end-form.tsx'
import { messages } from './messages.ts'
import { days, RuleUses } from './rule-uses.tsx'
import { TryForm } from './try-form.tsx'
import { ValueForm } from './value-form.tsx'
import { ValueTable } from './value-table.tsx'
import './rules.css'

export type Deed = { kind: 'add' } | { kind: 'replace' | 'end'; value: ValueView }

/** One rule: all its values with their sources, a number to try, what people changed. */
export default function RulePage() {
  const t = useText(messages)
  const localised = useLocalised()
  const ruleId = useParam('ruleId')
  const [deed, setDeed] = useState<Deed | null>(null)
  const close = () => setDeed(null)
  const filters = useFilters(days)
  const rule = useRead(rules.actions.readRule, { ruleId, ...filters.values })
  const trail = [{ title: t('title'), to: '/rules' }]
  if (rule.error)
    return (
      <Page title={t('title')} trail={trail}>
        <Problem error={rule.error} onRetry={() => void rule.refetch()} />
      </Page>
    )
  if (!rule.data) return <Loading />
  const { title, field, uses, note, can } = rule.data
  return (
    <Page
      title={localised(title)}
      subtitle={ruleId}
      trail={trail}
      width="wide"
      action={can.add ? { title: t('addLocal'), onClick: () => setDeed({ kind: 'add' }) } : undefined}
    >
      <div className="hq-stack">
        <Section>
          <Facts
            items={[
              { title: t('field'), value: localised(fieldWords[field]) },
              { title: t('uses'), value: localised(uses) },
              ...(note ? [{ title: t('note'), value: localised(note), wide: true }] : []),
            ]}
          />
        </Section>
        <RuleUses rule={rule.data} filters={filters} />
        <Section title={t('values')}>
          <ValueTable values={rule.data.values} onDeed={setDeed} />
        </Section>
        <TryForm rule={rule.data} />
        <Changes ruleId={ruleId} />
      </div>
      <SidePanel
        open={deed !== null}
        title={deed ? t(deed.kind === 'add' ? 'addLocal' : deed.kind) : ''}
        onClose={close}
      >
        {deed?.kind === 'end' ? <EndForm value={deed.value} onDone={close} /> : null}
        {deed && deed.kind !== 'end' ? (
          <ValueForm rule={rule.data} value={deed.kind === 'replace' ? deed.value : null} onDone={close} />
        ) : null}
      </SidePanel>
    </Page>
  )
}

function Changes({ ruleId }: { ruleId: string }) {
  const t = useText(messages)
  const localised = useLocalised()
  const history = useRead(rules.actions.readRuleHistory, { ruleId })
  const items = history.data?.items ?? []
  return (
    <Section title={t('history')}>
      {items.length === 0 ? (
        <Empty title={t('noHistory')} icon="history" />
      ) : (
        <History
          events={items.map(({ id, at, by, title, words, reason }) => ({
            ...{ id, at, title, who: by },
            note: [localised(words), reason].filter(Boolean).join('；'),
          }))}
        />
      )}
    </Section>
  )
}
