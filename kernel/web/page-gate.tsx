import { type ReactNode, Suspense } from 'react'
import { text } from '#kernel/contract/text.ts'
import { Empty } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { LinkTo } from './link-to.tsx'
import { defineMessages, useText } from './messages.ts'
import { usePath } from './navigate.ts'
import { useSessionIfAny } from './use-session.ts'

const messages = defineMessages({
  title: text('这一页不对您开放', 'This page is not open to you'),
  why: text(
    '您现在的角色没有这项权限。需要用到它时，请联系管理员为您开通。',
    'Your role does not have this permission. If you need it, ask your administrator.',
  ),
  home: text('回到首页', 'Back to the first page'),
})

/** Lets a page in that the account may see, waits for its code, and catches its fall. */
export function PageGate({ permission, children }: { permission: string; children: ReactNode }) {
  const session = useSessionIfAny()
  const path = usePath()
  if (permission !== 'public' && !session?.allowed(permission)) return <Forbidden />
  return (
    <ErrorBoundary resetKey={path}>
      <Suspense fallback={<Loading />}>{children}</Suspense>
    </ErrorBoundary>
  )
}

function Forbidden() {
  const t = useText(messages)
  return (
    <Page title={t('title')} width="text">
      <Empty icon="safety" title={t('why')} action={<LinkTo to="/">{t('home')}</LinkTo>} />
    </Page>
  )
}
