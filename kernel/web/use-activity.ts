import { useEffect } from 'react'
import { fetchJson } from './fetch-json.ts'
import type { Session } from './use-session.ts'

/** A touch is told at most this often. */
const everyMs = 60_000
const touches = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const

/**
 * Tells the server that a person is here, once a minute at most: a board that refreshes itself all day is not one.
 * When nobody touched the page for the bureau's idle time, asks who is signed in, which brings the sign-in page.
 */
export function useActivity(session: Session | null | undefined, askAgain: () => void): void {
  const idleMs = (session?.idleSeconds ?? 0) * 1000
  useEffect(() => {
    if (idleMs === 0) return
    let told = 0
    let timer = setTimeout(askAgain, idleMs + 2000)
    const touched = () => {
      clearTimeout(timer)
      timer = setTimeout(askAgain, idleMs + 2000)
      if (Date.now() - told < Math.min(everyMs, idleMs / 4)) return
      told = Date.now()
      // Without a network the next touch tells; a session that has ended shows with the next call.
      fetchJson('POST', '/api/auth/activity', {}).catch(() => {
        told = 0
      })
    }
    for (const touch of touches) document.addEventListener(touch, touched, { passive: true })
    return () => {
      clearTimeout(timer)
      for (const touch of touches) document.removeEventListener(touch, touched)
    }
  }, [idleMs, askAgain])
}
