import { Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'

const messages = defineMessages({
  title: text('快捷键', 'Keyboard shortcuts'),
  help: text('显示快捷键', 'Show these shortcuts'),
  close: text('关闭窗口或侧栏', 'Close a window or panel'),
})

interface Shortcut {
  key: string
  title: string
  run: () => void
}

// The newest registration of a key wins: a panel's keys come before those of the list under it.
const active: { current: Shortcut }[] = []

function typing(target: EventTarget | null): boolean {
  const element = target instanceof HTMLElement ? target : null
  return (
    element?.closest('input,textarea,select,[contenteditable="true"],[role="combobox"]') !== null &&
    element !== null
  )
}

function onKey(event: KeyboardEvent): void {
  if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing || typing(event.target)) return
  const found = active.findLast((one) => one.current.key === event.key)
  if (!found) return
  // Enter on a button or link must press it.
  const onControl = event.target instanceof HTMLElement && event.target.closest('button,a') !== null
  if (event.key === 'Enter' && onControl) return
  event.preventDefault()
  found.current.run()
}

/** A single key for the page while it is shown; listed under `?`. Silent while somebody types. */
export function useShortcut(key: string, title: string, run: () => void, enabled = true): void {
  const held = useRef<Shortcut>({ key, title, run })
  held.current = { key, title, run }
  useEffect(() => {
    if (!enabled) return
    active.push(held)
    if (active.length === 1) window.addEventListener('keydown', onKey)
    return () => {
      active.splice(active.indexOf(held), 1)
      if (active.length === 0) window.removeEventListener('keydown', onKey)
    }
  }, [enabled])
}

/** The list of keys that work now; opened by `?`. Stands once in the shell. */
export function ShortcutsHelp() {
  const t = useText(messages)
  const [open, setOpen] = useState(false)
  useShortcut('?', t('help'), () => setOpen(true))
  const shown = new Map(active.map(({ current }) => [current.key, current.title]))
  return (
    <Modal open={open} onCancel={() => setOpen(false)} footer={null} title={t('title')} destroyOnHidden>
      <dl className="hq-keys">
        {[...shown, ['Esc', t('close')] as const].map(([key, title]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{title}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
