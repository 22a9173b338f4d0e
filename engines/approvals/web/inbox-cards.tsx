import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useReadPages } from '#kernel/web/use-read.ts'
import { type BulkAction, BulkBar } from '#ui/bulk-bar.tsx'
import { Clock } from '#ui/clock.tsx'
import { Empty, type EmptyProps } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { decideActions } from '../actions-decide.ts'
import type { ApprovalRow } from '../schema.ts'
import { escalationCauses } from '../words.ts'
import { DecideButtons } from './decide-buttons.tsx'
import { InPlace } from './in-place.tsx'
import './approvals.css'

const messages = defineMessages({
  more: text('再看一些', 'Show more'),
  several: text('多选', 'Choose several'),
  leave: text('取消多选', 'Choose one by one'),
  all: text('全选这 {n} 件', 'Choose all {n}'),
})

interface InboxCardsProps {
  empty: EmptyProps
  bulk: readonly BulkAction<ApprovalRow>[]
}

/** One card a request: what it is in one sentence, and the answer at the thumb; boxes for several only when asked for. */
export function InboxCards({ empty, bulk }: InboxCardsProps) {
  const t = useText(messages)
  const say = useLocalised()
  const pages = useReadPages(decideActions.listInbox, {})
  // Null while cards are answered one by one.
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null)
  const choose = (id: string, on: boolean) =>
    setChosen((before) => new Set([...(before ?? [])].filter((one) => one !== id).concat(on ? [id] : [])))
  // What has been decided meanwhile is gone from the list, yet its result is still to be read.
  const bar =
    chosen && chosen.size > 0 ? (
      <BulkBar
        actions={bulk}
        rows={pages.rows.filter(({ id }) => chosen.has(id))}
        rowKey={({ id }) => id}
        nameOf={({ label }) => label}
        onDone={() => setChosen(null)}
        onClear={() => setChosen(null)}
      />
    ) : null
  if (pages.loading) return <Loading />
  if (pages.error) return <Problem error={pages.error} onRetry={pages.reload} />
  if (pages.rows.length === 0)
    return (
      <div className="hq-stack hq-stack-tight">
        {bar}
        <Empty {...empty} />
      </div>
    )
  return (
    <div className="hq-stack hq-stack-tight">
      {bar}
      {pages.rows.length > 1 ? (
        <div className="hq-row">
          <Button onClick={() => setChosen(chosen ? null : new Set())}>
            {t(chosen ? 'leave' : 'several')}
          </Button>
          {chosen ? (
            <Button onClick={() => setChosen(new Set(pages.rows.map(({ id }) => id)))}>
              {t('all', { n: pages.rows.length })}
            </Button>
          ) : null}
        </div>
      ) : null}
      <ul className="approval-inbox">
        {pages.rows.map((row) => (
          <li key={row.id}>
            <Section>
              <div className="hq-stack hq-stack-tight">
                {chosen ? (
                  <Checkbox
                    checked={chosen.has(row.id)}
                    onChange={({ target }) => choose(row.id, target.checked)}
                  >
                    <strong>{row.label}</strong>
                  </Checkbox>
                ) : (
                  <LinkTo to={`/approvals/${row.id}`}>
                    <strong>{row.label}</strong>
                  </LinkTo>
                )}
                <span>{say(row.sentence)}</span>
                <InPlace row={row} />
                <div className="hq-row">
                  {row.step ? <Clock due={row.step.dueAt} /> : null}
                  {row.step?.escalated ? (
                    <small className="hq-faint">{say(escalationCauses[row.step.escalated])}</small>
                  ) : null}
                </div>
                {chosen ? null : <DecideButtons approval={row} />}
              </div>
            </Section>
          </li>
        ))}
        {pages.hasMore ? (
          <li>
            <Button block size="large" loading={pages.loadingMore} onClick={pages.more}>
              {t('more')}
            </Button>
          </li>
        ) : null}
      </ul>
    </div>
  )
}
