import { useCallback, useEffect, useRef, useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useDeeds } from '#kernel/web/offline/outbox.ts'
import { remember, remembered } from '#kernel/web/store.ts'
import { useSession } from '#kernel/web/use-session.ts'
import type { ChecklistAnswer } from '../../schema.ts'
import { type LineDraft, type ListedLine, sendable } from './checklist-draft.ts'

const messages = defineMessages({
  what: text('检查清单：{lines}', 'Checklist: {lines}'),
  line: text('{line} {result}', '{line}: {result}'),
  OK: text('合格', 'OK'),
  NOT_OK: text('不合格', 'not OK'),
  NA: text('不适用', 'N/A'),
})

type Drafts = Readonly<Record<string, LineDraft>>

/** Milliseconds in which further taps join the same write. */
const gather = 500

/** How the answers of one line of service go out. */
export interface ChecklistWay {
  /** Path of the action that takes them, by which unsent ones are counted. */
  path: string
  /** Into the outbox; resolves to whether it is kept there. */
  record: (answers: ChecklistAnswer[], what: string, pictures: readonly string[]) => Promise<boolean>
}

/**
 * The checklist of a task in a basement: each tap is kept on the phone at once; what a line asks for being there, it
 * goes into the outbox. Sending replaces the line's answer, so that a repeat is harmless. `waiting` counts the lines
 * that are not yet at the server.
 */
export function useChecklist(subject: string, lines: readonly ListedLine[], { path, record }: ChecklistWay) {
  const t = useText(messages)
  const localised = useLocalised()
  const { userId } = useSession()
  const memory = `checklist.${userId}.${subject}`
  const [drafts, setDrafts] = useState<Drafts>(() => {
    const kept = remembered(memory)
    return kept ? (JSON.parse(kept) as Drafts) : {}
  })
  const newest = useRef(drafts)
  const keep = useCallback(
    (next: Drafts) => {
      newest.current = next
      setDrafts(next)
      remember(memory, Object.keys(next).length > 0 ? JSON.stringify(next) : null)
    },
    [memory],
  )
  const settle = useCallback(async () => {
    const sent = newest.current
    const answers = sendable(lines, sent)
    if (answers.length === 0) return
    const done = answers.map(({ lineId, result }) => {
      const line = lines.find((one) => one.line.id === lineId)?.line
      return t('line', { line: line ? localised(line.text) : '', result: t(result) })
    })
    const pictures = answers.flatMap(({ photoId }) => photoId ?? [])
    if (!(await record(answers, t('what', { lines: done.join('；') }), pictures))) return
    // What was tapped again meanwhile stays to be sent.
    const gone = new Set(answers.map(({ lineId }) => lineId))
    const left = Object.entries(newest.current).filter(([id, draft]) => !gone.has(id) || draft !== sent[id])
    keep(Object.fromEntries(left))
  }, [lines, keep, record, t, localised])
  const whole = sendable(lines, drafts).length
  useEffect(() => {
    if (whole === 0) return
    const timer = setTimeout(() => void settle(), gather)
    return () => clearTimeout(timer)
  }, [whole, settle])
  const unsent = useDeeds().filter(
    (deed) => deed.subject === subject && deed.sentAt === null && deed.path === path,
  )
  const onPhone = new Set(
    unsent.flatMap(({ input }) => (input.answers as { lineId: string }[]).map(({ lineId }) => lineId)),
  )
  const answer = (lineId: string, draft: LineDraft) => keep({ ...newest.current, [lineId]: draft })
  return { drafts, answer, waiting: onPhone.size, settle }
}
