import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'

/** What a checklist was carried out on, as figures and lists show it. */
export interface ChecklistSubject {
  /** `orders.service_order` */
  type: string
  id: string
  /** What people call it: a number, a name. */
  label: string
  /** Where it opens in the web application. */
  href?: string
  unitId?: string | null
  siteId?: string | null
  /** When the work is due; figures count it for that day. Left as it is when absent. */
  dueAt?: Date
}

/**
 * The subject's checklist, opened when it is new, with the subject's facts as they are now. @returns its id
 * @throws Problem 409 `standards.checklist_voided`
 */
export async function openChecklist(ctx: Ctx, subject: ChecklistSubject): Promise<string> {
  const facts = {
    subject_label: subject.label,
    href: subject.href ?? '',
    unit_id: subject.unitId ?? null,
    site_id: subject.siteId ?? null,
    last_at: ctx.now,
    ...(subject.dueAt ? { due_at: subject.dueAt } : {}),
  }
  const { id, voided_at } = await ctx.db
    .insertInto('standards.executed_checklist')
    .values({ subject_type: subject.type, subject_id: subject.id, ...facts })
    .onConflict((conflict) =>
      conflict.columns(['bureau_id', 'subject_type', 'subject_id']).doUpdateSet(facts),
    )
    .returning(['id', 'voided_at'])
    .executeTakeFirstOrThrow()
  if (voided_at !== null) throw new Problem(409, 'standards.checklist_voided')
  return id
}
