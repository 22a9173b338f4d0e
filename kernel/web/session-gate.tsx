import type { ReactNode } from 'react'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { SignInPage } from './sign-in-page.tsx'
import { SessionContext, useSessionQuery } from './use-session.ts'

/** Shows what is inside to those signed in, and the sign-in page, at the same address, to others. */
export function SessionGate({ children }: { children: ReactNode }) {
  const session = useSessionQuery()
  if (session.isPending) return <Loading />
  if (session.data) return <SessionContext value={session.data}>{children}</SessionContext>
  if (session.error) {
    return (
      <main className="hq-page hq-page-text">
        <Problem error={session.error} onRetry={() => void session.refetch()} />
      </main>
    )
  }
  return <SignInPage />
}
