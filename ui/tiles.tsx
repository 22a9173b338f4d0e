import type { ReactNode } from 'react'
import type { Text } from '#kernel/contract/text.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useLocalised } from '#kernel/web/messages.ts'
import { Icon } from './icons.tsx'

export interface TileProps {
  to: string
  icon: string
  title: Text | string
  note?: Text | string
  /** A count that asks for attention. */
  badge?: number
}

/** Large ways in, side by side. */
export function Tiles({ children }: { children: ReactNode }) {
  return <div className="hq-tiles">{children}</div>
}

/** One way in: icon with words, large enough for a thumb. */
export function Tile({ to, icon, title, note, badge }: TileProps) {
  const localised = useLocalised()
  return (
    <LinkTo to={to} className="hq-tile">
      <Icon name={icon} />
      <span className="hq-tile-words">
        <span>{localised(title)}</span>
        {note ? <small className="hq-faint">{localised(note)}</small> : null}
      </span>
      {badge ? <span className="hq-badge">{badge}</span> : null}
    </LinkTo>
  )
}
