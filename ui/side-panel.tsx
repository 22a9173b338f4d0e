import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import { text } from '#kernel/contract/text.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { usePhone } from './use-phone.ts'

const messages = defineMessages({ whole: text('整页打开', 'Open as a page'), close: text('关闭', 'Close') })

export interface SidePanelProps {
  open: boolean
  title: ReactNode
  onClose: () => void
  /** The full page of the same thing. */
  to?: string
  /** Buttons at the foot. */
  footer?: ReactNode
  children: ReactNode
}

/** A thing beside the list it came from: right on a desk, over the whole screen on a phone. */
export function SidePanel({ open, title, onClose, to, footer, children }: SidePanelProps) {
  const t = useText(messages)
  const phone = usePhone()
  return (
    <Drawer
      open={open}
      title={title}
      onClose={onClose}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '92%' : 'min(45rem, 60vw)'}
      extra={to ? <LinkTo to={to}>{t('whole')}</LinkTo> : undefined}
      footer={footer}
      mask={phone}
      destroyOnHidden
      closable={{ 'aria-label': t('close') }}
      rootClassName="hq-panel"
    >
      {children}
    </Drawer>
  )
}
