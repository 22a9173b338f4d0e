import {
  type ApprovalSubject,
  ensureRoute,
  type NewApproval,
  startApproval,
} from '#engines/approvals/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { text } from '#kernel/contract/text.ts'
import { acquisitionStates } from '../../acquisition-states.ts'
import { energies, vehicleClasses } from '../../words.ts'

export const acquisitionType = 'fleet.acquisition'

const half = 240

/** What a route may ask about a purchase, and what a decision does to it. */
export const acquisitionSubject: ApprovalSubject = {
  type: acquisitionType,
  title: text('车辆购置', 'Vehicle to buy'),
  facts: {
    unit: { title: text('申请单位', 'Unit'), kind: 'unit' },
    class: { title: text('车辆类别', 'Class'), kind: 'word', words: vehicleClasses },
    energy: { title: text('能源类型', 'Energy'), kind: 'word', words: energies },
    priceYuan: { title: text('价格', 'Price'), kind: 'number', unit: text('元', 'yuan') },
    replaces: {
      title: text('更新', 'Renewal'),
      kind: 'word',
      words: { YES: text('是', 'yes'), NO: text('否', 'no') },
    },
  },
  async decided(ctx, id, outcome, by) {
    const reason = by.reason ?? undefined
    const options = {
      set: { decided_by: by.name, decision_reason: by.reason },
      ...(reason ? { reason } : {}),
    }
    if (outcome === 'APPROVED') await ctx.move(acquisitionStates, 'approve', id, options)
    else if (outcome === 'REFUSED') await ctx.move(acquisitionStates, 'refuse', id, options)
    else if (outcome === 'RETURNED') await ctx.move(acquisitionStates, 'return', id, options)
    else await ctx.move(acquisitionStates, 'withdraw', id, options)
  },
}

/** The way a bureau begins with: the section head, then the centre's leader; people change it on the page of the routes. */
export async function ensureUsualRoute(ctx: Ctx): Promise<void> {
  await ensureRoute(ctx, {
    type: acquisitionType,
    title: '车辆购置',
    conditions: [],
    steps: [
      {
        title: '后勤中心科室负责人审批',
        mode: 'ANY',
        asks: [{ kind: 'ROLE', role: 'manager' }],
        answerMinutes: half,
        escalatesTo: [{ kind: 'ROLE', role: 'director' }],
      },
      {
        title: '中心领导审批',
        mode: 'ANY',
        asks: [{ kind: 'ROLE', role: 'director' }],
        answerMinutes: half,
        escalatesTo: [{ kind: 'ROLE', role: 'director' }],
      },
    ],
  })
}

export interface Asked {
  id: string
  number: string
  unit_id: string
  asked_by_person_id: string | null
  asked_by: string
}

export type AcquisitionFacts = Record<'unit' | 'class' | 'energy' | 'replaces', string> & {
  priceYuan: number
}

/** The question, as the approvals are asked it. */
export const approvalOf = (ctx: Ctx, asked: Asked, facts: AcquisitionFacts): NewApproval => ({
  type: acquisitionType,
  subjectId: asked.id,
  label: ctx.say(text(`车辆购置 ${asked.number}`, `Purchase ${asked.number}`)),
  href: `/fleet/acquisitions/${asked.id}`,
  unitId: asked.unit_id,
  requestedBy: { personId: asked.asked_by_person_id, name: asked.asked_by },
  facts,
})

/** Asks whom the routes name. @returns whether nobody has to be asked */
export async function beginApproval(ctx: Ctx, asked: Asked, facts: AcquisitionFacts): Promise<boolean> {
  await ensureUsualRoute(ctx)
  const { state } = await startApproval(ctx, approvalOf(ctx, asked, facts))
  return state === 'APPROVED'
}
