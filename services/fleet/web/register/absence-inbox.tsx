import { text } from '#kernel/contract/text.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { Section } from '#ui/section.tsx'
import { fleet } from '../../module.ts'
import { AbsenceList } from './absence-list.tsx'

const messages = defineMessages({ title: text('待批的请假', 'Leave to decide') })

/** Leave that waits for the dispatcher; nothing where none waits. */
export function AbsenceInbox() {
  const t = useText(messages)
  const may = useSession().allowed('fleet.dispatch')
  const read = useRead(fleet.actions.listAbsences, { state: ['ASKED'], limit: 50 }, { enabled: may })
  const waiting = read.data?.items ?? []
  if (waiting.length === 0) return null
  return (
    <Section title={t('title')}>
      {waiting.map((absence) => (
        <div key={absence.id}>
          <LinkTo to={`/fleet/drivers/${absence.driver.id}`}>{absence.driver.name}</LinkTo>
          <AbsenceList absences={[absence]} />
        </div>
      ))}
    </Section>
  )
}
