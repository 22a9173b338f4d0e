import { text } from '#kernel/contract/text.ts'
import { useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { security } from '../module.ts'
import { AccountDoors } from './account-doors.tsx'
import { messages } from './messages.ts'
import { OfficesCard } from './offices-card.tsx'
import { SessionTable } from './session-table.tsx'
import { SettingsForm } from './settings-form.tsx'

const title = text('登录安全', 'Sign-in security')

/** The security administrator's desk: offices, rules, accounts at the door, who is signed in. */
export default function SecurityPage() {
  const t = useText(messages)
  const manages = useSession().allowed('security.manage')
  return (
    <Page title={title}>
      <div className="hq-stack">
        <OfficesCard />
        {manages ? (
          <>
            <Section title={t('rules')}>
              <SettingsForm />
            </Section>
            <Section title={t('accounts')} look="plain">
              <AccountDoors />
            </Section>
            <Section title={t('allSessions')}>
              <EverybodysSessions />
            </Section>
          </>
        ) : null}
      </div>
    </Page>
  )
}

function EverybodysSessions() {
  const t = useText(messages)
  const list = useRead(security.actions.listSessions, {})
  const end = useWrite(security.actions.endSession, {
    invalidates: ['/security/sessions'],
    success: t('ended'),
  })
  if (list.isPending) return <Loading />
  if (list.error) return <Problem error={list.error} onRetry={() => void list.refetch()} />
  return <SessionTable people items={list.data.items} onEnd={(sessionId) => end.mutateAsync({ sessionId })} />
}
