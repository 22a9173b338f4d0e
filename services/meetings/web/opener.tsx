import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { SidePanel } from '#ui/side-panel.tsx'

interface OpenerProps {
  title: string
  danger?: boolean
  children: (close: () => void) => ReactNode
}

/** A button that opens a form beside the page. */
export function Opener({ title, danger = false, children }: OpenerProps) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button danger={danger} onClick={() => setOpen(true)}>
        {title}
      </Button>
      <SidePanel open={open} title={title} onClose={close}>
        {open ? children(close) : null}
      </SidePanel>
    </>
  )
}
