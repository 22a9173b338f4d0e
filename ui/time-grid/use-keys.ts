import { type FocusEvent, type KeyboardEvent, useMemo } from 'react'
import { dropGhost, ghostAt, refuse, tellGhost, whereOf } from './drop-ghost.ts'
import { firstSpan } from './first-span.ts'
import type { GridDesk } from './grid-desk.ts'
import { type Deed, type KeyState, pressKey } from './press-key.ts'

/** The grid by keyboard: what a key leads to is decided in `press-key.ts`; here it is shown, said and done. */
export function useKeys(desk: GridDesk) {
  return useMemo(() => createKeys(desk), [desk])
}

function createKeys(desk: GridDesk) {
  let held: Exclude<KeyState, { mode: 'walk' }> | null = null
  const say = (words: string, bad = false) => desk.said.set({ words, bad })

  const show = (state: KeyState) => {
    if (state.mode === 'walk') {
      held = null
      desk.ghost.set(null)
      return desk.cursor.set({ ...state.place, focus: true })
    }
    held = state
    const kind = state.mode === 'make' ? 'make' : 'move'
    const id = state.mode === 'make' ? null : state.id
    const ghost = ghostAt(desk, { kind, id, line: state.place.line, span: state.span, byKeys: true })
    desk.ghost.set(ghost)
    say(tellGhost(desk, ghost), ghost.clash !== null)
  }

  const ghostOf = (deed: Extract<Deed, { kind: 'make' | 'move' }>) => {
    const { line, span, kind } = deed
    return ghostAt(desk, { kind, id: kind === 'move' ? deed.id : null, line, span, byKeys: true })
  }

  /** Whether what is in the hand may not be dropped where it is; then it stays in the hand, and the reason is said. */
  const clashes = (deed: Deed | null) => {
    if (deed?.kind !== 'make' && deed?.kind !== 'move') return false
    const { clash } = ghostOf(deed)
    if (clash !== null) refuse(desk, deed.kind, clash)
    return clash !== null
  }

  const letGo = () => {
    if (!held) return
    held = null
    desk.ghost.set(null)
    say(desk.now.current.words.t('cancelled'))
  }

  const perform = (deed: Deed, state: KeyState) => {
    const { props, words } = desk.now.current
    const itemOf = (id: string) => props.items.find((one) => one.id === id)
    const titleOf = (id: string) => {
      const item = itemOf(id)
      return item ? words.titleOf(item) : ''
    }
    switch (deed.kind) {
      case 'open':
        if (itemOf(deed.id)?.private) say(words.t('closedItem'))
        else props.onOpen?.(deed.id)
        return
      case 'fixed':
        return say(words.t('fixed', { title: titleOf(deed.id) }), true)
      case 'cancelled':
        return say(words.t('cancelled'))
      case 'picked': {
        if (state.mode !== 'carry') return
        const { line } = state.place
        const { span } = state
        const where = whereOf(desk, { line, span })
        const time = words.span(span.from, span.to)
        return say(words.t('picked', { title: titleOf(state.id), where, time }))
      }
      default:
        return dropGhost(desk, ghostOf(deed))
    }
  }

  return {
    onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
      const now = desk.now.current
      const { line, at, id } = desk.cursor.get()
      const state: KeyState = held ?? { mode: 'walk', place: { line, at, id } }
      const answer = pressKey(
        state,
        { key: event.key, shift: event.shiftKey },
        {
          layout: now.layout,
          canMake: now.props.onMake !== undefined,
          canMove: now.props.onMove !== undefined,
          firstSpan: (index, from) => firstSpan(now, index, from),
        },
      )
      if (!answer) return
      // The page has keys of its own, and Escape would close the panel around the grid.
      event.preventDefault()
      event.stopPropagation()
      if (state.mode === 'walk' && answer.deed === null) desk.said.set(null)
      if (clashes(answer.deed)) return
      // What stands still needs no drawing; an item that may not move keeps the focus it has.
      if (answer.state !== state) show(answer.state)
      if (answer.deed) perform(answer.deed, answer.state)
    },
    onFocus({ target }: FocusEvent) {
      const now = desk.now.current
      const id = target instanceof HTMLElement ? target.dataset.id : undefined
      const index = Number(target.closest<HTMLElement>('.hq-tg-line')?.dataset.line)
      const placed = now.layout.lines[index]?.placed.find(({ item }) => item.id === id)
      if (placed && desk.cursor.get().id !== placed.item.id)
        desk.cursor.set({ line: index, at: placed.start, id: placed.item.id, focus: false })
    },
    onBlur({ currentTarget, relatedTarget }: FocusEvent) {
      // Whoever leaves the grid lets go of what was in the hand; whoever only looks at another window does not.
      const away = relatedTarget === null ? document.hasFocus() : !currentTarget.contains(relatedTarget)
      if (away) letGo()
    },
    onPointerDownCapture: letGo,
  }
}
