import { useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { directory } from '../module.ts'
import './directory.css'
import { messages } from './messages.ts'
import { PersonView } from './person-view.tsx'

/** A person on a page of their own. */
export default function PersonPage() {
  const t = useText(messages)
  const personId = useParam('personId')
  const { data } = useRead(directory.actions.readPerson, { personId }, { keep: false })
  return (
    <Page
      title={data?.name ?? t('name')}
      trail={[{ title: t('organisation'), to: '/organisation' }]}
      width="text"
    >
      <Section>
        <PersonView personId={personId} />
      </Section>
    </Page>
  )
}
