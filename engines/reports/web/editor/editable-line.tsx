import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'

export interface EditableLineProps {
  text: string
  label: string
  editing: boolean
  className?: string
  maxLength: number
  focused?: boolean
  /** While it is typed. */
  onText?: (text: string) => void
  /** When the writer leaves it. */
  onDone?: (text: string) => void
  onEnter?: () => void
  /** Backspace at the very beginning. */
  onBack?: () => void
  onLeave?: (step: -1 | 1) => boolean
  onFocus?: () => void
}

/** A title or heading people write in place; one line of plain text that may wrap. */
export function EditableLine(props: EditableLineProps) {
  const {
    text,
    label,
    editing,
    className,
    maxLength,
    focused,
    onText,
    onDone,
    onEnter,
    onBack,
    onLeave,
    onFocus,
  } = props
  const box = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    if (editing && box.current && flat(box.current.textContent) !== text)
      box.current.textContent = joined(text)
  }, [text, editing])
  useLayoutEffect(() => {
    if (focused) box.current?.focus()
  }, [focused])
  const keys = (event: KeyboardEvent<HTMLSpanElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (onEnter) onEnter()
      else event.currentTarget.blur()
    } else if (
      event.key === 'Backspace' &&
      onBack &&
      document.getSelection()?.isCollapsed &&
      startsHere(event.currentTarget)
    ) {
      event.preventDefault()
      onBack()
    } else if (event.key === 'ArrowUp' && onLeave?.(-1)) event.preventDefault()
    else if (event.key === 'ArrowDown' && onLeave?.(1)) event.preventDefault()
  }
  if (!editing) return <span className={className}>{joined(text)}</span>
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role stands among what makes it editable
    <span
      ref={box}
      className={className}
      {...{ role: 'textbox', 'aria-label': label, contentEditable: true }}
      spellCheck={false}
      data-empty={text === '' ? label : undefined}
      onInput={({ currentTarget }) => onText?.(flat(currentTarget.textContent).slice(0, maxLength))}
      onBlur={({ currentTarget }) => onDone?.(flat(currentTarget.textContent).trim().slice(0, maxLength))}
      onKeyDown={keys}
      onPaste={(event) => {
        event.preventDefault()
        document.execCommand('insertText', false, flat(event.clipboardData.getData('text/plain')).trim())
      }}
      onDrop={(event) => event.preventDefault()}
      onFocus={({ currentTarget }) => {
        // Invisible signs would be stumbled over by the caret.
        if (currentTarget.textContent.includes(joiner))
          currentTarget.textContent = flat(currentTarget.textContent)
        onFocus?.()
      }}
    />
  )
}

/** Browsers write hard spaces and line feeds where people typed plain ones. */
const flat = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll(joiner, '')

const joiner = '\u2060'
/** A number never parts from its unit at a line's end: 2026年 stays together while nobody writes in it. */
const joined = (text: string) => text.replaceAll(/(\d)(?=[\u4e00-\u9fff%])/g, `$1${joiner}`)

function startsHere(line: HTMLElement): boolean {
  const selection = document.getSelection()
  if (!selection || selection.rangeCount === 0) return false
  const range = document.createRange()
  range.selectNodeContents(line)
  const caret = selection.getRangeAt(0)
  range.setEnd(caret.startContainer, caret.startOffset)
  return range.toString() === ''
}
