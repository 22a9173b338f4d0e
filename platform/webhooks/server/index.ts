import { implement, type ServerModule } from '#kernel/server-module.ts'
import { webhooks } from '../module.ts'
import { endpointActions } from './endpoints.ts'
import { attemptActions } from './list-attempts.ts'
import { pauseDemoWebhook } from './pause-demo-webhook.ts'
import { replayDelivery, replaySpan } from './replay.ts'
import { sweep } from './sweep.ts'

/** The webhooks at work. `modules` are asked for when they are needed: their events are what one may want. */
export function webhooksServer(modules: () => readonly ServerModule[]): ServerModule {
  return implement(webhooks, {
    migrations: new URL('../migrations', import.meta.url).pathname,
    actions: {
      ...endpointActions(modules),
      ...attemptActions(modules),
      replayDelivery,
      replaySpan,
    },
    jobs: { sweep },
    demo: pauseDemoWebhook,
  })
}
