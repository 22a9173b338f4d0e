import type { Ctx } from '#kernel/context.ts'
import type { Text } from '#kernel/contract/text.ts'
import type { Block, FigureRun, Run, SectionRole } from './schema.ts'

/** What a report is about: from the period's first day to the cut-off, as figures are asked for. */
export interface ReportScope {
  from: string
  to: string
  /** 2014年, 2014年上半年, 2014年11月 */
  span: string
  /** The time the plan is for: 2015年 */
  next: string
}

/** Sentences for one section, in the order they are to stand. */
export interface SummaryPart {
  role: SectionRole
  blocks: Block[]
}

/** Something that fell short, and what could be done about it; a person accepts and edits it. */
export interface ShortFall {
  /** Stays the same for the same finding, so that it is offered once. */
  key: string
  metric: string
  title: Text
  because: Text
  href: string | null
  problem: Run[]
  plan: Run[]
}

/**
 * What a module gives to reports: exported by its `server/api.ts` and listed in `app/modules.ts`. Figures go in as
 * figure runs, never as digits, so that they stay live, carry their cut-off and freeze with the report.
 */
export interface Contribution {
  /** Its name as a module; the general sentences leave out the figures of modules that write their own. */
  module: string
  summary?: (ctx: Ctx, scope: ReportScope) => Promise<SummaryPart[]>
  shortFalls?: (ctx: Ctx, scope: ReportScope) => Promise<ShortFall[]>
}

/** A piece of text in a sentence. */
export function words(text: string): Run {
  return { kind: 'text', text }
}

/** A figure in a sentence; it shows its value and unit unless told otherwise. */
export function figure(
  metric: string,
  how: Omit<FigureRun, 'kind' | 'metric' | 'key' | 'shown'> = {},
): FigureRun {
  return { kind: 'figure', metric, ...how }
}

/** A paragraph of text and figures. */
export function paragraph(...runs: (Run | string)[]): Block {
  return { kind: 'paragraph', runs: runs.map((run) => (typeof run === 'string' ? words(run) : run)) }
}
