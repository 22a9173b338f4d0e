import { Button } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useGo, useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { routeActions } from '../actions-routes.ts'
import type { Route } from '../schema.ts'
import { RouteForm } from './route-form.tsx'
import { useApprovalWrite } from './use-approval-write.ts'
import './approvals.css'

const messages = defineMessages({
  title: text('审批流', 'Approval route'),
  all: text('全部审批流', 'All routes'),
  inForce: text('现行：第 {n} 版', 'In force: version {n}'),
  change: text('修改', 'Change'),
  changeNote: text(
    '保存后成为新版本；正在办理的申请仍按它开始时的版本走。',
    'Saved as a new version; what is under way keeps the one it began with.',
  ),
  save: text('保存为新版本', 'Save as a new version'),
  saved: text('已保存', 'Saved'),
  close: text('停用', 'Close'),
  closeAsk: text('停用“{title}”？', 'Close “{title}”?'),
  closeNote: text(
    '新的申请不再走这一条；正在办理的继续。停用后不能恢复，可以另建。',
    'No new request takes it; what is under way goes on. It cannot be opened again, but made anew.',
  ),
  closed: text('已停用', 'Closed'),
  versions: text('以前的版本', 'Earlier versions'),
  version: text('第 {n} 版，{who} {when}', 'Version {n}, {who}, {when}'),
  when: text('条件：{words}', 'When: {words}'),
})

/** One route: what it asks, changed as a new version, and all it has been. */
export default function RoutePage() {
  const t = useText(messages)
  const routeId = useParam('routeId')
  const go = useGo()
  const [changing, setChanging] = useState(false)
  const read = useRead(routeActions.readRoute, { routeId }, { keep: false })
  const change = useApprovalWrite(routeActions.changeRoute, {
    success: t('saved'),
    quiet: true,
    onDone: () => setChanging(false),
  })
  const close = useApprovalWrite(routeActions.closeRoute, {
    success: t('closed'),
    onDone: () => go('/approvals/routes'),
  })
  const route = read.data?.route
  return (
    <Page title={route?.title ?? t('title')} trail={[{ title: t('all'), to: '/approvals/routes' }]}>
      {read.error ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.isPending ? <Loading /> : null}
      {route && changing ? (
        <Section title={messages.change}>
          <p className="hq-soft">{t('changeNote')}</p>
          <RouteForm
            type={route.type}
            initial={route}
            submit={t('save')}
            busy={change.isPending}
            problem={change.error}
            onSubmit={(content) => change.mutate({ routeId, number: route.number, ...content })}
            onCancel={() => setChanging(false)}
          />
        </Section>
      ) : null}
      {route && !changing ? (
        <div className="hq-stack">
          <Section title={t('inForce', { n: route.number })}>
            <RouteWords route={route} />
          </Section>
          {route.can.change ? (
            <div className="hq-row">
              <Button type="primary" onClick={() => setChanging(true)}>
                {t('change')}
              </Button>
              <ConfirmButton
                question={t('closeAsk', { title: route.title })}
                detail={t('closeNote')}
                yes={t('close')}
                danger
                onConfirm={() => close.mutateAsync({ routeId })}
              >
                {t('close')}
              </ConfirmButton>
            </div>
          ) : null}
          <Versions versions={read.data!.versions} />
        </div>
      ) : null}
    </Page>
  )
}

function RouteWords({ route }: { route: Route }) {
  const t = useText(messages)
  const say = useLocalised()
  return (
    <div className="hq-stack hq-stack-tight">
      <span>{t('when', { words: say(route.words.conditions) })}</span>
      <ol className="route-steps">
        {route.words.steps.map((words) => (
          <li key={words.zh}>{say(words)}</li>
        ))}
      </ol>
    </div>
  )
}

function Versions({ versions }: { versions: readonly Route[] }) {
  const t = useText(messages)
  const format = useFormat()
  if (versions.length < 2) return null
  return (
    <Section title={messages.versions}>
      {versions.slice(1).map((route) => (
        <details key={route.number}>
          <summary>
            {t('version', { n: route.number, who: route.changedBy, when: format.when(route.changedAt) })}
          </summary>
          <RouteWords route={route} />
        </details>
      ))}
    </Section>
  )
}
