import type { EventHandler } from '../server-module.ts'

/** What several parts of a module do at an event; the handlers of one event in the order given. */
export function joinHandlers(...parts: Record<string, EventHandler[]>[]): Record<string, EventHandler[]> {
  const joined: Record<string, EventHandler[]> = {}
  for (const part of parts)
    for (const [type, handlers] of Object.entries(part)) joined[type] = [...(joined[type] ?? []), ...handlers]
  return joined
}
