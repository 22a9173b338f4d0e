import { Button } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useReadPages } from '#kernel/web/use-read.ts'
import { Clock } from '#ui/clock.tsx'
import { Empty, type EmptyProps } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { decideActions } from '../actions-decide.ts'
import { escalationCauses } from '../words.ts'
import { DecideButtons } from './decide-buttons.tsx'
import { InPlace } from './in-place.tsx'
import './approvals.css'

const messages = defineMessages({ more: text('再看一些', 'Show more') })

/** One card a request: what it is in one sentence, and the answer at the thumb. */
export function InboxCards({ empty }: { empty: EmptyProps }) {
  const t = useText(messages)
  const say = useLocalised()
  const pages = useReadPages(decideActions.listInbox, {})
  if (pages.loading) return <Loading />
  if (pages.error) return <Problem error={pages.error} onRetry={pages.reload} />
  if (pages.rows.length === 0) return <Empty {...empty} />
  return (
    <ul className="approval-inbox">
      {pages.rows.map((row) => (
        <li key={row.id}>
          <Section>
            <div className="hq-stack hq-stack-tight">
              <LinkTo to={`/approvals/${row.id}`}>
                <strong>{row.label}</strong>
              </LinkTo>
              <span>{say(row.sentence)}</span>
              <InPlace row={row} />
              <div className="hq-row">
                {row.step ? <Clock due={row.step.dueAt} /> : null}
                {row.step?.escalated ? (
                  <small className="hq-faint">{say(escalationCauses[row.step.escalated])}</small>
                ) : null}
              </div>
              <DecideButtons approval={row} />
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
  )
}
