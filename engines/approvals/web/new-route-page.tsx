import { Select } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useGo } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { routeActions } from '../actions-routes.ts'
import { RouteForm } from './route-form.tsx'
import { useApprovalWrite } from './use-approval-write.ts'

const messages = defineMessages({
  title: text('新建审批流', 'New route'),
  all: text('全部审批流', 'All routes'),
  type: text('审批什么', 'What is approved'),
  save: text('建立审批流', 'Make the route'),
  saved: text('已建立，排在最后', 'Made; it stands last'),
})

/** A new route, behind the others of its kind. */
export default function NewRoutePage() {
  const t = useText(messages)
  const say = useLocalised()
  const go = useGo()
  const types = useRead(routeActions.listTypes, {})
  const [chosen, setChosen] = useState<string>()
  const create = useApprovalWrite(routeActions.createRoute, {
    success: t('saved'),
    quiet: true,
    onDone: () => go('/approvals/routes'),
  })
  const items = types.data?.items ?? []
  const type = chosen ?? items[0]?.type
  return (
    <Page title={t('title')} trail={[{ title: t('all'), to: '/approvals/routes' }]}>
      <Section>
        <div className="hq-stack">
          {items.length > 1 ? (
            <Select
              aria-label={t('type')}
              value={type ?? null}
              options={items.map((one) => ({ value: one.type, label: say(one.title) }))}
              onChange={setChosen}
            />
          ) : null}
          {type ? (
            <RouteForm
              key={type}
              type={type}
              submit={t('save')}
              busy={create.isPending}
              problem={create.error}
              onSubmit={(content) => create.mutate({ type, ...content })}
            />
          ) : null}
        </div>
      </Section>
    </Page>
  )
}
