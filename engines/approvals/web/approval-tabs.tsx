import { text } from '#kernel/contract/text.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useText } from '#kernel/web/messages.ts'

const messages = defineMessages({
  inbox: text('等我审批', 'Waiting for me'),
  mine: text('我的申请', 'My requests'),
  substitutes: text('代办人', 'Substitutes'),
})

const places = [
  ['inbox', '/approvals'],
  ['mine', '/approvals/mine'],
  ['substitutes', '/approvals/substitutes'],
] as const

/** The ways between the pages of one’s own approvals. */
export function ApprovalTabs({ here }: { here: (typeof places)[number][0] }) {
  const t = useText(messages)
  return (
    <nav className="hq-row" aria-label={t(here)}>
      {places
        .filter(([place]) => place !== here)
        .map(([place, to]) => (
          <LinkTo key={place} to={to}>
            {t(place)}
          </LinkTo>
        ))}
    </nav>
  )
}
