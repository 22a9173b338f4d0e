import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Empty } from '#ui/empty.tsx'
import { ExportLinks } from '#ui/export-links.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { type Filter, useFilters } from '#ui/filters.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { fleet } from '../../module.ts'
import type { DueItem } from '../../register-schema.ts'
import { type DueKind, dueKinds } from '../../register-words.ts'
import { optionsOf } from './choices.ts'
import { DueTag } from './due-tag.tsx'
import '../register.css'

const messages = defineMessages({
  title: text('到期日历', 'What falls due'),
  kind: text('事项', 'What'),
  days: text('今后多少天', 'Within days'),
  who: text('车辆或驾驶员', 'Vehicle or driver'),
  due: text('到期日', 'Due'),
  words: text('说明', 'In words'),
  state: text('状态', 'State'),
  overdue: text('已过期', 'Overdue'),
  month: text('{year} 年 {month} 月', '{year}-{month}'),
  undated: text('未定日期', 'No day'),
  none: text('这段时间没有到期的事项', 'Nothing falls due in this time'),
})

const spans = {
  7: text('7 天', '7 days'),
  30: text('30 天', '30 days'),
  90: text('90 天', '90 days'),
  366: text('一年', 'A year'),
}
const filters: Filter[] = [
  { key: 'kind', kind: 'multi', label: messages.kind, options: optionsOf(dueKinds) },
  { key: 'days', kind: 'select', label: messages.days, options: optionsOf(spans) },
]

/** Everything that runs out or has to be done soon, month by month; what is overdue stands first. */
export default function DuePage() {
  const t = useText(messages)
  const chosen = useFilters(filters)
  const values = chosen.values as { kind?: DueKind[]; days?: string }
  const input = {
    days: Number(values.days ?? 30),
    ...(values.kind?.length ? { kind: values.kind } : {}),
  }
  const read = useRead(fleet.actions.listDue, input)
  const groups = new Map<string, DueItem[]>()
  const items = read.data?.items ?? []
  // What is overdue stands first, whatever day it has.
  const overdue = items.filter(({ light }) => light === 'OVERDUE')
  const ahead = items.filter(({ light }) => light !== 'OVERDUE')
  for (const item of [...overdue, ...ahead]) {
    const name =
      item.light === 'OVERDUE'
        ? t('overdue')
        : item.due
          ? t('month', { year: item.due.slice(0, 4), month: Number(item.due.slice(5, 7)) })
          : t('undated')
    groups.set(name, [...(groups.get(name) ?? []), item])
  }
  return (
    <Page title={t('title')} width="wide">
      <div className="hq-stack">
        <FilterBar
          filters={filters}
          search={chosen.search}
          onChange={chosen.set}
          onClear={chosen.clear}
          count={chosen.count}
          extra={<ExportLinks action={fleet.actions.exportDue} input={input} />}
        />
        {read.isPending ? <Loading /> : null}
        {read.error && !read.data ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
        {read.data?.items.length === 0 ? <Empty title={t('none')} /> : null}
        {[...groups].map(([name, group]) => (
          <Section key={name} title={`${name} · ${group.length}`}>
            <DueTable name={name} items={group} />
          </Section>
        ))}
      </div>
    </Page>
  )
}

function DueTable({ name, items }: { name: string; items: DueItem[] }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  return (
    <PlainTable
      label={name}
      rows={items}
      rowKey={({ id, kind }) => `${kind}-${id}`}
      columns={[
        {
          key: 'who',
          title: t('who'),
          card: 'title',
          render: (item) => <LinkTo to={item.href}>{item.name}</LinkTo>,
        },
        {
          key: 'kind',
          title: t('kind'),
          render: ({ kind, title }) => (
            <span className="fleet-two">
              {localised(dueKinds[kind])}
              <small className="hq-faint">{title}</small>
            </span>
          ),
        },
        {
          key: 'due',
          title: t('due'),
          render: ({ due }) => (due ? <span className="hq-nowrap">{format.day(due, 'plain')}</span> : '—'),
        },
        { key: 'words', title: t('words'), render: ({ words }) => localised(words) },
        { key: 'state', title: t('state'), card: 'mark', render: ({ light }) => <DueTag light={light} /> },
      ]}
    />
  )
}
