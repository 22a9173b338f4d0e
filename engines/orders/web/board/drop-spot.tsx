import { type ReactNode, useState } from 'react'

export interface DropSpotProps {
  className: string
  /** False refuses what is dragged, by the pointer's own sign. */
  takes: boolean
  onDrop: () => void
  children: ReactNode
  label: string
}

/** Where a card may be dropped; shows itself while one is above. The keyboard's way is `a` on the card. */
export function DropSpot({ className, takes, onDrop, children, label }: DropSpotProps) {
  const [over, setOver] = useState(false)
  return (
    <section
      className={`${className} ${over && takes ? 'board-over' : ''}`}
      aria-label={label}
      onDragOver={(event) => {
        if (!takes) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'move'
        setOver(true)
      }}
      onDragLeave={(event) => {
        const to = event.relatedTarget
        if (!(to instanceof Node) || !event.currentTarget.contains(to)) setOver(false)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (takes) onDrop()
      }}
    >
      {children}
    </section>
  )
}
