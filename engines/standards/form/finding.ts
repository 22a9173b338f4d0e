import { type Static, Type } from 'typebox'
import { Nullable, TextPair } from '#kernel/contract/action.ts'

/** The parts of a version besides its clauses. */
export const partNames = ['SCOPE', 'REFERENCES', 'TERMS', 'POSTS'] as const
export const PartName = Type.Enum(partNames)
export type PartName = (typeof partNames)[number]

/** One thing the check of form found. An `error` stops the issue of the version; `advice` does not. */
export const FormFinding = Type.Object({
  rule: Type.String(),
  severity: Type.Enum(['error', 'advice']),
  where: Type.Object({
    /** Place of the clause in the version, from 0; null for the version as a whole. */
    clause: Nullable(Type.Integer()),
    code: Nullable(Type.String()),
    /** Place of the checklist line in its clause, from 0. */
    line: Nullable(Type.Integer()),
    part: Nullable(Type.String()),
  }),
  words: TextPair,
})
export type FormFinding = Static<typeof FormFinding>

/** What the check reads of a version: the Chinese wording, which is the binding one. */
export interface FormVersion {
  code: string
  title: string
  source: string
  parts: readonly { part: PartName; body: string }[]
  clauses: readonly FormClause[]
}
export interface FormClause {
  code: string
  title: string
  body: string
  lines: readonly FormLine[]
}
export interface FormLine {
  text: string
  mandatory: boolean
  limit?: { unit: string } | null
}

/** What only the bureau's other standards can tell. */
export interface FormContext {
  titlesElsewhere: readonly string[]
  /** Codes of the bureau's own standards that are withdrawn. */
  withdrawn: readonly string[]
}

/** A place in the version, for a finding. */
export type Place = Partial<FormFinding['where']>
