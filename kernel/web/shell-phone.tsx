import { text } from '#kernel/contract/text.ts'
import { Icon } from '#ui/icons.tsx'
import { BellLine } from './bell-line.tsx'
import { LinkTo } from './link-to.tsx'
import { currentEntry } from './menu.ts'
import { defineMessages, useLocalised, useText } from './messages.ts'
import type { FrameProps } from './shell-desk.tsx'

const messages = defineMessages({ menu: text('主菜单', 'Main menu'), more: text('更多', 'More') })

/** The phone's frame: the first screen, the two things done most, and the rest, under the thumb. */
export function ShellPhone({ menu, bells, home, path, children }: FrameProps) {
  const t = useText(messages)
  const localised = useLocalised()
  const first = menu.flatMap((group) => group.entries).slice(0, 2)
  const current = path === '/' ? '/' : (currentEntry([...bells, ...first], path) ?? '/more')
  const lines = [{ path: '/', icon: 'home', title: home }, ...first]
  return (
    <div className="hq-hand">
      {children}
      <nav className="hq-hand-nav" aria-label={t('menu')}>
        {lines.map((line) => (
          <Line
            key={line.path}
            path={line.path}
            icon={line.icon}
            title={localised(line.title)}
            current={line.path === current}
          />
        ))}
        {bells.map((bell) => (
          <BellLine key={bell.path} bell={bell} path={path} hand />
        ))}
        <Line path="/more" icon="more" title={t('more')} current={current === '/more'} />
      </nav>
    </div>
  )
}

interface LineProps {
  path: string
  icon: string
  title: string
  current: boolean
}

function Line({ path, icon, title, current }: LineProps) {
  return (
    <LinkTo to={path} current={current} className="hq-hand-line">
      <Icon name={icon} />
      <span>{title}</span>
    </LinkTo>
  )
}
