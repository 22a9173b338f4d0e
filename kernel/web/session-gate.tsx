import { type ComponentType, lazy, type ReactNode, Suspense, useCallback } from 'react'
import type { Duty } from '#kernel/context.ts'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { type DoorBlock, SignInPage } from './sign-in-page.tsx'
import { useActivity } from './use-activity.ts'
import { SessionContext, useSessionQuery } from './use-session.ts'
import type { WebModule } from './web-module.ts'

/** Other ways to sign in, as the modules bring them. */
export function doorBlocks(modules: readonly WebModule[]): readonly DoorBlock[] {
  return modules.flatMap(({ door, module: { name } }) => (door ? [{ name, Door: lazy(door) }] : []))
}

export type DutyPages = Partial<Record<Duty, ComponentType>>

/** The pages that stand before everything while somebody owes a password or a second factor. */
export function dutyPages(modules: readonly WebModule[]): DutyPages {
  const loads = modules.flatMap(({ duties }) => Object.entries(duties ?? {}))
  return Object.fromEntries(loads.map(([duty, load]) => [duty, lazy(load)]))
}

interface SessionGateProps {
  duties: DutyPages
  doors: readonly DoorBlock[]
  children: ReactNode
}

/** Shows what is inside to those signed in, and the sign-in page, at the same address, to others. */
export function SessionGate({ duties, doors, children }: SessionGateProps) {
  const session = useSessionQuery()
  const { refetch } = session
  useActivity(
    session.data,
    useCallback(() => void refetch(), [refetch]),
  )
  if (session.isPending) return <Loading />
  if (session.data) {
    const Due = session.data.owes ? duties[session.data.owes] : undefined
    return (
      <SessionContext value={session.data}>
        {Due ? (
          <Suspense fallback={<Loading />}>
            <Due />
          </Suspense>
        ) : (
          children
        )}
      </SessionContext>
    )
  }
  if (session.error) {
    return (
      <main className="hq-page hq-page-text">
        <Problem error={session.error} onRetry={() => void session.refetch()} />
      </main>
    )
  }
  return <SignInPage doors={doors} />
}
