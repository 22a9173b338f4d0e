import { type PointerEvent, useEffect, useRef, useState } from 'react'
import type { Participant } from '../../seating/schema.ts'

/** Further than a hand shakes while it clicks. */
const MOVED = 5

interface Drag {
  person: Participant
  x: number
  y: number
  /** The seat below the pointer. */
  over: string | null
}

/**
 * Dragging somebody with a mouse or a pen. A finger scrolls instead: it taps the person, then the seat.
 * `onDrop` gets the seat's id, or null when let go beside every seat and over the list.
 */
export function useDrag(onDrop: (person: Participant, seatId: string | null) => void) {
  const [drag, setDrag] = useState<Drag | null>(null)
  const start = useRef<{ person: Participant; x: number; y: number } | null>(null)
  const justDropped = useRef(false)
  const drop = useRef(onDrop)
  drop.current = onDrop

  useEffect(() => {
    const move = (event: globalThis.PointerEvent) => {
      const from = start.current
      if (!from) return
      const { clientX: x, clientY: y } = event
      if (Math.hypot(x - from.x, y - from.y) < MOVED) return
      setDrag({ person: from.person, x, y, over: targetAt(x, y)?.dataset.seat ?? null })
    }
    const end = (event: globalThis.PointerEvent) => {
      const from = start.current
      start.current = null
      setDrag(null)
      if (!from || event.type === 'pointercancel') return
      if (Math.hypot(event.clientX - from.x, event.clientY - from.y) < MOVED) return
      justDropped.current = true
      // The click that ends a drag comes in the same turn; later ones are real.
      setTimeout(() => {
        justDropped.current = false
      })
      const target = targetAt(event.clientX, event.clientY)
      if (target) drop.current(from.person, target.dataset.seat ?? null)
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', end)
    window.addEventListener('pointercancel', end)
    return () => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', end)
      window.removeEventListener('pointercancel', end)
    }
  }, [])

  return {
    drag,
    /** Whether the click now arriving is only the end of a drag. */
    endsDrag: () => justDropped.current,
    begin(event: PointerEvent, person: Participant) {
      if (event.pointerType === 'touch' || event.button !== 0) return
      start.current = { person, x: event.clientX, y: event.clientY }
    },
  }
}

/** The seat, or the list of people, at a place of the window. */
function targetAt(x: number, y: number): HTMLElement | SVGElement | null {
  const found = document.elementFromPoint(x, y)?.closest('[data-seat], [data-people]')
  return found instanceof HTMLElement || found instanceof SVGElement ? found : null
}
