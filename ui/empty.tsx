import type { ReactNode } from 'react'
import type { Text } from '#kernel/contract/text.ts'
import { useLocalised } from '#kernel/web/messages.ts'
import { Icon } from './icons.tsx'

export interface EmptyProps {
  title: Text | string
  /** What to do next, in a sentence. */
  next?: Text | string
  /** The button that does it. */
  action?: ReactNode
  icon?: string
}

/** Nothing here yet, and what to do about it. */
export function Empty({ title, next, action, icon = 'apps' }: EmptyProps) {
  const localised = useLocalised()
  return (
    <div className="hq-empty">
      <Icon name={icon} />
      <p className="hq-empty-title">{localised(title)}</p>
      {next ? <p className="hq-faint">{localised(next)}</p> : null}
      {action ? <div className="hq-empty-action">{action}</div> : null}
    </div>
  )
}
