import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useStore } from '#kernel/web/store.ts'
import { offsetOf } from './axis.ts'
import { type Ghost as GhostState, useDesk } from './grid-desk.ts'
import type { PlaceStyle } from './grid-item.tsx'
import type { GridLayout } from './lay-lines.ts'
import { useGridWords } from './use-grid-words.ts'

export interface GhostProps {
  layout: GridLayout
  body: RefObject<HTMLDivElement | null>
}

/** What is being drawn or moved, with its time and, when it cannot stay there, why; drawn apart from the items. */
export function Ghost({ layout, body }: GhostProps) {
  const ghost = useStore(useDesk().ghost)
  useLifted(body, ghost?.id ?? null)
  const line = ghost && layout.lines[ghost.line]
  return line ? <GhostBox ghost={ghost} layout={layout} body={body} /> : null
}

/** Dims the item that is in the hand, past React: the items are not drawn anew for it. */
function useLifted(body: RefObject<HTMLDivElement | null>, id: string | null): void {
  useEffect(() => {
    const box = id === null ? null : body.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)
    if (!box) return
    box.dataset.lifted = 'yes'
    return () => {
      delete box.dataset.lifted
    }
  }, [body, id])
}

function GhostBox({ ghost, layout, body }: GhostProps & { ghost: GhostState }) {
  const words = useGridWords()
  const box = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState({ top: 0, height: 0 })
  const { line, span, clash, byKeys } = ghost
  useLayoutEffect(() => {
    const element = body.current?.querySelector<HTMLElement>(`[data-line="${line}"]`)
    if (element) setPlace({ top: element.offsetTop, height: element.offsetHeight })
  }, [body, line])
  // biome-ignore lint/correctness/useExhaustiveDependencies: every step of the keyboard is looked after
  useEffect(() => {
    if (byKeys) box.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [byKeys, ghost, place])
  const { axis, lines, length } = layout
  const { days } = lines[line]!
  const [start, end] = [offsetOf(axis, days, span.from), offsetOf(axis, days, span.to)]
  const style: PlaceStyle = {
    '--from': start / length,
    '--to': end / length,
    '--top': `${place.top}px`,
    '--height': `${place.height}px`,
  }
  return (
    <div className="hq-tg-over" aria-hidden="true">
      <div
        ref={box}
        className="hq-tg-ghost"
        style={style}
        data-clash={clash !== null || undefined}
        data-late={start / length > 0.6 || undefined}
        data-first={line === 0 || undefined}
      >
        <span className="hq-tg-ghost-words">
          <b>{words.span(span.from, span.to)}</b>
          {clash === null ? null : <span>{clash}</span>}
        </span>
      </div>
    </div>
  )
}
