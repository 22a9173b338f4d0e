import type { ReactNode } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { usePhone } from '#ui/use-phone.ts'

const messages = defineMessages({ more: text('看明细', 'Show the details') })

/** Details that stand open on a desk, and behind one tap on a phone, where they would push all else away. */
export function Fold({ children }: { children: ReactNode }) {
  const t = useText(messages)
  if (!usePhone()) return children
  return (
    <details className="hq-fold-details">
      <summary>{t('more')}</summary>
      {children}
    </details>
  )
}
