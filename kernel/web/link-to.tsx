import { useRouter } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'

export interface LinkToProps {
  /** `/repairs?state=open`. */
  to: string
  children: ReactNode
  className?: string
  /** For a link without words of its own. */
  label?: string
  onClick?: () => void
  current?: boolean
}

/** A link inside the application, without a reload; opens in a new tab like any other link. */
export function LinkTo({ to, children, className, label, onClick, current }: LinkToProps) {
  const router = useRouter()
  const follow = (event: MouseEvent) => {
    onClick?.()
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    void router.navigate({ href: to })
  }
  return (
    <a
      href={to}
      className={className}
      aria-label={label}
      aria-current={current ? 'page' : undefined}
      onClick={follow}
    >
      {children}
    </a>
  )
}
