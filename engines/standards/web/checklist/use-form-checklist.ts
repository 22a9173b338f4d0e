import { useState } from 'react'
import type { ChecklistAnswer, ChecklistLine } from '../../schema.ts'
import { type LineDraft, type ListedLine, sendable } from './checklist-draft.ts'

interface FormChecklist {
  listed: ListedLine[]
  list: { drafts: Readonly<Record<string, LineDraft>>; answer: (lineId: string, draft: LineDraft) => void }
  /** What was answered whole, as the action takes it. */
  answers: ChecklistAnswer[]
}

/** A checklist that goes with a form in one write: answers stay in the form until it is sent. */
export function useFormChecklist(lines: readonly ChecklistLine[]): FormChecklist {
  const [drafts, setDrafts] = useState<Readonly<Record<string, LineDraft>>>({})
  const listed = lines.map((line) => ({ line, executed: null }))
  const answer = (lineId: string, draft: LineDraft) => setDrafts((all) => ({ ...all, [lineId]: draft }))
  return { listed, list: { drafts, answer }, answers: sendable(listed, drafts) }
}
