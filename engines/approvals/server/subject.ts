import type { Ctx } from '#kernel/context.ts'
import type { Text } from '#kernel/contract/text.ts'

/** What a route may ask about a matter. */
export interface FactKind {
  title: Text
  /** `unit`: a unit's id; a condition holds for everything below it too. */
  kind: 'unit' | 'number' | 'word'
  /** What numbers are counted in: 公里, 元. */
  unit?: Text
  /** The values of a `word`. */
  words?: Record<string, Text>
  /** The value that goes without saying. */
  unsaid?: string
}

/** How it ended, or came back. */
export type Outcome = 'APPROVED' | 'REFUSED' | 'RETURNED' | 'WITHDRAWN'

/** Something of a service that is approved; a service gives its list in app/modules.ts. */
export interface ApprovalSubject {
  /** `fleet.request` */
  type: string
  title: Text
  facts: Record<string, FactKind>
  /**
   * Carried out in the same transaction as a decision, or as a withdrawal on the page of the approvals. Not called for
   * what the service itself asks (`startApproval` answering APPROVED, `withdrawApproval`): it knows.
   */
  decided(
    ctx: Ctx,
    subjectId: string,
    outcome: Outcome,
    by: { name: string; reason: string | null },
  ): Promise<void>
}
