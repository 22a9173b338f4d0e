import { addressOf } from '#kernel/contract/client.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { FilterBar } from '#ui/filter-bar.tsx'
import { type Filter, useFilters } from '#ui/filters.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { fleet } from '../../module.ts'
import { TerminalsPart } from './terminals-part.tsx'

const messages = defineMessages({
  title: text('数据交换', 'Data exchange'),
  note: text(
    '实体按 DB32/T 3826-2020 的接口名称。标准原文不在手边，字段名由本系统自定〔C〕，上报前请按原文核对。',
    'Entities by the names of DB32/T 3826-2020. Its text was not at hand: the names of the fields are ours, mark C; hold them against the text before reporting.',
  ),
  machine: text(
    '机器取数：GET {address}，带“Authorization: Bearer 令牌”；令牌在“个人设置”里生成，范围选 fleet.read，定位网关选 fleet.write。',
    'For machines: GET {address} with “Authorization: Bearer …”; make the token in your settings with the scope fleet.read, for a gateway of positions fleet.write.',
  ),
  days: text('时间', 'Time'),
  field: text('字段', 'Field'),
  meaning: text('含义', 'Meaning'),
  source: text('来自', 'From'),
  download: text('下载 JSON', 'JSON'),
  missing: text('本系统没有：{what}', 'Not held here: {what}'),
  today: text('按当前登记', 'as it stands'),
  period: text('按所选时间', 'of the time chosen'),
  notHeld: text('标准里有、这里不提供的', 'Named by the standard, not given here'),
})

const filters: Filter[] = [{ key: 'days', kind: 'days', label: messages.days }]

/** Which entities can be handed on, where each field comes from, what is missing, and the files. */
export default function ExchangePage() {
  const t = useText(messages)
  const localised = useLocalised()
  const { values, search, set, clear, count } = useFilters(filters)
  const read = useRead(fleet.actions.listExchangeEntities, {})
  if (read.isPending) return <Loading />
  if (!read.data) return <Problem error={read.error} onRetry={() => void read.refetch()} />
  return (
    <Page title={t('title')} width="wide" subtitle={t('note')}>
      <div className="hq-stack">
        <FilterBar filters={filters} search={search} onChange={set} onClear={clear} count={count} />
        <p className="hq-soft">{t('machine', { address: '/api/fleet/exchange/dispatch?from=…&to=…' })}</p>
        {read.data.items.map(({ code, title, kind, fields, missing }) => (
          <Section
            key={code}
            title={`${localised(title)}（${t(kind)}）`}
            extra={
              <a href={addressOf(fleet.actions.exportExchange, { entity: code, ...values })} download>
                {t('download')}
              </a>
            }
          >
            <PlainTable
              label={localised(title)}
              rows={fields}
              rowKey={({ name }) => name}
              columns={[
                { key: 'meaning', title: t('meaning'), card: 'title', render: (row) => localised(row.title) },
                { key: 'name', title: t('field'), render: ({ name }) => <code>{name}</code> },
                { key: 'source', title: t('source'), render: ({ source }) => <code>{source}</code> },
              ]}
            />
            {missing ? <p className="hq-faint">{t('missing', { what: localised(missing) })}</p> : null}
          </Section>
        ))}
        <Section title={t('notHeld')}>
          <ul>
            {read.data.notHeld.map(({ title, why }) => (
              <li key={title.zh}>
                {localised(title)}：{localised(why)}
              </li>
            ))}
          </ul>
        </Section>
        <TerminalsPart />
      </div>
    </Page>
  )
}
