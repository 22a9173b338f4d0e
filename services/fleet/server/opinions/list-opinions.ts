import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import type { opinionActions } from '../../actions/opinion-actions.ts'
import { opinionStates } from '../../opinion-states.ts'
import { opinionEvents, opinionKinds, opinionTopics } from '../../opinion-words.ts'
import {
  filterOpinions,
  findOpinion,
  isMine,
  type OpinionSelection,
  opinionRowOf,
  orderOf,
} from './select-opinions.ts'

type Actions = typeof opinionActions
type Detail = OutputOf<Actions['readOpinion']>

export async function listOpinions(
  ctx: Ctx,
  input: InputOf<Actions['listOpinions']>,
): Promise<OutputOf<Actions['listOpinions']>> {
  const { items, next } = await keysetPage(filterOpinions(ctx, input), input, {
    by: [orderOf(input)],
    idRef: 'o.id',
  })
  return { items: items.map((row) => opinionRowOf(ctx, row)), next }
}

/** One with its answer, what changed and how it went. @throws Problem 404 */
export async function readOpinion(
  ctx: Ctx,
  { opinionId }: InputOf<Actions['readOpinion']>,
): Promise<OutputOf<Actions['readOpinion']>> {
  const row = await findOpinion(ctx, opinionId)
  return {
    ...opinionRowOf(ctx, row),
    proposal: await proposalOf(ctx, row.proposal_id),
    history: await historyOf(ctx, row),
  }
}

async function proposalOf(ctx: Ctx, proposalId: string | null): Promise<Detail['proposal']> {
  if (!proposalId) return null
  const { rows } = await sql<NonNullable<Detail['proposal']>>`
    select c.document_id as "documentId", c.code as "clauseCode", p.words, p.state from standards.proposal p
    join standards.clause c on c.bureau_id = p.bureau_id and c.id = p.clause_id
    where p.bureau_id = kernel.bureau() and p.id = ${proposalId}`.execute(ctx.db)
  return rows[0] ?? null
}

/** Oldest first. What an unnamed rider did carries no name, but to the rider. */
async function historyOf(ctx: Ctx, row: OpinionSelection): Promise<Detail['history']> {
  const titles: Readonly<Record<string, Text>> = opinionEvents
  const riders = ['fleet.opinion_given', 'fleet.opinion_withdrawn']
  const hidden = row.anonymous && !isMine(ctx, row)
  const events = await ctx.db
    .selectFrom('kernel.event')
    .select(['id', 'at', 'type', 'actor_name'])
    .where('subject_id', '=', row.id)
    .where('type', 'in', Object.keys(titles))
    .orderBy('at')
    .orderBy('id')
    .execute()
  return events.map(({ id, at, type, actor_name }) => ({
    id,
    at,
    title: titles[type]!,
    actorName: hidden && riders.includes(type) ? null : actor_name,
  }))
}

const mostExported = 20_000
const headings = [
  text('编号', 'Number'),
  text('类型', 'Kind'),
  text('方面', 'About'),
  text('内容', 'Words'),
  text('提出人', 'From'),
  text('单位', 'Unit'),
  text('用车申请', 'Ride'),
  text('提出时间', 'Given'),
  text('答复期限', 'Answer by'),
  text('状态', 'State'),
  text('答复', 'Answer'),
  text('答复人', 'Answered by'),
  text('答复时间', 'Answered'),
  text('改了什么', 'What was changed'),
  text('采纳时间', 'Adopted'),
]

/** The same opinions as a sheet. */
export async function exportOpinions(
  ctx: Ctx,
  input: InputOf<Actions['exportOpinions']>,
): Promise<FileAnswer> {
  const { ref, direction } = orderOf(input)
  const rows = await filterOpinions(ctx, input)
    .orderBy(ref, direction)
    .orderBy('o.id', direction)
    .limit(mostExported)
    .execute()
  const title = ctx.say(text('公车意见和建议', 'Opinions on official vehicles'))
  const moment = (at: string | null) => at && localMinute(at)
  return sheetAnswer(
    {
      title,
      columns: headings.map((heading) => ({ heading: ctx.say(heading) })),
      rows: rows.map((row) => [
        row.number,
        ctx.say(opinionKinds[row.kind as keyof typeof opinionKinds]),
        ctx.say(opinionTopics[row.topic as keyof typeof opinionTopics]),
        row.words,
        row.by_name ?? ctx.say(text('匿名', 'Without a name')),
        row.unit_name,
        row.request_number,
        moment(row.said_at),
        moment(row.answer_by),
        ctx.say(opinionStates.states[row.state as keyof typeof opinionStates.states].title),
        row.answer,
        row.answered_by,
        moment(row.answered_at),
        row.changed,
        moment(row.adopted_at),
      ]),
    },
    input.format ?? 'xlsx',
    title,
  )
}
