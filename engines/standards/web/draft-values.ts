import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { standards } from '../module.ts'
import type { ClauseInput } from '../schema.ts'

type DocumentView = OutputOf<typeof standards.actions.readDocument>
type Wording = Omit<InputOf<typeof standards.actions.draftVersion>, 'documentId'>

/** A line as the form holds it: its limit as three plain fields, its English kept along. */
interface LineValues {
  text: string
  textEn?: string
  mandatory?: boolean
  needsPhoto?: boolean
  allowsNa?: boolean
  min?: number | null
  max?: number | null
  unit?: string | null
}

export interface Draft {
  source: string
  changeNote?: string
  clauses: (Omit<ClauseInput, 'lines'> & { lines?: LineValues[] })[]
}

/** What the form begins with; a new version says anew what changed. */
export function draftFrom(view: DocumentView, again: boolean): Draft {
  return {
    source: view.version?.source ?? '',
    changeNote: again ? view.version?.changeNote : '',
    clauses: view.clauses.map(({ code, title, body, lines }) => ({
      code,
      title: title.zh,
      titleEn: title.en,
      body: body.zh,
      bodyEn: body.en,
      lines: lines.map((line) => ({
        text: line.text.zh,
        textEn: line.text.en,
        mandatory: line.mandatory,
        needsPhoto: line.needsPhoto,
        allowsNa: line.allowsNa,
        min: line.limit?.min ?? null,
        max: line.limit?.max ?? null,
        unit: line.limit?.unit ?? '',
      })),
    })),
  }
}

/** The form's values as the server takes them. */
export function inputOf(draft: Draft): Wording {
  return {
    source: draft.source,
    changeNote: draft.changeNote ?? '',
    clauses: draft.clauses.map((clause) => ({
      ...clause,
      lines: (clause.lines ?? []).map((line) => ({
        text: line.text,
        textEn: line.textEn,
        mandatory: line.mandatory ?? false,
        needsPhoto: line.needsPhoto ?? false,
        allowsNa: line.allowsNa ?? false,
        limit: line.unit ? { min: line.min ?? null, max: line.max ?? null, unit: line.unit } : null,
      })),
    })),
  }
}
