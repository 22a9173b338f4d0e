import { useMemo } from 'react'
import { kernelActions } from '#kernel/actions.ts'
import type { OutputOf } from '#kernel/contract/action.ts'
import { offices, roles } from '#kernel/contract/roles.ts'
import { text } from '#kernel/contract/text.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Filter } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import { useEventWords } from './event-words.ts'
import { useFormat } from './format.ts'
import { defineMessages, useLocalised, useText } from './messages.ts'

const messages = defineMessages({
  title: text('审计记录', 'Audit trail'),
  what: text('谁、什么时候、做了什么、为什么；只增不改。', 'Who did what, when and why; only ever added to.'),
  at: text('时间', 'When'),
  who: text('操作人', 'Who'),
  did: text('做了什么', 'What'),
  on: text('对象', 'On what'),
  reason: text('原因', 'Reason'),
  change: text('变化', 'Change'),
  from: text('日期', 'Day'),
  none: text('还没有记录', 'Nothing recorded yet'),
  nobody: text('系统', 'System'),
  office: text('三员', 'Administrators'),
  anyOffice: text('任一管理员', 'Any of the three'),
})

type Entry = OutputOf<typeof kernelActions.readAudit>['items'][number]

/** The filters, with everything that any module may write into the history. */
function useFilterList(): Filter[] {
  const words = useEventWords()
  return useMemo(() => {
    const options = [...words].map(([value, label]) => ({ value, label }))
    return [
      { key: 'type', kind: 'select', label: messages.did, options },
      { key: 'days', kind: 'days', label: messages.from },
      {
        key: 'office',
        kind: 'select',
        label: messages.office,
        options: [
          { value: 'any', label: messages.anyOffice },
          ...offices.map((value) => ({ value, label: roles[value] })),
        ],
      },
      { key: 'actorName', kind: 'text', label: messages.who },
    ]
  }, [words])
}

/** What changed, as name: before → after; only the fields that differ. */
export function changesOf(before: unknown, after: unknown): string[] {
  const [old, fresh] = [before, after].map((side) =>
    side && typeof side === 'object' ? side : {},
  ) as Record<string, unknown>[]
  const show = (value: unknown) =>
    value === undefined || value === null
      ? '—'
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value)
  return [...new Set([...Object.keys(old ?? {}), ...Object.keys(fresh ?? {})])]
    .filter((name) => JSON.stringify(old?.[name]) !== JSON.stringify(fresh?.[name]))
    .map((name) =>
      before ? `${name}: ${show(old?.[name])} → ${show(fresh?.[name])}` : `${name}: ${show(fresh?.[name])}`,
    )
}

/** Everything that was done, newest first, for those who check. */
export default function AuditPage() {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const filters = useFilterList()
  return (
    <Page title={t('title')} subtitle={t('what')} width="wide">
      <DataTable
        name="kernel.audit"
        title={t('title')}
        read={kernelActions.readAudit}
        exportTo={kernelActions.exportAudit}
        filters={filters}
        empty={{ title: t('none'), icon: 'audit' }}
        columns={[
          {
            key: 'at',
            title: t('at'),
            render: (row: Entry) => <span className="hq-nowrap">{format.when(row.at)}</span>,
          },
          { key: 'who', title: t('who'), render: (row: Entry) => row.actorName || t('nobody') },
          { key: 'did', title: t('did'), card: 'title', render: (row: Entry) => localised(row.title) },
          { key: 'reason', title: t('reason'), render: (row: Entry) => row.reason ?? '—' },
          {
            key: 'change',
            title: t('change'),
            render: (row: Entry) => <Changes lines={changesOf(row.before, row.after)} />,
          },
        ]}
      />
    </Page>
  )
}

function Changes({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return '—'
  return (
    <details className="hq-soft">
      <summary>{lines[0]?.slice(0, 60)}</summary>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </details>
  )
}
