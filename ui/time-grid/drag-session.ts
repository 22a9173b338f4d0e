import type { Span } from './axis.ts'
import { offsetOf } from './axis.ts'
import { dropGhost, ghostAt } from './drop-ghost.ts'
import { firstSpan } from './first-span.ts'
import type { Ghost, GridDesk } from './grid-desk.ts'
import type { PlacedItem } from './place-items.ts'
import {
  endAtPoint,
  type GridMeasure,
  lineAtPoint,
  measureGrid,
  minuteAtPoint,
  scrollAtEdge,
} from './read-pointer.ts'
import { carrySpan, drawSpan, stretchSpan } from './snap-span.ts'

interface Press {
  x: number
  y: number
  finger: boolean
}

const keysOf = ({ now }: GridDesk) => now.current.layout.lines.map(({ key }) => key).join(' ')

/** One press of the pointer, from down to up: a click at first, a drag once it is lifted. */
export class DragSession {
  lifted = false
  /** It was moved, but may not be dragged: neither a drag nor a click. */
  private spent = false
  private readonly desk: GridDesk
  private readonly scroller: HTMLElement
  private readonly body: HTMLElement
  private readonly press: Press
  private readonly measure: GridMeasure
  private readonly line: number
  private readonly minute: number
  private readonly held: PlacedItem | null
  private readonly end: keyof Span | null
  private readonly lines: string
  private point: { x: number; y: number }
  private frame = 0

  constructor(desk: GridDesk, scroller: HTMLElement, body: HTMLElement, target: Element, press: Press) {
    const { layout } = desk.now.current
    this.desk = desk
    this.scroller = scroller
    this.body = body
    this.press = press
    this.point = press
    this.measure = measureGrid(scroller, body)
    this.lines = keysOf(desk)
    this.line = lineAtPoint(body, this.measure, press.y)
    this.minute = minuteAtPoint(body, this.measure, layout, this.line, press.x)
    const box = target.closest<HTMLElement>('.hq-tg-item')
    this.held = layout.lines[this.line]!.placed.find(({ item }) => item.id === box?.dataset.id) ?? null
    this.end = box && endAtPoint(box, press.x, press.finger)
  }

  /** Notes where the pointer is; answers how far it has come, in pixels. */
  moveTo(x: number, y: number): number {
    this.point = { x, y }
    return Math.hypot(x - this.press.x, y - this.press.y)
  }

  /** Turns the press into a drag, if what is under it may be dragged. */
  lift(): void {
    if (this.lifted || this.spent) return
    this.spent = true
    const { props, words } = this.desk.now.current
    if (this.held) {
      const { item } = this.held
      if (!props.onMove || !item.movable || item.private) {
        if (props.onMove)
          this.desk.said.set({ words: words.t('fixed', { title: words.titleOf(item) }), bad: true })
        return
      }
    } else if (!props.onMake) return
    this.lifted = true
    this.spent = false
    this.desk.said.set(null)
    this.body.dataset.dragging = this.end === null ? 'yes' : 'end'
    this.follow()
  }

  /** Once a frame: the grid scrolls at its edges, the ghost goes where the pointer is. */
  private follow = (): void => {
    // Other rows came while something was in the hand: what was measured does not hold any more.
    if (this.lines !== keysOf(this.desk)) {
      this.cancel()
      return
    }
    scrollAtEdge(this.scroller, this.measure, this.point.x, this.point.y)
    this.draw()
    this.frame = requestAnimationFrame(this.follow)
  }

  private draw(): Ghost | null {
    const { ghost } = this.desk
    const before = ghost.get()
    const { line, span } = this.aim()
    const { from, to } = span
    if (before && before.line === line && before.span.from === from && before.span.to === to) return before
    const kind = this.held ? 'move' : 'make'
    ghost.set(ghostAt(this.desk, { kind, id: this.held?.item.id ?? null, line, span, byKeys: false }))
    return ghost.get()
  }

  /** What the pointer asks for where it is now. */
  private aim(): { line: number; span: Span } {
    const { layout } = this.desk.now.current
    const { axis, lines } = layout
    const { held, end } = this
    const carried = held && end === null
    const line = carried ? lineAtPoint(this.body, this.measure, this.point.y) : this.line
    const { days } = lines[line]!
    const minute = minuteAtPoint(this.body, this.measure, layout, line, this.point.x)
    if (!held) return { line, span: drawSpan(axis, days, this.minute, minute) }
    if (end !== null) return { line, span: stretchSpan(axis, days, held, end, minute) }
    return { line, span: carrySpan(axis, days, held, this.minute, minute) }
  }

  /** The pointer is let go: drops what was dragged, or takes the press as a click. */
  release(): void {
    const ghost = this.lifted ? this.draw() : null
    this.stop()
    if (ghost) dropGhost(this.desk, ghost)
    else if (!this.lifted && !this.spent) this.click()
  }

  cancel(): void {
    if (!this.lifted) return
    this.stop()
    this.lifted = false
    this.spent = true
    this.desk.ghost.set(null)
    this.desk.said.set({ words: this.desk.now.current.words.t('cancelled'), bad: false })
  }

  private stop(): void {
    cancelAnimationFrame(this.frame)
    delete this.body.dataset.dragging
  }

  private click(): void {
    const { props, layout, words } = this.desk.now.current
    const { held, line } = this
    if (held) {
      if (held.item.private) this.desk.said.set({ words: words.t('closedItem'), bad: false })
      else props.onOpen?.(held.item.id)
      return
    }
    const { axis, lines } = layout
    const { days } = lines[line]!
    const { from } = drawSpan(axis, days, this.minute, this.minute)
    this.desk.cursor.set({ line, at: offsetOf(axis, days, from), id: null, focus: true })
    if (!props.onMake) return
    const span = firstSpan(this.desk.now.current, line, from)
    dropGhost(this.desk, ghostAt(this.desk, { kind: 'make', id: null, line, span, byKeys: false }))
  }
}
