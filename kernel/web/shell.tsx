import { type ReactNode, useEffect, useRef } from 'react'
import { text } from '#kernel/contract/text.ts'
import { ShortcutsHelp } from '#ui/shortcuts.tsx'
import { usePhone } from '#ui/use-phone.ts'
import { bellsOf } from './bell-line.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import { homeTitle, isAtHome, menuOf } from './menu.ts'
import { defineMessages, useText } from './messages.ts'
import { usePath } from './navigate.ts'
import { KeepBeside } from './offline/keep-beside.tsx'
import { UpdateOffer } from './offline/update-offer.tsx'
import { ShellDesk } from './shell-desk.tsx'
import { ModulesContext } from './shell-modules.ts'
import { ShellPhone } from './shell-phone.tsx'
import { useLive } from './use-live.ts'
import { useSession } from './use-session.ts'
import type { WebModule } from './web-module.ts'

const messages = defineMessages({ skip: text('跳到正文', 'Skip to the content') })

/** What stands around every page: menu, connection, keys; another one for phones. */
export function Shell({ modules, children }: { modules: readonly WebModule[]; children: ReactNode }) {
  const t = useText(messages)
  const session = useSession()
  const phone = usePhone()
  const path = usePath()
  const main = useRef<HTMLElement>(null)
  const before = useRef(path)
  useLive(modules)
  useEffect(() => {
    // A new page is announced and read from its top; filters of the same page are not a new page.
    if (before.current !== path) main.current?.focus({ preventScroll: true })
    before.current = path
  }, [path])
  const menu = menuOf(modules, session)
  const Frame = phone ? ShellPhone : ShellDesk
  return (
    <Frame
      bells={bellsOf(modules)}
      menu={menu}
      home={homeTitle(modules, session)}
      path={isAtHome(modules, session, path) ? '/' : path}
    >
      <a className="hq-skip" href="#main">
        {t('skip')}
      </a>
      <UpdateOffer />
      <ConnectionBanner />
      <KeepBeside modules={modules} />
      <main id="main" ref={main} tabIndex={-1}>
        <ModulesContext value={modules}>{children}</ModulesContext>
      </main>
      {phone ? null : <ShortcutsHelp />}
    </Frame>
  )
}
