import { useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { directory } from '../module.ts'
import './directory.css'
import { messages } from './messages.ts'
import { UnitView } from './unit-view.tsx'

/** A unit on a page of its own. */
export default function UnitPage() {
  const t = useText(messages)
  const unitId = useParam('unitId')
  const { data } = useRead(directory.actions.readUnit, { unitId }, { keep: false })
  return (
    <Page
      title={data?.name ?? t('unit')}
      trail={[{ title: t('organisation'), to: '/organisation' }]}
      width="text"
    >
      <Section>
        <UnitView unitId={unitId} />
      </Section>
    </Page>
  )
}
