import { implement, type ServerModule } from '#kernel/server-module.ts'
import { notifications } from '../module.ts'
import { deliveryActions } from './list-deliveries.ts'
import { countUnread, listNotifications } from './list-notifications.ts'
import { readMailServer, saveMailServer } from './mail-server.ts'
import { changeMailbox, createMailbox, listMailboxes, removeMailbox, testMailbox } from './mailboxes.ts'
import { markAllRead, markRead } from './mark-read.ts'
import { notificationsPersonal } from './personal.ts'
import { preferenceActions } from './preferences.ts'
import { readDemoNews } from './read-demo-news.ts'
import { roleDefaultActions } from './role-defaults.ts'
import { sweep } from './sweep.ts'
import { testMailServer } from './test-mail-server.ts'
import { type NextWorkingMoment, setWorkingHours } from './working-hours.ts'

/** The notifications at work. `modules` are asked for when they are needed, so those listed after this one count. */
export function notificationsServer(
  modules: () => readonly ServerModule[],
  nextWorkingMoment: NextWorkingMoment,
): ServerModule {
  setWorkingHours(nextWorkingMoment)
  return implement(notifications, {
    migrations: new URL('../migrations', import.meta.url).pathname,
    actions: {
      listNotifications,
      countUnread,
      markRead,
      markAllRead,
      ...preferenceActions(modules),
      ...roleDefaultActions(modules),
      readMailServer,
      saveMailServer,
      testMailServer,
      listMailboxes,
      createMailbox,
      changeMailbox,
      removeMailbox,
      testMailbox,
      ...deliveryActions(modules),
    },
    jobs: { sweep },
    demo: readDemoNews,
    personal: notificationsPersonal,
  })
}
