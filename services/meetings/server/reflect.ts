import { checkProposal, proposeChange } from '#engines/standards/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { meetingActions } from '../actions/meeting-actions.ts'
import { emitFor, findMeeting } from './find-meeting.ts'

type Action = (typeof meetingActions)['reflect']

/**
 * 细思: what was learnt from a meeting; a proposal names the clause it would change, and stands beside that clause for
 * whoever writes the next version. @throws Problem 404; 422 as `checkProposal`
 */
export async function reflect(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const meeting = await findMeeting(ctx, input.meetingId)
  const { clauseId, proposal } = await checkProposal(ctx, input)
  const { id } = await ctx.db
    .insertInto('meetings.reflection')
    .values({
      meeting_id: meeting.id,
      at: ctx.now,
      by_name: ctx.actor.name,
      note: input.note,
      clause_id: clauseId,
      proposal,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (proposal && clauseId)
    await proposeChange(ctx, {
      clauseId,
      words: proposal,
      subject: {
        type: 'meetings.meeting',
        id: meeting.id,
        label: meeting.number,
        href: `/meetings/${meeting.id}`,
      },
    })
  await emitFor(ctx, meeting.id, 'meetings.reflected', { after: { note: input.note, clauseId, proposal } })
  return { id }
}
