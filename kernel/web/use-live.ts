import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { setConnection } from './connection.ts'
import { invalidatePaths } from './invalidate-paths.ts'
import type { WebModule } from './web-module.ts'

/** Changes that come within this many milliseconds are fetched together. */
const gather = 300
/** Milliseconds before a refused stream is asked for again: longer each time, and not all pages at once. */
const patience = { first: 10_000, longest: 300_000 }
const waitAfter = (refusals: number) =>
  Math.min(patience.first * 2 ** refusals, patience.longest) * (0.5 + Math.random() / 2)

interface LiveMessage {
  type: string
  subjectType: string
  subjectId: string
}

/** Subject type → prefixes of action paths, over all modules. */
export function livePrefixes(modules: readonly WebModule[]): Map<string, string[]> {
  const all = new Map<string, string[]>()
  for (const { live } of modules) {
    for (const [subject, prefixes] of Object.entries(live ?? {})) {
      all.set(subject, [...(all.get(subject) ?? []), ...prefixes])
    }
  }
  return all
}

/** Keeps what is on screen fresh: one stream for the whole application, opened by the shell. */
export function useLive(modules: readonly WebModule[]): void {
  const client = useQueryClient()
  useEffect(() => {
    const prefixes = livePrefixes(modules)
    const waiting = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    let broken = false
    let refusals = 0
    const flush = () => {
      timer = undefined
      const now = [...waiting]
      waiting.clear()
      void invalidatePaths(client, now)
    }
    let source: EventSource
    let again: ReturnType<typeof setTimeout> | undefined
    const open = () => {
      source = new EventSource('/api/live')
      source.onopen = () => {
        setConnection('online')
        refusals = 0
        // Whatever changed while the stream was down was not heard.
        if (broken) void client.invalidateQueries()
        broken = false
      }
      source.onerror = () => {
        broken = true
        setConnection('reconnecting')
        // The browser reconnects after a break, but gives up after a refusal (too many streams, a proxy's 502).
        if (source.readyState === EventSource.CLOSED) again = setTimeout(open, waitAfter(refusals++))
      }
      // The server itself has missed something (its database was away).
      source.addEventListener('missed', () => void client.invalidateQueries())
      source.onmessage = (event: MessageEvent<string>) => {
        const message = JSON.parse(event.data) as LiveMessage
        for (const prefix of prefixes.get(message.subjectType) ?? []) waiting.add(prefix)
        if (waiting.size > 0) timer ??= setTimeout(flush, gather)
      }
    }
    open()
    return () => {
      clearTimeout(timer)
      clearTimeout(again)
      source.close()
    }
  }, [client, modules])
}
