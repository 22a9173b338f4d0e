import { implement, type ServerModule } from '#kernel/server-module.ts'
import { feeds } from '../module.ts'
import type { FeedSource } from './api.ts'
import { readMyFeed, renewMyFeed, revokeMyFeed } from './my-feed.ts'
import { feedOpener } from './open-feed.ts'
import { feedsPersonal } from './personal.ts'

/** The feeds at work, with what the engines put into them. */
export function feedsServer(sources: readonly FeedSource[]): ServerModule {
  return implement(feeds, {
    migrations: new URL('../migrations', import.meta.url).pathname,
    actions: { readMyFeed, renewMyFeed, revokeMyFeed, openFeed: feedOpener(sources) },
    personal: feedsPersonal,
  })
}
