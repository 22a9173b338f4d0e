import type { Ctx } from '#kernel/context.ts'
import type { EventHandler } from '#kernel/server-module.ts'
import { tell } from '#platform/notifications/server/api.ts'
import { opinionKinds, opinionNotices } from '../../opinion-words.ts'

function opinionOf(ctx: Ctx, opinionId: string | null) {
  return ctx.db
    .selectFrom('fleet.opinion')
    .select(['id', 'number', 'kind', 'words', 'person_id', 'answer', 'changed'])
    .where('id', '=', opinionId)
    .executeTakeFirst()
}

const most = 60
const short = (words: string) => (words.length > most ? `${words.slice(0, most)}…` : words)

/** The desk hears what was said, not by whom. */
const tellGiven: EventHandler = async (ctx, event) => {
  const one = await opinionOf(ctx, event.subjectId)
  if (!one) return
  const kind = opinionKinds[one.kind as keyof typeof opinionKinds]
  await tell(ctx, opinionNotices, 'fleet.opinion_to_answer', {
    to: { roles: ['dispatcher', 'manager'] },
    by: event.actorId,
    href: `/fleet/opinions/${one.id}`,
    subjectType: 'fleet.opinion',
    subjectId: one.id,
    title: { zh: `公车${kind.zh}：${short(one.words)}`, en: `${kind.en} on vehicles: ${short(one.words)}` },
  })
}

/** Whoever spoke reads the answer, and later what came of it. */
const tellAnswered: EventHandler = async (ctx, event) => {
  const one = await opinionOf(ctx, event.subjectId)
  if (!one) return
  const adopted = event.type === 'fleet.opinion_adopted'
  const words = short((adopted ? one.changed : one.answer) ?? '')
  await tell(ctx, opinionNotices, 'fleet.opinion_answered', {
    to: { personIds: [one.person_id] },
    by: event.actorId,
    href: `/fleet/opinions/${one.id}`,
    subjectType: 'fleet.opinion',
    subjectId: one.id,
    title: adopted
      ? {
          zh: `您的意见 ${one.number} 已采纳：${words}`,
          en: `Your opinion ${one.number} was adopted: ${words}`,
        }
      : {
          zh: `您的意见 ${one.number} 有答复：${words}`,
          en: `Your opinion ${one.number} was answered: ${words}`,
        },
  })
}

/** Who is told what of opinions. */
export const tellOfOpinions: Record<string, EventHandler[]> = {
  'fleet.opinion_given': [tellGiven],
  'fleet.opinion_answered': [tellAnswered],
  'fleet.opinion_adopted': [tellAnswered],
}
