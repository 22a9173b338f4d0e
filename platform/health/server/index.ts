import { implement, type ServerModule } from '#kernel/server-module.ts'
import { health } from '../module.ts'
import { readHealth } from './read-health.ts'

/** Asks all modules how they fare; `modules` is read when asked, so those listed after this one count too. */
export function healthServer(modules: () => readonly ServerModule[], version: string): ServerModule {
  return implement(health, {
    migrations: new URL('../migrations', import.meta.url).pathname,
    actions: { readHealth: (ctx) => readHealth(ctx, modules(), version) },
  })
}
