import { type DragEvent, type RefObject, useEffect, useMemo } from 'react'
import { minuteOf } from './china-minutes.ts'
import { dropGhost, ghostAt } from './drop-ghost.ts'
import type { Ghost, GridDesk } from './grid-desk.ts'
import { lineAtPoint, measureGrid, scrollAtEdge } from './read-pointer.ts'

interface CarryParts {
  scroller: RefObject<HTMLDivElement | null>
  body: RefObject<HTMLDivElement | null>
}

/** What is dragged from outside over the grid: it keeps its time, the pointer says the row. */
export function useCarry(desk: GridDesk, parts: CarryParts) {
  const handlers = useMemo(() => createCarry(desk, parts), [desk, parts])
  // A drag that ends anywhere else leaves nothing behind.
  useEffect(() => {
    const end = () => {
      if (desk.ghost.get()?.kind === 'drop') desk.ghost.set(null)
    }
    window.addEventListener('dragend', end)
    return () => window.removeEventListener('dragend', end)
  }, [desk])
  return handlers
}

function createCarry(desk: GridDesk, { scroller, body }: CarryParts) {
  const aim = (event: DragEvent): Ghost | null => {
    const { carried, onDrop } = desk.now.current.props
    const [box, grid] = [scroller.current, body.current]
    if (!carried || !onDrop || !box || !grid) return null
    const measure = measureGrid(box, grid)
    scrollAtEdge(box, measure, event.clientX, event.clientY)
    const line = lineAtPoint(grid, measure, event.clientY)
    const row = desk.now.current.layout.lines[line]?.row
    if (!row) return null
    const span = { from: minuteOf(carried.from), to: minuteOf(carried.to) }
    const ghost = ghostAt(desk, { kind: 'drop', id: null, line, span, byKeys: false })
    return { ...ghost, clash: ghost.clash ?? carried.refused?.(row.id) ?? null }
  }
  return {
    onDragOver(event: DragEvent<HTMLDivElement>) {
      const ghost = aim(event)
      if (!ghost) return
      event.preventDefault()
      event.dataTransfer.dropEffect = ghost.clash === null ? 'move' : 'none'
      const before = desk.ghost.get()
      if (before?.line !== ghost.line || before.clash !== ghost.clash) desk.ghost.set(ghost)
    },
    onDragLeave(event: DragEvent<HTMLDivElement>) {
      if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return
      desk.ghost.set(null)
    },
    onDrop(event: DragEvent<HTMLDivElement>) {
      const ghost = aim(event)
      if (!ghost) return
      event.preventDefault()
      dropGhost(desk, ghost)
    },
  }
}
