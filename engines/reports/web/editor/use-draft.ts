import { useCallback, useEffect, useRef, useState } from 'react'
import { uuidv7 } from 'uuidv7'
import type { OutputOf } from '#kernel/contract/action.ts'
import { ApiProblem, call } from '#kernel/contract/client.ts'
import { reports } from '../../module.ts'
import type { Block, Section } from '../../schema.ts'
import { storedBlock } from '../../stored-block.ts'
import { bothOf, type DraftSection, draftOf, refreshed, writtenIn } from './draft.ts'
import { type History, newHistory, remember, stepBack, stepForward } from './history.ts'

type Detail = OutputOf<typeof reports.actions.readReport>

/** How a section stands with the server. */
export interface Keeping {
  /** What the server holds, as `writtenIn` gives it. */
  kept: string
  saving: boolean
  error: Error | null
  /** Somebody else's version, when both wrote. */
  newest: Section | null
}

export type Choice = 'theirs' | 'mine' | 'both'

const pauseMs = 1200
const retryMs = 6000

const keptOf = (section: DraftSection): Keeping => ({
  kept: writtenIn(section),
  saving: false,
  error: null,
  newest: null,
})
const isConflict = (error: unknown): error is ApiProblem & { body: { newest: Section } } =>
  error instanceof ApiProblem && error.body.code === 'reports.changed_meanwhile' && 'newest' in error.body

/** A heading somebody has emptied to write it anew may be kept as it is. */
function sendable(block: Block): Block {
  return block.kind === 'heading' && block.text === '' ? { ...block, text: ' ' } : block
}

/**
 * A report's sections while they are written: every change is kept by itself after a short pause, one save at a time and
 * section; two people's changes are shown side by side, never overwritten; steps can be taken back.
 */
export function useDraft(detail: Detail, onKept: () => void) {
  const editing = detail.can.edit === true
  const [sections, setSections] = useState(() => detail.sections.map(draftOf))
  const [keeping, setKeeping] = useState<Record<string, Keeping>>(() =>
    Object.fromEntries(sections.map((section) => [section.id, keptOf(section)])),
  )
  const now = useRef({ sections, keeping })
  now.current = { sections, keeping }
  const history = useRef<History<DraftSection[]>>(newHistory())
  const [keptAt, setKeptAt] = useState<number | null>(null)

  const setKept = useCallback((id: string, change: Partial<Keeping>) => {
    const before = now.current.keeping[id] ?? { kept: '', saving: false, error: null, newest: null }
    now.current.keeping = { ...now.current.keeping, [id]: { ...before, ...change } }
    setKeeping(now.current.keeping)
  }, [])
  const put = useCallback((next: DraftSection[]) => {
    now.current.sections = next
    setSections(next)
  }, [])

  const isDirty = useCallback((section: DraftSection) => {
    const known = now.current.keeping[section.id]
    return known !== undefined && known.kept !== writtenIn(section)
  }, [])

  // What the server says replaces what nobody here touched; what is being written stays under the writer's hands.
  useEffect(() => {
    const local = new Map(now.current.sections.map((section) => [section.id, section]))
    const next = detail.sections.map((section) => {
      const mine = local.get(section.id)
      const known = now.current.keeping[section.id]
      if (mine && known) {
        if (known.saving || known.newest || section.version < mine.version) return mine
        if (section.version === mine.version) return isDirty(mine) ? mine : refreshed(mine, section)
        // Saving it will tell both writers; until then nothing moves under the hand that writes.
        if (isDirty(mine)) return mine
      }
      const theirs = draftOf(section)
      setKept(section.id, keptOf(theirs))
      return theirs
    })
    put(next)
  }, [detail, isDirty, put, setKept])

  const save = useCallback(
    async (id: string): Promise<boolean> => {
      const section = now.current.sections.find((one) => one.id === id)
      const known = now.current.keeping[id]
      if (!section || !known || known.saving || known.newest || !isDirty(section)) return true
      const sent = writtenIn(section)
      setKept(id, { saving: true, error: null })
      try {
        const answer = await call(
          reports.actions.saveSection,
          {
            reportId: detail.id,
            sectionId: id,
            version: section.version,
            heading: section.heading.trim() || ' ',
            blocks: section.pieces.map(({ block }) => sendable(storedBlock(block))),
          },
          { idempotencyKey: uuidv7() },
        )
        setKept(id, { kept: sent, saving: false })
        put(
          now.current.sections.map((one) => {
            if (one.id !== id) return one
            return writtenIn(one) === sent ? refreshed(one, answer) : { ...one, version: answer.version }
          }),
        )
        setKeptAt(Date.now())
        onKept()
        return true
      } catch (error) {
        const newest = isConflict(error) ? error.body.newest : null
        setKept(id, { saving: false, error: newest ? null : (error as Error), newest })
        return false
      }
    },
    [detail.id, isDirty, onKept, put, setKept],
  )

  /** Keeps everything now; false when something could not be kept. */
  const saveAll = useCallback(async () => {
    const done = await Promise.all(now.current.sections.map(({ id }) => save(id)))
    return done.every(Boolean) && !now.current.sections.some(isDirty)
  }, [save, isDirty])

  useEffect(() => {
    if (!editing) return
    const waiting = sections.filter(
      (section) => isDirty(section) && !keeping[section.id]?.newest && !keeping[section.id]?.saving,
    )
    if (waiting.length === 0) return
    const failed = waiting.some(({ id }) => keeping[id]?.error)
    const timer = setTimeout(() => void saveAll(), failed ? retryMs : pauseMs)
    return () => clearTimeout(timer)
  }, [sections, keeping, editing, isDirty, saveAll])

  const unkept = editing && sections.some(isDirty)
  useEffect(() => {
    if (!unkept) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [unkept])
  // Leaving for another page inside the application must not lose the last second's words.
  const last = useRef(saveAll)
  last.current = saveAll
  useEffect(() => () => void last.current(), [])

  /** Changes one section; `step` joins changes of one kind (typing in one sentence) into one step of the history. */
  const change = useCallback(
    (id: string, make: (section: DraftSection) => DraftSection, step = '') => {
      remember(history.current, now.current.sections, step)
      put(now.current.sections.map((section) => (section.id === id ? make(section) : section)))
    },
    [put],
  )
  const travel = useCallback(
    (found: DraftSection[] | undefined) => {
      if (!found) return
      const versions = new Map(now.current.sections.map(({ id, version }) => [id, version]))
      put(
        found.flatMap((section) =>
          versions.has(section.id) ? [{ ...section, version: versions.get(section.id)! }] : [],
        ),
      )
    },
    [put],
  )
  const settle = useCallback(
    (id: string, choice: Choice) => {
      const newest = now.current.keeping[id]?.newest
      if (!newest) return
      setKept(id, { newest: null, error: null, kept: writtenIn(draftOf(newest)) })
      put(
        now.current.sections.map((mine) => {
          if (mine.id !== id) return mine
          if (choice === 'theirs') return draftOf(newest)
          return choice === 'both' ? bothOf(mine, newest) : { ...mine, version: newest.version }
        }),
      )
    },
    [put, setKept],
  )
  return {
    sections,
    keeping,
    editing,
    unkept,
    keptAt,
    change,
    settle,
    save,
    saveAll,
    undo: useCallback(() => travel(stepBack(history.current, now.current.sections)), [travel]),
    redo: useCallback(() => travel(stepForward(history.current, now.current.sections)), [travel]),
  }
}

export type Draft = ReturnType<typeof useDraft>
