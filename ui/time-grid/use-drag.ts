import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useMemo } from 'react'
import { DragSession } from './drag-session.ts'
import type { GridDesk } from './grid-desk.ts'

/** How long a finger rests before it holds what is under it; a shorter touch scrolls or taps. */
const holdMs = 420
const mouseSlack = 4
const fingerSlack = 10

export interface GridParts {
  scroller: RefObject<HTMLDivElement | null>
  body: RefObject<HTMLDivElement | null>
}

/** Drawing, moving and stretching by mouse, pen and finger. */
export function useDrag(desk: GridDesk, parts: GridParts) {
  const drag = useMemo(() => createDrag(desk, parts), [desk, parts])
  useEffect(() => {
    const body = parts.body.current
    // A finger that holds something must not scroll any more, and only a listener that is not passive can say so.
    const stay = (event: TouchEvent) => {
      if (drag.live() && event.cancelable) event.preventDefault()
    }
    body?.addEventListener('touchmove', stay, { passive: false })
    return () => {
      body?.removeEventListener('touchmove', stay)
      drag.cancel()
    }
  }, [drag, parts])
  return drag.handlers
}

function createDrag(desk: GridDesk, { scroller, body }: GridParts) {
  let session: DragSession | null = null
  let pointer = -1
  let timer: ReturnType<typeof setTimeout> | undefined

  const end = () => {
    clearTimeout(timer)
    window.removeEventListener('keydown', onKey, true)
    session = null
    pointer = -1
  }
  const cancel = () => {
    session?.cancel()
    end()
  }
  // Before anything else that Escape would close.
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !session?.lifted) return
    event.preventDefault()
    event.stopPropagation()
    cancel()
  }
  const mine = (event: ReactPointerEvent) => session !== null && event.pointerId === pointer

  const handlers = {
    onPointerDown(event: ReactPointerEvent<HTMLDivElement>) {
      if (session || !event.isPrimary || event.button !== 0) return
      const [box, grid] = [scroller.current, body.current]
      if (!box || !grid || !(event.target instanceof Element) || !event.target.closest('.hq-tg-track')) return
      const finger = event.pointerType === 'touch'
      const { clientX: x, clientY: y, target } = event
      session = new DragSession(desk, box, grid, target, { x, y, finger })
      pointer = event.pointerId
      window.addEventListener('keydown', onKey, true)
      if (finger) timer = setTimeout(() => session?.lift(), holdMs)
      else grid.setPointerCapture(event.pointerId)
    },
    onPointerMove(event: ReactPointerEvent<HTMLDivElement>) {
      if (!session || !mine(event)) return
      const way = session.moveTo(event.clientX, event.clientY)
      if (session.lifted) return
      const finger = event.pointerType === 'touch'
      if (!finger && way > mouseSlack) session.lift()
      // A finger that moves before it has held scrolls the page.
      if (finger && way > fingerSlack) end()
    },
    onPointerUp(event: ReactPointerEvent<HTMLDivElement>) {
      if (!session || !mine(event)) return
      const ended = session
      end()
      ended.release()
    },
    onPointerCancel(event: ReactPointerEvent<HTMLDivElement>) {
      if (mine(event)) cancel()
    },
    onContextMenu(event: { preventDefault: () => void }) {
      // A long touch holds; it asks for no menu.
      if (session) event.preventDefault()
    },
  }
  return { handlers, cancel, live: () => session?.lifted === true }
}
