import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised } from '#kernel/web/messages.ts'
import { Clock } from '#ui/clock.tsx'
import type { Column } from '#ui/plain-table.tsx'
import { LongName } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import type { ApprovalRow } from '../schema.ts'
import { approvalStates } from '../states.ts'
import { escalationCauses } from '../words.ts'
import { InPlace } from './in-place.tsx'

const messages = defineMessages({
  matter: text('事项', 'Matter'),
  about: text('内容', 'About'),
  state: text('状态', 'State'),
  due: text('时限', 'Due'),
  holder: text('办理人', 'Held by'),
  started: text('提交时间', 'Handed in'),
})

/** The columns that every list of approvals shows. */
export function useApprovalColumns(inbox = false): Column<ApprovalRow>[] {
  const say = useLocalised()
  const format = useFormat()
  const columns: Column<ApprovalRow>[] = [
    {
      key: 'matter',
      title: messages.matter,
      render: (row) => (
        <span className="hq-party">
          <LongName>{row.label}</LongName>
          <small className="hq-faint">{say(row.typeTitle)}</small>
        </span>
      ),
    },
    {
      key: 'about',
      title: messages.about,
      render: (row) => (
        <span className="hq-party">
          <LongName>{say(row.sentence)}</LongName>
          <small>
            <InPlace row={row} />
          </small>
        </span>
      ),
    },
    {
      key: 'state',
      title: messages.state,
      card: 'mark',
      render: (row) => (
        <span className="hq-party">
          <StateTag machine={approvalStates} state={row.state} />
          {row.step ? <small className="hq-faint">{row.step.title}</small> : null}
        </span>
      ),
    },
    {
      key: 'due',
      title: messages.due,
      render: (row) =>
        row.step ? (
          <span className="hq-party">
            <Clock due={row.step.dueAt} />
            {row.step.escalated ? (
              <small className="hq-faint">{say(escalationCauses[row.step.escalated])}</small>
            ) : null}
          </span>
        ) : (
          '—'
        ),
    },
    {
      key: 'holder',
      title: messages.holder,
      render: (row) => <LongName>{row.holders.join('、') || '—'}</LongName>,
    },
    {
      key: 'started',
      title: messages.started,
      // What waits for somebody stands by its day: that list has one order.
      ...(inbox ? {} : { sort: 'started' }),
      card: 'none',
      render: (row) => <span className="hq-number">{format.when(row.startedAt)}</span>,
    },
  ]
  return inbox ? columns.filter(({ key }) => key !== 'holder' && key !== 'state') : columns
}
