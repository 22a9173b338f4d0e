import { useQuery } from '@tanstack/react-query'
import { createContext, use } from 'react'
import { kernelActions } from '#kernel/actions.ts'
import type { OutputOf } from '#kernel/contract/action.ts'
import { ApiProblem, call } from '#kernel/contract/client.ts'

/** Who is signed in, as `GET /api/session` says. */
export type SessionAnswer = OutputOf<typeof kernelActions.session>

export interface Session extends SessionAnswer {
  /** Whether this account has the permission; `signed-in` and `public` are always true. */
  allowed: (permission: string) => boolean
}

export const sessionKey = ['session'] as const
export const SessionContext = createContext<Session | null>(null)

/** Adds `allowed` to the server's answer. */
export function withAllowed(answer: SessionAnswer): Session {
  const held = new Set(answer.permissions)
  return { ...answer, allowed: (name) => name === 'signed-in' || name === 'public' || held.has(name) }
}

/** Asks who is signed in; null for nobody. */
export function useSessionQuery() {
  return useQuery({
    queryKey: sessionKey,
    queryFn: async () => {
      try {
        return withAllowed(await call(kernelActions.session, {}))
      } catch (error) {
        if (error instanceof ApiProblem && error.body.status === 401) return null
        throw error
      }
    },
    staleTime: 60_000,
  })
}

/** Who is signed in. Only for pages behind the sign-in. */
export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('useSession needs a page that asks for an account')
  return session
}

/** Who is signed in, or null on a public page. */
export function useSessionIfAny(): Session | null {
  return use(SessionContext)
}
