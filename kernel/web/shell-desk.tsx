import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { type ReactNode, useState } from 'react'
import { type Text, text } from '#kernel/contract/text.ts'
import { Icon } from '#ui/icons.tsx'
import { productName } from '#ui/page.tsx'
import { BellLine } from './bell-line.tsx'
import { LinkTo } from './link-to.tsx'
import { Mark } from './mark.tsx'
import { currentEntry, groupTitles, type menuOf } from './menu.ts'
import { defineMessages, useLocalised, useText } from './messages.ts'
import { remember, remembered } from './store.ts'
import { useSession } from './use-session.ts'
import { UserMenu } from './user-menu.tsx'
import type { Bell } from './web-module.ts'

const messages = defineMessages({
  menu: text('主菜单', 'Main menu'),
  fold: text('收起菜单', 'Fold the menu'),
  unfold: text('展开菜单', 'Unfold the menu'),
  demo: text('演示数据', 'Demo data'),
})

export interface FrameProps {
  menu: ReturnType<typeof menuOf>
  bells: readonly Bell[]
  /** What the first screen is called. */
  home: Text
  path: string
  children: ReactNode
}

/** The desk's frame: menu at the left, which folds to its icons. */
export function ShellDesk({ menu, bells, home, path, children }: FrameProps) {
  const t = useText(messages)
  const localised = useLocalised()
  const session = useSession()
  const [folded, setFolded] = useState(
    () => (remembered('menu') ?? (window.innerWidth < 1100 ? 'folded' : '')) === 'folded',
  )
  const entries = menu.flatMap((group) => group.entries)
  const current = path === '/' ? '/' : currentEntry(entries, path)
  const fold = () => {
    remember('menu', folded ? 'open' : 'folded')
    setFolded(!folded)
  }
  return (
    <div className={folded ? 'hq-desk hq-desk-folded' : 'hq-desk'}>
      <aside className="hq-side">
        <LinkTo to="/" className="hq-side-head" label={localised(productName)}>
          <Mark />
          <span className="hq-side-names">
            <strong>{localised(productName)}</strong>
            <span title={session.bureau.name}>{session.bureau.name}</span>
          </span>
        </LinkTo>
        {session.bureau.demo && !folded ? <span className="hq-demo">{t('demo')}</span> : null}
        <nav className="hq-side-menu" aria-label={t('menu')}>
          <ul>
            <Line to="/" icon="home" title={home} current={current === '/'} folded={folded} />
            {bells.map((bell) => (
              <BellLine key={bell.path} bell={bell} path={path} folded={folded} />
            ))}
          </ul>
          {menu.map(({ group, entries: lines }) => (
            <div key={group}>
              <h2 id={`menu-${group}`}>{localised(groupTitles[group])}</h2>
              <ul aria-labelledby={`menu-${group}`}>
                {lines.map((entry) => (
                  <Line
                    key={entry.path}
                    to={entry.path}
                    icon={entry.icon}
                    title={entry.title}
                    current={entry.path === current}
                    folded={folded}
                  />
                ))}
              </ul>
            </div>
          ))}
        </nav>
        <div className="hq-side-foot">
          <UserMenu folded={folded} />
          <button type="button" className="hq-fold" onClick={fold} aria-label={t(folded ? 'unfold' : 'fold')}>
            {folded ? <RightOutlined /> : <LeftOutlined />}
          </button>
        </div>
      </aside>
      <div className="hq-main">{children}</div>
    </div>
  )
}

interface LineProps {
  to: string
  icon: string
  title: Text
  current: boolean
  folded: boolean
}

function Line({ to, icon, title, current, folded }: LineProps) {
  const localised = useLocalised()
  const words = localised(title)
  return (
    <li title={folded ? words : undefined}>
      <LinkTo to={to} className="hq-side-line" current={current} label={folded ? words : undefined}>
        <Icon name={icon} />
        <span className="hq-side-words">{words}</span>
      </LinkTo>
    </li>
  )
}
