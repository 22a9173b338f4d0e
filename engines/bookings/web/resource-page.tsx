import { Button } from 'antd'
import { useState } from 'react'
import type { Static } from 'typebox'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { bookings } from '../module.ts'
import type { ResourceRow } from '../schema.ts'
import { resourceKinds } from '../words.ts'
import { BlackoutList } from './blackout-list.tsx'
import { PolicyForm } from './policy-form.tsx'
import { ResourceDialog } from './resource-dialog.tsx'

const messages = defineMessages({
  title: text('预订规则', 'Booking rules'),
  all: text('可预订的资源', 'What can be booked'),
  change: text('修改或停用', 'Change or close'),
  code: text('编号', 'Code'),
  kind: text('类别', 'Kind'),
  quantity: text('数量', 'Pieces'),
  features: text('配备', 'Has'),
  state: text('状态', 'State'),
  inUse: text('使用中', 'in use'),
  closed: text('已停用', 'no longer in use'),
})

const ownKinds: ReadonlySet<string> = new Set(['EQUIPMENT', 'SEAT', 'BED'])

/** The rules of one resource, and when it is closed. */
export default function ResourcePage() {
  const t = useText(messages)
  const session = useSession()
  const resourceId = useParam('resourceId')
  const rules = useRead(bookings.actions.readPolicy, { resourceId }, { keep: false })
  const may = session.allowed('bookings.configure')
  const [changing, setChanging] = useState(false)
  const resource = rules.data?.resource
  // Rooms, vehicles and drivers are changed where their service keeps them.
  const kept = resource !== undefined && ownKinds.has(resource.kind)
  return (
    <Page
      title={rules.data?.name ?? t('title')}
      subtitle={rules.data ? t('title') : null}
      width="text"
      trail={[{ title: t('all'), to: '/bookings/resources' }]}
      extra={
        kept && resource.can.configure ? (
          <Button onClick={() => setChanging(true)}>{t('change')}</Button>
        ) : null
      }
    >
      {rules.isPending ? <Loading /> : null}
      {rules.error ? <Problem error={rules.error} /> : null}
      {rules.data ? (
        <div className="hq-stack">
          <Section look="plain">
            <ResourceFacts resource={rules.data.resource} />
          </Section>
          <BlackoutList resourceId={resourceId} blackouts={rules.data.blackouts} may={may} />
          <PolicyForm resourceId={resourceId} rules={rules.data} may={may} />
        </div>
      ) : null}
      {changing && resource ? (
        <ResourceDialog resource={resource} onClose={() => setChanging(false)} />
      ) : null}
    </Page>
  )
}

function ResourceFacts({ resource }: { resource: Static<typeof ResourceRow> }) {
  const t = useText(messages)
  const say = useLocalised()
  return (
    <Facts
      items={[
        { title: messages.kind, value: say(resourceKinds[resource.kind]) },
        { title: messages.code, value: resource.code },
        { title: messages.quantity, value: resource.quantity },
        { title: messages.state, value: t(resource.closedAt ? 'closed' : 'inUse') },
        { title: messages.features, value: resource.features.join('、') || null, wide: true },
      ]}
    />
  )
}
