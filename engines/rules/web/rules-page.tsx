import { Button, Input } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract/action.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import type { Filter } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { fields, fieldWords } from '../fields.ts'
import { rules } from '../module.ts'
import { marks } from '../value.ts'
import { effectWords } from '../words.ts'
import { messages } from './messages.ts'
import './rules.css'

type Rule = OutputOf<typeof rules.actions.listRules>['items'][number]

const markTitles = { A: messages.markA, B: messages.markB, C: messages.markC }
const filters: Filter[] = [
  {
    key: 'field',
    kind: 'select',
    label: messages.field,
    options: fields.map((value) => ({ value, label: fieldWords[value] })),
  },
  {
    key: 'effect',
    kind: 'select',
    label: messages.effect,
    options: (['block', 'warn', 'info'] as const).map((value) => ({ value, label: effectWords[value] })),
  },
  {
    key: 'mark',
    kind: 'select',
    label: messages.mark,
    options: marks.map((value) => ({ value, label: markTitles[value] })),
  },
  { key: 'local', kind: 'toggle', label: messages.localOnly },
]

/** Every rule: its limit, where it bites, how often it did. */
export default function RulesPage() {
  const t = useText(messages)
  const localised = useLocalised()
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      width="wide"
      extra={<LinkTo to="/rules/decisions">{t('decisions')}</LinkTo>}
    >
      <Area />
      <DataTable
        name="rules.rules"
        title={t('title')}
        read={rules.actions.listRules}
        filters={filters}
        search={t('search')}
        searchAs="search"
        exportTo={rules.actions.exportRules}
        rowPath={(key) => `/rules/${key}`}
        empty={{ title: t('none'), next: t('noneNext'), icon: 'rules' }}
        columns={[
          {
            key: 'title',
            title: t('rule'),
            width: '30%',
            card: 'title',
            render: (row) => (
              <span>
                <LinkTo to={`/rules/${row.id}`}>{localised(row.title)}</LinkTo>
                <small className="hq-faint rules-below">{localised(fieldWords[row.field])}</small>
              </span>
            ),
          },
          { key: 'limit', title: t('limit'), width: '24%', render: (row) => <Limit row={row} /> },
          { key: 'uses', title: t('uses'), render: (row) => localised(row.uses) },
          {
            key: 'effect',
            title: t('effect'),
            card: 'mark',
            render: (row) => (
              <span className="rules-nowrap">
                {row.effect ? localised(effectWords[row.effect]) : '—'}
                {row.mark ? <small className="hq-faint rules-below">{t(`mark${row.mark}`)}</small> : null}
              </span>
            ),
          },
          { key: 'counts', title: t('counts'), render: (row) => <Counts counts={row.counts} /> },
        ]}
      />
    </Page>
  )
}

function Limit({ row }: { row: Rule }) {
  const t = useText(messages)
  const localised = useLocalised()
  if (row.values === 0) return <span className="hq-soft">{t('noLimit')}</span>
  return (
    <span>
      {row.limit ? localised(row.limit) : t('manyLimits', { n: row.values })}
      {row.local > 0 ? (
        <small className="hq-soft rules-below">{t('ofThemLocal', { n: row.local })}</small>
      ) : null}
    </span>
  )
}

export function Counts({ counts }: { counts: Rule['counts'] }) {
  const t = useText(messages)
  const { asked, read, informed, warned, blocked } = counts
  if (asked + read === 0) return <span className="hq-soft">{t('unasked')}</span>
  return <span>{t('countsOf', { asked: asked + read, beyond: informed + warned + blocked })}</span>
}

/** Where the bureau stands decides whose limits count. */
function Area() {
  const t = useText(messages)
  const writer = useSession().allowed('rules.write')
  const [open, setOpen] = useState(false)
  const setting = useRead(rules.actions.readSetting, {})
  const close = () => setOpen(false)
  const set = useWrite(rules.actions.setJurisdiction, {
    invalidates: ['/rules', '/rules-setting'],
    success: t('saved'),
    quiet: true,
    onDone: close,
  })
  if (!setting.data) return null
  const code = setting.data.jurisdiction
  return (
    <div className="hq-row rules-area">
      <span className="hq-soft">{code ? t('areaIs', { code }) : t('areaUnset')}</span>
      {writer ? <Button onClick={() => setOpen(true)}>{t('setArea')}</Button> : null}
      <SidePanel open={open} title={t('setArea')} onClose={close}>
        <EntryForm<{ jurisdiction?: string }>
          initial={{ jurisdiction: code ?? '' }}
          onSubmit={({ jurisdiction }) => set.mutate({ jurisdiction: jurisdiction?.trim() || null })}
          problem={set.error}
          busy={set.isPending}
          submit={t('save')}
          onCancel={close}
        >
          <Field name="jurisdiction" label={t('areaCode')} hint={t('areaHint')}>
            <Input maxLength={6} inputMode="numeric" />
          </Field>
        </EntryForm>
      </SidePanel>
    </div>
  )
}
