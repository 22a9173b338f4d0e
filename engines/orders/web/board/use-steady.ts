import { useEffect, useRef, useState } from 'react'

/** Milliseconds after the last touch of the pointer during which nothing moves. */
const rest = 1200

/**
 * Keeps what is shown while somebody is about to press it: new rows wait until the pointer has rested or left.
 * Spread `touch` on the area; `held` tells how many updates are waiting (0 or 1).
 */
export function useSteady<T>(fresh: T, busy: boolean) {
  const [shown, setShown] = useState(fresh)
  const touched = useRef(0)
  const [tick, setTick] = useState(0)
  const still = !busy && Date.now() - touched.current > rest
  useEffect(() => {
    if (shown === fresh || busy) return
    if (still) {
      setShown(fresh)
      return
    }
    const timer = setTimeout(() => setTick(tick + 1), rest)
    return () => clearTimeout(timer)
  }, [shown, fresh, busy, still, tick])
  const touch = () => {
    touched.current = Date.now()
  }
  return {
    shown,
    touch: { onPointerMove: touch, onPointerDown: touch },
    leave: () => {
      touched.current = 0
    },
  }
}
