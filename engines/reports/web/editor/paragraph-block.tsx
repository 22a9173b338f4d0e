import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef } from 'react'
import type { FigureRun, Run } from '../../schema.ts'
import {
  type ChipWords,
  caretPlace,
  chipAt,
  chipsIn,
  placeCaret,
  readRuns,
  relabelChips,
  writeRuns,
} from './paragraph-dom.ts'
import { runsLength, sameRuns, splitRuns } from './runs.ts'

export interface ParagraphProps {
  label: string
  runs: readonly Run[]
  editing: boolean
  wordsOf: (run: FigureRun) => ChipWords
  /** Where the caret is to be put once, after a change of the blocks around. */
  caret: { place: number | 'end' } | null
  onRuns: (runs: Run[]) => void
  onSplit: (before: Run[], after: Run[]) => void
  onLines: (before: Run[], lines: string[], after: Run[]) => void
  onJoinBefore: () => void
  onJoinAfter: () => void
  onLeave: (step: -1 | 1) => boolean
  onChip: (nth: number, at: HTMLElement) => void
  onFocus: () => void
  /** Tells where the caret was when the paragraph lost it, for what is inserted by a dialog. */
  onCaret: (place: number) => void
}

/** A sentence people write in, with figures that typing goes around and never into. */
export function ParagraphBlock(props: ParagraphProps) {
  const {
    label,
    runs,
    editing,
    wordsOf,
    caret,
    onRuns,
    onSplit,
    onLines,
    onJoinBefore,
    onJoinAfter,
    onLeave,
    onChip,
  } = props
  const box = useRef<HTMLParagraphElement>(null)
  useLayoutEffect(() => {
    const paragraph = box.current
    if (!paragraph) return
    // Writing only what differs leaves the caret, and a half-typed Chinese word, where they are.
    if (paragraph.childNodes.length > 0 && sameRuns(readRuns(paragraph), runs))
      relabelChips(paragraph, wordsOf)
    else writeRuns(paragraph, runs, wordsOf)
  }, [runs, wordsOf])
  useLayoutEffect(() => {
    if (caret && box.current) placeCaret(box.current, caret.place)
  }, [caret])

  const keys = (event: KeyboardEvent<HTMLParagraphElement>) => {
    const paragraph = event.currentTarget
    const chip = chipAt(event.target)
    if (chip && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault()
      onChip(chipsIn(paragraph).indexOf(chip), chip)
      return
    }
    if (!editing || event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
    const place = caretPlace(paragraph)
    if (place === null) return
    const written = readRuns(paragraph)
    const bare = document.getSelection()?.isCollapsed ?? true
    if (event.key === 'Enter') {
      event.preventDefault()
      const [before, after] = splitRuns(written, place)
      onSplit(before, after)
    } else if (event.key === 'Backspace' && bare && place === 0) {
      event.preventDefault()
      onJoinBefore()
    } else if (event.key === 'Delete' && bare && place === runsLength(written)) {
      event.preventDefault()
      onJoinAfter()
    } else if (event.key === 'ArrowUp' && !event.shiftKey && onEdgeLine(paragraph, 'first')) {
      if (onLeave(-1)) event.preventDefault()
    } else if (event.key === 'ArrowDown' && !event.shiftKey && onEdgeLine(paragraph, 'last')) {
      if (onLeave(1)) event.preventDefault()
    }
  }
  const paste = (event: ClipboardEvent<HTMLParagraphElement>) => {
    event.preventDefault()
    const lines = event.clipboardData
      .getData('text/plain')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean)
    if (lines.length <= 1) {
      document.execCommand('insertText', false, lines[0] ?? '')
      return
    }
    const [before, after] = splitRuns(readRuns(event.currentTarget), caretPlace(event.currentTarget) ?? 0)
    onLines(before, lines, after)
  }
  const press = (event: MouseEvent<HTMLParagraphElement>) => {
    const chip = chipAt(event.target)
    if (chip) onChip(chipsIn(event.currentTarget).indexOf(chip), chip)
  }
  return (
    <p
      ref={box}
      className="rpt-paragraph"
      {...(editing
        ? { role: 'textbox', 'aria-multiline': true, 'aria-label': label, contentEditable: true }
        : {})}
      spellCheck={false}
      data-empty={runs.length === 0 ? label : undefined}
      onInput={(event) => onRuns(readRuns(event.currentTarget))}
      onKeyDown={keys}
      onPaste={paste}
      onDrop={(event) => event.preventDefault()}
      onClick={press}
      onFocus={props.onFocus}
      onBlur={(event) => {
        const place = caretPlace(event.currentTarget)
        if (place !== null) props.onCaret(place)
      }}
    />
  )
}

/** Whether the caret stands on the paragraph's first or last line, from where an arrow leads out of it. */
function onEdgeLine(paragraph: HTMLElement, edge: 'first' | 'last'): boolean {
  const selection = document.getSelection()
  if (!selection || selection.rangeCount === 0) return false
  const caret = selection.getRangeAt(0).getClientRects()[0]
  if (!caret) return true
  const box = paragraph.getBoundingClientRect()
  return edge === 'first' ? caret.top - box.top < caret.height : box.bottom - caret.bottom < caret.height
}
