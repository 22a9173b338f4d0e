import { text } from '#kernel/contract/text.ts'
import { todayInChina, useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useSearch } from '#kernel/web/navigate.ts'
import type { RowOf } from '#kernel/web/use-read.ts'
import { DataTable } from '#ui/data-table.tsx'
import { type Filter, stateOptions } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import type { Column } from '#ui/plain-table.tsx'
import { LongName } from '#ui/section.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { orders } from '../module.ts'
import { complaintStates } from '../states.ts'
import { complaintChannels } from '../words.ts'
import { OpinionForm } from './opinion-form.tsx'
import { OpinionView } from './opinion-view.tsx'
import './orders.css'

const messages = defineMessages({
  title: text('投诉和建议', 'Complaints and suggestions'),
  note: text(
    '每一条都有人负责，在承诺的日期前答复您。',
    'Each has an owner and is answered by a promised day.',
  ),
  say: text('我要说', 'Have my say'),
  about: text('关于', 'About'),
  state: text('进度', 'State'),
  sentence: text('谁负责、几时答复', 'Who answers, by when'),
  who: text('提出人', 'From'),
  when: text('提出', 'Sent'),
  channel: text('来源', 'Came by'),
  owns: text('{owner}负责，承诺{when} 前答复', '{owner} answers by {when}'),
  answered: text('{owner} {when}答复', '{owner} answered {when}'),
  overdue: text('已过答复期限', 'Past its day'),
  none: text('还没有投诉和建议', 'No complaints or suggestions yet'),
  next: text('哪里做得不好、怎样可以更好，点“我要说”。', 'What could be better? Tap “Have my say”.'),
  search: text('搜内容、编号', 'Search words, number'),
})

const filters: Filter[] = [
  { key: 'state', kind: 'select', label: messages.state, options: stateOptions(complaintStates) },
  { key: 'overdue', kind: 'toggle', label: messages.overdue },
  { key: 'days', kind: 'days', label: messages.when },
]

type Row = RowOf<typeof orders.actions.listComplaints>

/** Complaints and suggestions: those within my reach, and the way to make one. */
export default function OpinionsPage() {
  const t = useText(messages)
  const columns = useColumns()
  const [search, change] = useSearch()
  const writing = search.new === 'true'
  const write = (open: boolean) =>
    change({ new: open ? 'true' : undefined, order: undefined, matter: undefined })
  return (
    <Page
      title={messages.title}
      subtitle={t('note')}
      action={{ title: messages.say, onClick: () => change({ new: 'true', open: undefined }) }}
    >
      <DataTable
        name="orders.opinions"
        title={messages.title}
        read={orders.actions.listComplaints}
        filters={filters}
        search={messages.search}
        searchAs="search"
        columns={columns}
        rowTone={(row) => (row.overdue ? 'bad' : undefined)}
        panel={(key) => <OpinionView complaintId={key} />}
        panelTitle={(_key, row) => row?.about ?? ''}
        empty={{ icon: 'satisfaction', title: messages.none, next: messages.next }}
        onNew={() => write(true)}
      />
      <SidePanel open={writing} title={t('say')} onClose={() => write(false)}>
        <OpinionForm
          orderId={typeof search.order === 'string' ? search.order : undefined}
          onDone={() => write(false)}
        />
      </SidePanel>
    </Page>
  )
}

function useColumns(): Column<Row>[] {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  return [
    {
      key: 'about',
      title: messages.about,
      render: (row) => (
        <span className="hq-party">
          <LongName>{row.about}</LongName>
          <small className="hq-faint hq-number">{row.number}</small>
        </span>
      ),
    },
    {
      key: 'state',
      title: messages.state,
      card: 'mark',
      render: (row) => <StateTag machine={complaintStates} state={row.state} />,
    },
    {
      key: 'sentence',
      title: messages.sentence,
      card: 'bare',
      render: (row) =>
        row.answeredAt
          ? t('answered', { owner: row.owner.name, when: format.when(row.answeredAt) })
          : t('owns', { owner: row.owner.name, when: format.when(todayInChina(row.dueAt)) }),
    },
    { key: 'who', title: messages.who, render: (row) => row.complainantName },
    {
      key: 'channel',
      title: messages.channel,
      card: 'none',
      render: (row) => say(complaintChannels[row.channel]),
    },
    { key: 'when', title: messages.when, render: (row) => format.when(row.registeredAt) },
  ]
}
