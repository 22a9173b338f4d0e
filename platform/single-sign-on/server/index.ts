import { implement, type ServerModule } from '#kernel/server-module.ts'
import { singleSignOn } from '../module.ts'
import type { StaffFinder } from './find-person.ts'
import { listLinks, unlink } from './links.ts'
import { singleSignOnPersonal } from './personal.ts'
import { addProvider, changeProvider, listDoors, listProviders, removeProvider } from './providers.ts'
import { serveDoors } from './serve-doors.ts'
import { tryProvider } from './try-provider.ts'

/** Single sign-on at work; who has which staff number is an engine's knowledge. */
export function singleSignOnServer(staff: StaffFinder): ServerModule {
  return implement(singleSignOn, {
    migrations: new URL('../migrations', import.meta.url).pathname,
    actions: {
      listDoors,
      listProviders,
      addProvider,
      changeProvider,
      removeProvider,
      tryProvider,
      listLinks,
      unlink,
    },
    personal: singleSignOnPersonal,
    doors: (app, installation) => serveDoors(app, installation, staff),
  })
}
