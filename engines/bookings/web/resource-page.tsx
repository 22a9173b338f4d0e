import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { bookings } from '../module.ts'
import { BlackoutList } from './blackout-list.tsx'
import { PolicyForm } from './policy-form.tsx'

const messages = defineMessages({
  title: text('预订规则', 'Booking rules'),
  all: text('可预订的资源', 'What can be booked'),
})

/** The rules of one resource, and when it is closed. */
export default function ResourcePage() {
  const t = useText(messages)
  const session = useSession()
  const resourceId = useParam('resourceId')
  const rules = useRead(bookings.actions.readPolicy, { resourceId }, { keep: false })
  const may = session.allowed('bookings.configure')
  return (
    <Page
      title={rules.data?.name ?? t('title')}
      subtitle={rules.data ? t('title') : null}
      width="text"
      trail={[{ title: t('all'), to: '/bookings/resources' }]}
    >
      {rules.isPending ? <Loading /> : null}
      {rules.error ? <Problem error={rules.error} /> : null}
      {rules.data ? (
        <div className="hq-stack">
          <BlackoutList resourceId={resourceId} blackouts={rules.data.blackouts} may={may} />
          <PolicyForm resourceId={resourceId} rules={rules.data} may={may} />
        </div>
      ) : null}
    </Page>
  )
}
