import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf } from '#kernel/contract/action.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import type { Borrowing } from '../borrowing-schema.ts'
import type { standards } from '../module.ts'
import { clausesInForce } from './queries.ts'

type Actions = typeof standards.actions

/** A source in one line: organisation, title, number, article. */
export function sourceWords({ title, number, article, organisation }: Borrowing): string {
  return [organisation, `《${title}》`, number, article].filter((part) => part !== '').join(' ')
}

/** The sources a clause keeps. */
const sourcesOf = ({ borrowed }: { borrowed: readonly Borrowing[] }) =>
  borrowed
    .filter(({ removal }) => removal === null)
    .map((one) => `${sourceWords(one)}（${one.adaptation}）`)
    .join('；')

/** Every clause in force with its lines, and where it was borrowed. */
export async function exportDocuments(
  ctx: Ctx,
  input: InputOf<Actions['exportDocuments']>,
): Promise<FileAnswer> {
  const items = await clausesInForce(ctx, input)
  const headings = [
    '条款编号',
    '条款',
    '要求',
    '检查项',
    '必做',
    '需拍照',
    '可不适用',
    '下限',
    '上限',
    '单位',
    '借鉴来源',
  ]
  const yes = (flag: boolean) => (flag ? '是' : '否')
  return sheetAnswer(
    {
      title: '条款与检查项',
      columns: headings.map((heading) => ({ heading })),
      rows: items.flatMap((clause) =>
        clause.lines.map((line) => [
          clause.code,
          ctx.say(clause.title),
          ctx.say(clause.body),
          ctx.say(line.text),
          yes(line.mandatory),
          yes(line.needsPhoto),
          yes(line.allowsNa),
          line.limit?.min,
          line.limit?.max,
          line.limit?.unit,
          sourcesOf(clause),
        ]),
      ),
    },
    input.format ?? 'xlsx',
    '条款与检查项',
  )
}

export async function exportClauses(ctx: Ctx, input: InputOf<Actions['exportClauses']>): Promise<FileAnswer> {
  const items = await clausesInForce(ctx, input)
  return sheetAnswer(
    {
      title: '条款执行率',
      columns: [
        { heading: '条款编号' },
        { heading: '条款', width: 30 },
        { heading: '执行项数', kind: 'number' },
        { heading: '合格项数', kind: 'number' },
        { heading: '执行率（%）', kind: 'number' },
        { heading: '用于', width: 40 },
        { heading: '借鉴来源', width: 40 },
      ],
      rows: items.map((clause) => [
        clause.code,
        ctx.say(clause.title),
        clause.conformity.base,
        clause.conformity.ok,
        clause.conformity.rate,
        clause.uses.map(({ label }) => ctx.say(label)).join('、'),
        sourcesOf(clause),
      ]),
    },
    input.format ?? 'xlsx',
    '条款执行率',
  )
}
