import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { Borrowing } from '../borrowing-schema.ts'
import type { FormVersion, PartName } from '../form/finding.ts'
import { mendWording } from '../form/mend-wording.ts'
import { templateParts } from '../form/template-parts.ts'
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

/** A source as the form holds it. One of an earlier version has its id; it can only be removed, with a reason. */
export interface SourceValues extends Partial<Omit<Borrowing, 'since' | 'removal'>> {
  kept?: boolean
  removing?: boolean
  reason?: string
}

type PartValues = Partial<Record<PartName, { body?: string; bodyEn?: string }>>

export interface Draft {
  source: string
  changeNote?: string
  parts?: PartValues
  borrowed?: SourceValues[]
  clauses: (Omit<ClauseInput, 'lines'> & { lines?: LineValues[]; borrowed?: SourceValues[] })[]
}

/** What the form begins with: `again` a draft that is there, else a new version, which says anew what changed. */
export function draftFrom(view: DocumentView, again: boolean): Draft {
  const sources = (borrowed: readonly Borrowing[]) =>
    borrowed.filter(({ removal }) => again || removal === null).map((one) => sourceFrom(one, view, again))
  return {
    source: view.version?.source ?? '',
    changeNote: again ? view.version?.changeNote : '',
    parts: Object.fromEntries(
      view.parts.map(({ part, body }) => [
        part,
        { body: body.zh, bodyEn: body.en === body.zh ? '' : body.en },
      ]),
    ),
    borrowed: sources(view.borrowed),
    clauses: view.clauses.map(({ code, title, body, lines, borrowed }) => ({
      code,
      title: title.zh,
      titleEn: title.en,
      body: body.zh,
      bodyEn: body.en,
      borrowed: sources(borrowed),
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

function sourceFrom({ since, removal, ...one }: Borrowing, view: DocumentView, again: boolean): SourceValues {
  const kept = !again || since < (view.version?.number ?? 0)
  return { ...one, kept, removing: removal !== null, reason: removal ?? '' }
}

/** The form's values as the server takes them. */
export function inputOf(draft: Draft): Wording {
  const all = [
    ...(draft.borrowed ?? []).map((source) => ({ source, clauseCode: null })),
    ...draft.clauses.flatMap(({ code, borrowed }) =>
      (borrowed ?? []).map((source) => ({ source, clauseCode: code })),
    ),
  ]
  return {
    source: draft.source,
    changeNote: draft.changeNote ?? '',
    parts: templateParts.flatMap(({ part }) => {
      const { body = '', bodyEn = '' } = draft.parts?.[part] ?? {}
      return body.trim() === '' ? [] : [{ part, body, bodyEn }]
    }),
    borrowed: all
      .filter(({ source }) => !source.kept)
      .map(({ source, clauseCode }) => ({
        clauseCode,
        title: source.title ?? '',
        number: source.number ?? '',
        article: source.article ?? '',
        organisation: source.organisation ?? '',
        borrowedOn: source.borrowedOn ?? '',
        adaptation: source.adaptation ?? '',
      })),
    removedSources: all
      .filter(({ source }) => source.kept && source.removing)
      .map(({ source }) => ({ borrowingId: source.id ?? '', reason: source.reason ?? '' })),
    clauses: draft.clauses.map(({ borrowed: _, ...clause }) => ({
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

/** What is typed so far, as the check of form reads it. */
export function formVersionOf(draft: Partial<Draft>, head: { code: string; title: string }): FormVersion {
  return {
    ...head,
    source: draft.source ?? '',
    parts: templateParts.map(({ part }) => ({ part, body: draft.parts?.[part]?.body ?? '' })),
    clauses: (draft.clauses ?? []).map((clause) => ({
      code: clause?.code ?? '',
      title: clause?.title ?? '',
      body: clause?.body ?? '',
      lines: (clause?.lines ?? []).map((line) => ({
        text: line?.text ?? '',
        mandatory: line?.mandatory ?? false,
        limit: line?.unit ? { unit: line.unit } : null,
      })),
    })),
  }
}

/** The same draft with its punctuation and its units mended. */
export function mendDraft(draft: Draft): Draft {
  const mend = (words: string | undefined) => mendWording(words ?? '')
  return {
    ...draft,
    source: mend(draft.source),
    parts: Object.fromEntries(
      Object.entries(draft.parts ?? {}).map(([part, value]) => [part, { ...value, body: mend(value?.body) }]),
    ),
    clauses: draft.clauses.map((clause) => ({
      ...clause,
      title: mend(clause.title),
      body: mend(clause.body),
      lines: clause.lines?.map((line) => ({ ...line, text: mend(line.text) })),
    })),
  }
}
