import { type ReactNode, useId } from 'react'
import type { Text } from '#kernel/contract/text.ts'
import { useLocalised } from '#kernel/web/messages.ts'

export interface SectionProps {
  title?: Text | string
  extra?: ReactNode
  /** `plain` draws no card around. */
  look?: 'card' | 'plain'
  children: ReactNode
}

/** A titled block of a page; a card on the page's ground. */
export function Section({ title, extra, look = 'card', children }: SectionProps) {
  const localised = useLocalised()
  const heading = useId()
  return (
    <section className={`hq-section hq-section-${look}`} aria-labelledby={title ? heading : undefined}>
      {title || extra ? (
        <div className="hq-section-head">
          {title ? <h2 id={heading}>{localised(title)}</h2> : <span />}
          {extra}
        </div>
      ) : null}
      {children}
    </section>
  )
}

/** Pairs of name and value, in columns as wide as the screen allows. */
export function Facts({
  items,
}: {
  items: readonly { title: Text | string; value: ReactNode; wide?: boolean }[]
}) {
  const localised = useLocalised()
  return (
    <dl className="hq-facts">
      {items.map((item) => (
        <div key={localised(item.title)} className={item.wide ? 'hq-fact-wide' : undefined}>
          <dt>{localised(item.title)}</dt>
          <dd>{item.value ?? '—'}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A name that may be long: two lines, then an ellipsis; the whole on touch and hover. */
export function LongName({ children, lines = 2 }: { children: string; lines?: 1 | 2 | 3 }) {
  return (
    <span className="hq-longname" style={{ WebkitLineClamp: lines }} title={children}>
      {children}
    </span>
  )
}
