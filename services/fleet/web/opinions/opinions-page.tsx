import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useSearch } from '#kernel/web/navigate.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { Clock } from '#ui/clock.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { type Filter, stateOptions } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import type { Column } from '#ui/plain-table.tsx'
import { LongName } from '#ui/section.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { opinionActions } from '../../actions/opinion-actions.ts'
import type { OpinionRow } from '../../opinion-schema.ts'
import { opinionStates } from '../../opinion-states.ts'
import { opinionKinds, opinionTopics } from '../../opinion-words.ts'
import { optionsOf } from '../register/choices.ts'
import { OpinionForm } from './opinion-form.tsx'
import '../register.css'

const messages = defineMessages({
  title: text('公车意见', 'Opinions on vehicles'),
  note: text(
    '公务用车和公车改革的意见、建议，每一条都按期答复。',
    'What riders say of official vehicles and their reform; each is answered in time.',
  ),
  say: text('我要说', 'Have my say'),
  what: text('内容', 'Words'),
  kind: text('类型', 'Kind'),
  topic: text('方面', 'About'),
  state: text('状态', 'State'),
  due: text('答复期限', 'Answer by'),
  who: text('提出人', 'From'),
  when: text('提出时间', 'Given'),
  nameless: text('匿名', 'Without a name'),
  overdue: text('过期未答复', 'Past its day'),
  mine: text('只看我的', 'Mine only'),
  find: text('内容、编号、姓名', 'Words, number, name'),
  none: text('还没有意见和建议', 'No opinions yet'),
  next: text('坐车时想到什么可以更好，点“我要说”。', 'What could be better? Tap “Have my say”.'),
})

const filters: Filter[] = [
  { key: 'state', kind: 'multi', label: messages.state, options: stateOptions(opinionStates) },
  { key: 'kind', kind: 'select', label: messages.kind, options: optionsOf(opinionKinds) },
  { key: 'topic', kind: 'select', label: messages.topic, options: optionsOf(opinionTopics) },
  { key: 'overdue', kind: 'toggle', label: messages.overdue },
  { key: 'mine', kind: 'toggle', label: messages.mine },
  { key: 'days', kind: 'days', label: messages.when },
]

/** What riders said: everybody's for the desk and for supervision, else the own; and the way to say more. */
export default function OpinionsPage() {
  const t = useText(messages)
  const columns = useColumns()
  const session = useSession()
  const [search, change] = useSearch()
  const gives = session.allowed('fleet.give-opinion')
  const write = (open: boolean) => change({ new: open ? 'true' : undefined, request: undefined })
  return (
    <Page
      title={t('title')}
      subtitle={t('note')}
      width="wide"
      action={gives ? { title: t('say'), onClick: () => write(true) } : undefined}
    >
      <DataTable
        name="fleet.opinions"
        title={t('title')}
        read={opinionActions.listOpinions}
        exportTo={session.allowed('fleet.read-all-opinions') ? opinionActions.exportOpinions : undefined}
        filters={filters}
        search={t('find')}
        searchAs="search"
        rowPath={(key) => `/fleet/opinions/${key}`}
        rowTone={(row) => (row.overdue ? 'bad' : undefined)}
        onNew={gives ? () => write(true) : undefined}
        empty={{ title: t('none'), next: gives ? t('next') : undefined, icon: 'satisfaction' }}
        columns={columns}
      />
      <SidePanel open={gives && search.new === 'true'} title={t('say')} onClose={() => write(false)}>
        <OpinionForm
          requestId={typeof search.request === 'string' ? search.request : undefined}
          onDone={() => write(false)}
        />
      </SidePanel>
    </Page>
  )
}

function useColumns(): Column<OpinionRow>[] {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  return [
    {
      key: 'what',
      title: t('what'),
      card: 'title',
      render: (row) => (
        <span className="fleet-two">
          <LongName>{row.words}</LongName>
          <small className="hq-faint">
            {say(opinionKinds[row.kind])} · {say(opinionTopics[row.topic])} · {row.number}
          </small>
        </span>
      ),
    },
    {
      key: 'state',
      title: t('state'),
      card: 'mark',
      render: (row) => <StateTag machine={opinionStates} state={row.state} />,
    },
    {
      key: 'due',
      title: t('due'),
      sort: 'due',
      render: (row) =>
        row.state === 'WITHDRAWN' ? (
          '—'
        ) : (
          <Clock due={row.answerBy} doneAt={row.answeredAt} warnMinutes={1440} />
        ),
    },
    {
      key: 'who',
      title: t('who'),
      render: (row) => (
        <span className="fleet-two">
          {row.byName ?? t('nameless')}
          <small className="hq-faint">{row.unit?.name}</small>
        </span>
      ),
    },
    { key: 'when', title: t('when'), sort: 'said', render: (row) => format.when(row.saidAt) },
  ]
}
