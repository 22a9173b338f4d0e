import type { FigureRun, Run } from '../../schema.ts'
import { bareRun, tidyRuns } from './runs.ts'

/** What a figure in a sentence shows, and what is said when somebody points at it. */
export interface ChipWords {
  shown: string
  hint: string
  doubtful: boolean
}

/** Lets the caret stand before and behind a figure at the edge of a line; never part of the text. */
const gap = '\u200b'
const chipClass = 'rpt-chip'

function chipOf(run: FigureRun, words: ChipWords): HTMLElement {
  const chip = document.createElement('span')
  chip.className = chipClass
  chip.contentEditable = 'false'
  chip.tabIndex = 0
  chip.setAttribute('role', 'button')
  chip.setAttribute('aria-haspopup', 'dialog')
  chip.dataset.run = JSON.stringify(bareRun(run))
  labelChip(chip, words)
  return chip
}

function labelChip(chip: HTMLElement, { shown, hint, doubtful }: ChipWords): void {
  if (chip.textContent !== shown) chip.textContent = shown
  chip.title = hint
  chip.classList.toggle('rpt-chip-doubtful', doubtful)
}

/** Writes a sentence into its paragraph. */
export function writeRuns(
  paragraph: HTMLElement,
  runs: readonly Run[],
  wordsOf: (run: FigureRun) => ChipWords,
): void {
  const nodes: Node[] = []
  for (const [index, run] of runs.entries()) {
    if (run.kind === 'figure') {
      if (runs[index - 1]?.kind !== 'text') nodes.push(document.createTextNode(gap))
      nodes.push(chipOf(run, wordsOf(run)))
      if (index === runs.length - 1) nodes.push(document.createTextNode(gap))
    } else if (run.bold) {
      const strong = document.createElement('strong')
      strong.textContent = run.text
      nodes.push(strong)
    } else nodes.push(document.createTextNode(run.text))
  }
  paragraph.replaceChildren(...nodes)
}

/** Brings the numbers up to date without touching the words around them. */
export function relabelChips(paragraph: HTMLElement, wordsOf: (run: FigureRun) => ChipWords): void {
  for (const chip of chipsIn(paragraph)) labelChip(chip, wordsOf(JSON.parse(chip.dataset.run!) as FigureRun))
}

export function chipsIn(paragraph: HTMLElement): HTMLElement[] {
  return [...paragraph.querySelectorAll<HTMLElement>(`.${chipClass}`)]
}

/** The figure somebody pressed, if it was one. */
export function chipAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(`.${chipClass}`) : null
}

function isBold(element: Element): boolean {
  return (
    /^(B|STRONG)$/.test(element.tagName) || /^(bold|[6-9]00)$/.test((element as HTMLElement).style.fontWeight)
  )
}

function collect(node: Node, bold: boolean, into: Run[]): void {
  if (node instanceof Text) {
    const text = node.data.replaceAll(gap, '').replaceAll('\u00a0', ' ').replaceAll('\n', ' ')
    if (text) into.push(bold ? { kind: 'text', text, bold: true } : { kind: 'text', text })
  } else if (node instanceof HTMLElement) {
    if (node.dataset.run) into.push(JSON.parse(node.dataset.run) as Run)
    else for (const child of node.childNodes) collect(child, bold || isBold(node), into)
  }
}

/** Reads what stands in a paragraph now. */
export function readRuns(paragraph: Node): Run[] {
  const runs: Run[] = []
  for (const child of paragraph.childNodes) collect(child, false, runs)
  return tidyRuns(runs)
}

/** Where the caret stands, counted as in `splitRuns`; null when it is elsewhere. */
export function caretPlace(paragraph: HTMLElement): number | null {
  const selection = document.getSelection()
  if (!selection?.anchorNode || selection.rangeCount === 0) return null
  const caret = selection.getRangeAt(0)
  if (!paragraph.contains(caret.startContainer)) return null
  const range = document.createRange()
  range.selectNodeContents(paragraph)
  range.setEnd(caret.startContainer, caret.startOffset)
  const before = readRuns(range.cloneContents())
  return before.reduce((sum, run) => sum + (run.kind === 'text' ? run.text.length : 1), 0)
}

/** Puts the caret at a place counted as in `splitRuns`, or at the end. */
export function placeCaret(paragraph: HTMLElement, place: number | 'end'): void {
  paragraph.focus()
  const range = document.createRange()
  range.selectNodeContents(paragraph)
  range.collapse(false)
  if (place !== 'end') {
    let left = place
    walk: for (const child of paragraph.childNodes) {
      if (child instanceof HTMLElement && child.dataset.run) {
        if (left === 0) {
          range.setStartBefore(child)
          break
        }
        left--
        continue
      }
      const texts =
        child instanceof Text ? [child] : [...child.childNodes].filter((node) => node instanceof Text)
      for (const text of texts) {
        const length = text.data.replaceAll(gap, '').length
        if (left <= length) {
          range.setStart(text, text.data === gap ? 1 : left)
          break walk
        }
        left -= length
      }
    }
    range.collapse(true)
  }
  const selection = document.getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
}
