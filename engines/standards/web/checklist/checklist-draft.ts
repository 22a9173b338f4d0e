import type { ChecklistAnswer, ChecklistLine, ExecutedLine } from '#engines/standards/schema.ts'

/** What a worker tapped at a line; sent once it says all that the line asks for. */
export interface LineDraft {
  result: ChecklistAnswer['result']
  reading?: number | null
  photoId?: string | null
  remark?: string
}

export interface ListedLine {
  line: ChecklistLine
  executed: ExecutedLine | null
}

/** What a draft still lacks before it can be sent: a photo, a reading, or a reading within the limit. */
export type Lack = 'photo' | 'reading' | 'limit'

/** Names what an answer to a line still lacks; null when it can be sent. */
export function lackOf(line: ChecklistLine, draft: LineDraft): Lack | null {
  if (draft.result === 'NA') return null
  if (line.needsPhoto && !draft.photoId) return 'photo'
  if (!line.limit) return null
  const { min, max } = line.limit
  const reading = draft.reading ?? null
  if (reading === null) return 'reading'
  const beyond = (min !== null && reading < min) || (max !== null && reading > max)
  return beyond && draft.result === 'OK' ? 'limit' : null
}

/** What stands at a line now: the draft on this phone, else what the server has. */
export function standing({ line, executed }: ListedLine, drafts: Readonly<Record<string, LineDraft>>) {
  const draft = drafts[line.id]
  if (draft) return draft
  if (!executed) return null
  const { result, reading, photoId, remark } = executed
  return { result, reading, photoId, remark } satisfies LineDraft
}

/** The drafts that can be sent now, as the action takes them. */
export function sendable(
  lines: readonly ListedLine[],
  drafts: Readonly<Record<string, LineDraft>>,
): ChecklistAnswer[] {
  return lines.flatMap(({ line }) => {
    const draft = drafts[line.id]
    return draft && lackOf(line, draft) === null ? [{ lineId: line.id, ...draft }] : []
  })
}

export interface MissingLine {
  line: ChecklistLine
  lack: Lack | 'answer' | 'notOk'
}

/** The mandatory lines that are not done, each with what is missing; by them the finish is refused. */
export function missingLines(
  lines: readonly ListedLine[],
  drafts: Readonly<Record<string, LineDraft>>,
): MissingLine[] {
  return lines.flatMap<MissingLine>((listed) => {
    if (!listed.line.mandatory) return []
    const now = standing(listed, drafts)
    if (!now) return [{ line: listed.line, lack: 'answer' }]
    const lack = lackOf(listed.line, now)
    if (lack) return [{ line: listed.line, lack }]
    return now.result === 'NOT_OK' ? [{ line: listed.line, lack: 'notOk' }] : []
  })
}
