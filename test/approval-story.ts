import { randomUUID } from 'node:crypto'
import { approvalSubjects } from '#app/modules.ts'
import type { Condition } from '#engines/approvals/choose-route.ts'
import { approvals } from '#engines/approvals/module.ts'
import type { Ask, RouteStep } from '#engines/approvals/schema.ts'
import { type ApprovalSubject, ensureRoute, startApproval } from '#engines/approvals/server/api.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { Role } from '#kernel/contract/roles.ts'
import { text } from '#kernel/contract/text.ts'
import type { BureauView } from './harness.ts'

/** What the only service of these tests was told, and which of its matters it cannot carry out. */
export const told: { subjectId: string; outcome: string; name: string; reason: string | null }[] = []
export const cannotCarryOut = new Set<string>()

/** A matter of no service: the engine knows none, so its tests bring their own. */
const subject: ApprovalSubject = {
  type: 'test.request',
  title: text('用车申请', 'Car request'),
  facts: {
    unit: { title: text('单位', 'Unit'), kind: 'unit' },
    distance: { title: text('出区距离', 'Distance'), kind: 'number', unit: text('公里', 'km') },
    class: {
      title: text('用途', 'Purpose'),
      kind: 'word',
      words: { OFFICIAL: text('公务', 'Official'), DUTY: text('值班', 'On duty') },
    },
  },
  async decided(_ctx, subjectId, outcome, by) {
    if (cannotCarryOut.has(subjectId)) throw new Problem(409, 'kernel.duplicate')
    told.push({ subjectId, outcome, ...by })
  },
}
approvalSubjects.push(subject)

export const manager: Ask = { kind: 'ROLE', role: 'manager' }
export const director: Ask = { kind: 'ROLE', role: 'director' }
const { actions } = approvals

/** What the tests of approvals do over and over. */
export function approvalStory(world: BureauView) {
  const story = {
    step: (more: Partial<RouteStep> = {}): RouteStep => ({
      title: '科室负责人审批',
      mode: 'ANY',
      asks: [manager],
      answerMinutes: 420,
      escalatesTo: [director],
      ...more,
    }),
    route: (steps: RouteStep[], conditions: Condition[] = [], title = '一般用车') =>
      world.ctx('system', (ctx) => ensureRoute(ctx, { type: subject.type, title, conditions, steps })),
    async person(staffNo: string) {
      return world.ctx('system', (ctx) =>
        ctx.db
          .selectFrom('directory.person')
          .select(['id', 'name', 'unit_id'])
          .where('staff_no', '=', staffNo)
          .executeTakeFirstOrThrow(),
      )
    },
    named: async (staffNo: string): Promise<Ask> => ({
      kind: 'PERSON',
      personId: (await story.person(staffNo)).id,
    }),
    /** 林小满 of 财政局 asks, unless somebody else is named. */
    async ask(
      facts: Record<string, string | number | null> = {},
      staffNo = 'G001',
      subjectId = randomUUID(),
    ) {
      const person = await story.person(staffNo)
      const started = await world.ctx('system', (ctx) =>
        startApproval(ctx, {
          type: subject.type,
          subjectId,
          label: '用车申请 YC-0001',
          href: `/approvals/${subjectId}`,
          unitId: person.unit_id,
          requestedBy: { personId: person.id, name: person.name },
          facts: { unit: person.unit_id, ...facts },
        }),
      )
      return { ...started, subjectId }
    },
    decide: (
      role: Role,
      approvalId: string,
      answer: 'APPROVE' | 'REFUSE' | 'RETURN' = 'APPROVE',
      reason = answer === 'APPROVE' ? '' : '材料不全',
    ) => world.as(role).call(actions.decide, { approvalId, answer, ...(reason ? { reason } : {}) }),
    inbox: async (role: Role) => (await world.as(role).call(actions.listInbox, {})).items.map(({ id }) => id),
    read: async (role: Role, approvalId: string) =>
      (await world.as(role).call(actions.readApproval, { approvalId })).approval,
    substitute: async (role: Role, byStaffNo: string, fromDay = '2026-03-02', toDay = '2026-03-06') =>
      world.as(role).call(actions.setSubstitute, {
        byPersonId: (await story.person(byStaffNo)).id,
        fromDay,
        toDay,
        reason: '出差',
      }),
  }
  return story
}
