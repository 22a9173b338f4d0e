import { Button } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { Empty } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { routeActions } from '../actions-routes.ts'
import type { Route } from '../schema.ts'
import { RouteTrial } from './route-trial.tsx'
import { useApprovalWrite } from './use-approval-write.ts'
import './approvals.css'

const messages = defineMessages({
  title: text('审批流', 'Approval routes'),
  subtitle: text(
    '从上到下，用第一条条件全部符合的；都不符合的，无需审批。',
    'From the top, the first whose conditions all hold is taken; where none does, nobody need approve.',
  ),
  add: text('新建审批流', 'New route'),
  none: text('还没有可以审批的事项', 'Nothing can be approved yet'),
  noneNext: text(
    '服务启用后，这里按事项列出审批流。',
    'Once a service is in use, its matters are listed here.',
  ),
  empty: text('还没有审批流，这类申请无需审批。', 'No routes yet: requests of this kind need no approval.'),
  when: text('条件：{words}', 'When: {words}'),
  up: text('上移', 'Move up'),
  down: text('下移', 'Move down'),
  ordered: text('次序已调整', 'Order changed'),
  version: text('第 {n} 版', 'version {n}'),
})

/** The routes of every kind of matter, in the order in which they are tried. */
export default function RoutesPage() {
  const t = useText(messages)
  const say = useLocalised()
  const may = useSession().allowed('approvals.configure')
  const types = useRead(routeActions.listTypes, {})
  const routes = useRead(routeActions.listRoutes, {})
  const error = types.error ?? routes.error
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      {...(may && types.data?.items.length
        ? { action: { title: messages.add, to: '/approvals/routes/new' } }
        : {})}
    >
      {error ? <Problem error={error} onRetry={() => void routes.refetch()} /> : null}
      {types.data && routes.data ? (
        <div className="hq-stack">
          {types.data.items.length === 0 ? (
            <Empty icon="approvals" title={messages.none} next={messages.noneNext} />
          ) : null}
          {types.data.items.map((subject) => {
            const own = routes.data.items.filter(({ type }) => type === subject.type)
            return (
              <Section key={subject.type} title={subject.title}>
                <div className="hq-stack">
                  {own.length === 0 ? <p>{t('empty')}</p> : <RouteOrder routes={own} may={may} />}
                  {own.length > 0 ? <RouteTrial subject={subject} name={say(subject.title)} /> : null}
                </div>
              </Section>
            )
          })}
        </div>
      ) : error ? null : (
        <Loading />
      )}
    </Page>
  )
}

/** Moved by buttons, which a keyboard and a phone can press too. */
function RouteOrder({ routes, may }: { routes: readonly Route[]; may: boolean }) {
  const t = useText(messages)
  const say = useLocalised()
  const order = useApprovalWrite(routeActions.orderRoutes, { success: t('ordered') })
  const move = (index: number, by: number) => {
    const ids = routes.map(({ id }) => id)
    ids.splice(index + by, 0, ...ids.splice(index, 1))
    order.mutate({ type: routes[0]!.type, routeIds: ids })
  }
  return (
    <ol className="route-order">
      {routes.map((route, index) => (
        <li key={route.id} className="route-part hq-stack hq-stack-tight">
          <div className="hq-row">
            <LinkTo to={`/approvals/routes/${route.id}`}>
              <strong>
                {index + 1}. {route.title}
              </strong>
            </LinkTo>
            <small className="hq-faint">{t('version', { n: route.number })}</small>
            {may && routes.length > 1 ? (
              <span className="hq-row">
                <Button disabled={index === 0 || order.isPending} onClick={() => move(index, -1)}>
                  {t('up')}
                </Button>
                <Button
                  disabled={index === routes.length - 1 || order.isPending}
                  onClick={() => move(index, 1)}
                >
                  {t('down')}
                </Button>
              </span>
            ) : null}
          </div>
          <span>{t('when', { words: say(route.words.conditions) })}</span>
          <ol className="route-steps">
            {route.words.steps.map((words) => (
              <li key={words.zh}>{say(words)}</li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  )
}
