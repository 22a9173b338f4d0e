import { useText } from '#kernel/web/messages.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { Page } from '#ui/page.tsx'
import { AnswerTime } from './answer-time.tsx'
import { HoldList } from './hold-list.tsx'
import { messages } from './messages.ts'
import { RequestList } from './request-list.tsx'
import { RetentionList } from './retention-list.tsx'

/** What people asked about their own data and when they are answered, what is kept how long, and what is held. */
export default function PrivacyPage() {
  const t = useText(messages)
  const { allowed } = useSession()
  return (
    <Page title={t('title')} subtitle={t('what')} width="wide">
      <div className="hq-stack">
        {allowed('privacy.decide') ? <RequestList /> : null}
        <AnswerTime />
        <RetentionList />
        <HoldList />
      </div>
    </Page>
  )
}
