import { createHash } from 'node:crypto'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type FileAnswer, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import type { Publication, PublishedRow } from '../../account-schema.ts'
import type { publicationActions } from '../../actions/publication-actions.ts'
import { rentedVehicle, vehicleClasses } from '../../words.ts'
import { listSheet } from '../list-sheet.ts'
import { inOrder, orderOf } from '../order-of.ts'
import { publishedRows, publishedTotal } from './published-rows.ts'

/** The frozen rows of a list, as they were written when it was published. */
const rowsIn = ({ rows }: { rows: unknown }) => rows as PublishedRow[]

type Actions = typeof publicationActions

/** The newest first, unless another order is asked for. */
const publicationOrder = ({ sort = '-published' }: Pick<InputOf<Actions['listPublications']>, 'sort'>) =>
  orderOf(sort, { published: 'published_at', from: 'from_day' })

/** What was published; those taken down stay with their reason. */
export async function listPublications(
  ctx: Ctx,
  input: InputOf<Actions['listPublications']>,
): Promise<OutputOf<Actions['listPublications']>> {
  const query = ctx.db.selectFrom('fleet.publication').selectAll()
  const { items, next } = await keysetPage(query, input, {
    by: [publicationOrder(input)],
  })
  return { items: items.map(publicationOf), next }
}

/** The same as a sheet. */
export async function exportPublications(
  ctx: Ctx,
  { format, ...order }: InputOf<Actions['exportPublications']>,
): Promise<FileAnswer> {
  const query = ctx.db.selectFrom('fleet.publication').selectAll()
  const rows = await inOrder(query, publicationOrder(order), 'id').execute()
  return listSheet(
    ctx,
    text('用车公示', 'Published trips'),
    [
      [text('公示', 'List'), (row) => row.title],
      [text('起', 'From'), (row) => row.from, 'date'],
      [text('止', 'To'), (row) => row.to, 'date'],
      [text('出车次数', 'Trips'), (row) => row.total.trips, 'number'],
      [text('里程km', 'Km'), (row) => row.total.km, 'number'],
      [text('加油L', 'Litres'), (row) => row.total.litres, 'number'],
      [text('燃油费元', 'Fuel (yuan)'), (row) => row.total.fuelFen, 'money-fen'],
      [text('费用合计元', 'Cost (yuan)'), (row) => row.total.costFen, 'money-fen'],
      [text('发布时间', 'Published'), (row) => localMinute(row.publishedAt), 'datetime'],
      [text('发布人', 'Published by'), (row) => row.publishedBy],
      [text('撤下原因', 'Why taken down'), (row) => row.takenDown?.reason ?? null],
    ],
    rows.map(publicationOf),
    format,
  )
}

/** What would be published of these days. @throws Problem 422 for a span that runs backwards */
export async function previewPublication(
  ctx: Ctx,
  { from, to }: InputOf<Actions['previewPublication']>,
): Promise<OutputOf<Actions['previewPublication']>> {
  checkSpan(ctx, from, to)
  const rows = await publishedRows(ctx, { from, to })
  return { rows, total: publishedTotal(rows) }
}

/** Publishes these days to everybody of the bureau, as they stand. @throws Problem 422 */
export async function publish(
  ctx: Ctx,
  { title, from, to }: InputOf<Actions['publish']>,
): Promise<OutputOf<Actions['publish']>> {
  checkSpan(ctx, from, to)
  const rows = await publishedRows(ctx, { from, to })
  if (rows.length === 0)
    throw new Problem(422, 'fleet.nothing_to_publish', { params: { from, to }, path: 'from' })
  const { id } = await ctx.db
    .insertInto('fleet.publication')
    .values({
      title,
      from_day: from,
      to_day: to,
      rows: JSON.stringify(rows),
      rows_hash: hashOf(rows),
      published_at: ctx.now,
      published_by: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'fleet.published',
    subjectType: 'fleet.publication',
    subjectId: id,
    after: { title, from, to, ...publishedTotal(rows) },
  })
  return { id }
}

/** As it was published, and what was corrected since. @throws Problem 404 */
export async function readPublication(
  ctx: Ctx,
  { publicationId }: InputOf<Actions['readPublication']>,
): Promise<OutputOf<Actions['readPublication']>> {
  const row = await findPublication(ctx, publicationId)
  const rows = rowsIn(row)
  const live = await publishedRows(ctx, { from: row.from_day, to: row.to_day })
  return {
    ...publicationOf(row),
    rows,
    differences: differencesOf(rows, live),
    can: { takeDown: ctx.has('fleet.publish') && row.taken_down_at === null },
  }
}

function differencesOf(was: readonly PublishedRow[], now: readonly PublishedRow[]) {
  const before = new Map(was.map((row) => [row.tripId, row]))
  const after = new Map(now.map((row) => [row.tripId, row]))
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const [one, other] = [before.get(id) ?? null, after.get(id) ?? null]
    return one && other && hashOf([one]) === hashOf([other]) ? [] : [{ was: one, now: other }]
  })
}

/** Takes it down with a reason; it stays to be read. @throws Problem 404, 409 twice */
export async function takeDownPublication(
  ctx: Ctx,
  { publicationId, reason }: InputOf<Actions['takeDownPublication']>,
): Promise<OutputOf<Actions['takeDownPublication']>> {
  await findPublication(ctx, publicationId)
  const taken = await ctx.db
    .updateTable('fleet.publication')
    .set({ taken_down_at: ctx.now, taken_down_by: ctx.actor.name, taken_down_reason: reason })
    .where('id', '=', publicationId)
    .where('taken_down_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!taken) throw new Problem(409, 'fleet.publication_taken_down')
  await ctx.emit({
    type: 'fleet.publication_taken_down',
    subjectType: 'fleet.publication',
    subjectId: publicationId,
    reason,
  })
  return done
}

/** The published lines as a sheet. @throws Problem 404 */
export async function exportPublication(
  ctx: Ctx,
  { publicationId, format }: InputOf<Actions['exportPublication']>,
): Promise<FileAnswer> {
  const row = await findPublication(ctx, publicationId)
  const content = {
    title: row.title,
    columns: [
      { heading: '出车时间', kind: 'datetime' as const, width: 18 },
      { heading: '收车时间', kind: 'datetime' as const, width: 18 },
      { heading: '用车事由', width: 30 },
      { heading: '地点', width: 24 },
      { heading: '里程km', kind: 'number' as const },
      { heading: '加油L', kind: 'number' as const },
      { heading: '燃油费元', kind: 'money-fen' as const },
      { heading: '费用合计元', kind: 'money-fen' as const },
      { heading: '车辆类别', width: 22 },
    ],
    rows: rowsIn(row).map((one) => [
      localMinute(one.leftAt),
      one.returnedAt && localMinute(one.returnedAt),
      one.reason,
      one.place,
      one.km,
      one.litres,
      one.fuelFen,
      one.costFen,
      one.class === null ? rentedVehicle.zh : vehicleClasses[one.class].zh,
    ]),
  }
  return sheetAnswer(content, format ?? 'xlsx', row.title)
}

/** Over the keys in their order, whatever order the database keeps them in. */
function hashOf(rows: readonly PublishedRow[]): string {
  const lines = rows.map((row) => JSON.stringify(Object.entries(row).sort()))
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

function checkSpan(ctx: Ctx, from: string, to: string): void {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
  if (!(days >= 0 && days <= 366)) throw new Problem(422, 'fleet.bad_span', { path: 'to' })
  if (to > localDayOf(ctx.now)) throw new Problem(422, 'fleet.span_not_over', { path: 'to' })
}

async function findPublication(ctx: Ctx, id: string) {
  const row = await ctx.db.selectFrom('fleet.publication').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  return row
}

function publicationOf(row: Awaited<ReturnType<typeof findPublication>>): Publication {
  return {
    id: row.id,
    title: row.title,
    from: row.from_day,
    to: row.to_day,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    takenDown:
      row.taken_down_at === null
        ? null
        : { at: row.taken_down_at, by: row.taken_down_by!, reason: row.taken_down_reason! },
    total: publishedTotal(rowsIn(row)),
  }
}
