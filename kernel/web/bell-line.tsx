import { text } from '#kernel/contract/text.ts'
import { Icon } from '#ui/icons.tsx'
import { LinkTo } from './link-to.tsx'
import { defineMessages, useLocalised, useText } from './messages.ts'
import { useRead } from './use-read.ts'
import type { Bell, WebModule } from './web-module.ts'

const messages = defineMessages({ waiting: text('{title}，{n} 条未读', '{title}, {n} unread') })

/** The bells of all modules, in their order. */
export function bellsOf(modules: readonly WebModule[]): Bell[] {
  return modules.flatMap(({ bell }) => (bell ? [bell] : []))
}

interface BellLineProps {
  bell: Bell
  path: string
  folded?: boolean
  /** On the phone's bar. */
  hand?: boolean
}

/** One bell: its place stays the same whether it counts or not, so that nothing moves under the finger. */
export function BellLine({ bell, path, folded = false, hand = false }: BellLineProps) {
  const t = useText(messages)
  const localised = useLocalised()
  const { data } = useRead(bell.count, {})
  const count = data?.count ?? 0
  const title = localised(bell.title)
  const number = count > 0 ? <span className="hq-bell-count">{count > 99 ? '99+' : count}</span> : null
  const current = path === bell.path || path.startsWith(`${bell.path}/`)
  const label = count > 0 ? t('waiting', { title, n: count }) : title
  if (hand)
    return (
      <LinkTo to={bell.path} current={current} label={label} className="hq-hand-line">
        <span className="hq-bell-icon">
          <Icon name={bell.icon} />
          {number}
        </span>
        <span>{title}</span>
      </LinkTo>
    )
  return (
    <li title={folded ? title : undefined}>
      <LinkTo to={bell.path} className="hq-side-line" current={current} label={label}>
        <span className="hq-bell-icon">
          <Icon name={bell.icon} />
          {folded ? number : null}
        </span>
        <span className="hq-side-words">{title}</span>
        {folded ? null : number}
      </LinkTo>
    </li>
  )
}
