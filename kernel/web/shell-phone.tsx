import { text } from '#kernel/contract/text.ts'
import { Icon } from '#ui/icons.tsx'
import { LinkTo } from './link-to.tsx'
import { currentEntry } from './menu.ts'
import { defineMessages, useLocalised, useText } from './messages.ts'
import type { FrameProps } from './shell-desk.tsx'

const messages = defineMessages({ menu: text('主菜单', 'Main menu'), more: text('更多', 'More') })

/** The phone's frame: the first screen, the two things done most, and the rest, under the thumb. */
export function ShellPhone({ menu, home, path, children }: FrameProps) {
  const t = useText(messages)
  const localised = useLocalised()
  const first = menu.flatMap((group) => group.entries).slice(0, 2)
  const current = path === '/' ? '/' : (currentEntry(first, path) ?? '/more')
  const lines = [
    { path: '/', icon: 'home', title: home },
    ...first,
    { path: '/more', icon: 'more', title: messages.more },
  ]
  return (
    <div className="hq-hand">
      {children}
      <nav className="hq-hand-nav" aria-label={t('menu')}>
        {lines.map((line) => (
          <LinkTo key={line.path} to={line.path} current={line.path === current} className="hq-hand-line">
            <Icon name={line.icon} />
            <span>{localised(line.title)}</span>
          </LinkTo>
        ))}
      </nav>
    </div>
  )
}
