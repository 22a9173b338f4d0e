import { sheetColumns } from '#kernel/sheets/columns.ts'
import type { Ctx } from '../context.ts'
import type { FileAnswer, InputOf, OutputOf } from '../contract/action.ts'
import { Problem, type ProblemTexts } from '../contract/problem.ts'
import type { Text } from '../contract/text.ts'
import type { kernel } from '../module.ts'
import type { ServerModule } from '../server-module.ts'
import type { ImportHandler } from './import-handler.ts'
import { importRunActions } from './import-runs.ts'
import { runImport } from './run-import.ts'
import { sheetAnswer } from './sheet-answer.ts'
import { startImport } from './start-import.ts'

type Actions = typeof kernel.actions

interface KnownImport {
  kind: string
  title: Text
  permission: string
  handler: ImportHandler
}

function importsOf(modules: readonly ServerModule[]): KnownImport[] {
  return modules.flatMap(({ module, imports }) =>
    Object.entries(module.imports ?? {}).map(([kind, { title, permission }]) => ({
      kind,
      title,
      permission,
      handler: imports[kind]!,
    })),
  )
}

/** The import actions over every kind of sheet that the modules take. */
export function importActions(modules: readonly ServerModule[], texts: () => ProblemTexts) {
  const known = importsOf(modules)
  function find(ctx: Ctx, kind: string): KnownImport {
    const found = known.find((one) => one.kind === kind)
    if (!found) throw new Problem(404, 'kernel.unknown_import', { params: { kind } })
    ctx.require(found.permission)
    return found
  }
  return {
    async listImports(ctx: Ctx): Promise<OutputOf<Actions['listImports']>> {
      const open = known.filter(({ permission }) => ctx.has(permission))
      return {
        items: open.map(({ kind, title, handler }) => ({
          kind,
          title,
          headings: Object.values(handler.columns).map(({ headings, required }) => ({
            heading: headings[0],
            required: required ?? false,
          })),
        })),
      }
    },
    importSheet(ctx: Ctx, input: InputOf<Actions['importSheet']>): Promise<OutputOf<Actions['importSheet']>> {
      const { handler, kind } = find(ctx, input.kind)
      return runImport(ctx, {
        kind,
        handler,
        mode: input.mode,
        partial: input.partial ?? false,
        texts: texts(),
      })
    },
    startImport(ctx: Ctx, input: InputOf<Actions['startImport']>): Promise<OutputOf<Actions['startImport']>> {
      const { kind } = find(ctx, input.kind)
      return startImport(ctx, { kind, mode: input.mode, partial: input.partial ?? false })
    },
    ...importRunActions(texts),
    async importTemplate(ctx: Ctx, input: InputOf<Actions['importTemplate']>): Promise<FileAnswer> {
      const { handler, title } = find(ctx, input.kind)
      const content = { title: ctx.say(title), columns: sheetColumns(handler.columns), rows: [] }
      return sheetAnswer(content, input.format ?? 'xlsx', `${content.title}（空表）`)
    },
    async exportSheet(ctx: Ctx, input: InputOf<Actions['exportSheet']>): Promise<FileAnswer> {
      const { handler, title } = find(ctx, input.kind)
      const keys = Object.keys(handler.columns)
      const current = await handler.current(ctx)
      const rows = current.map((row) => keys.map((key) => row[key] ?? null))
      const content = { title: ctx.say(title), columns: sheetColumns(handler.columns), rows }
      return sheetAnswer(content, input.format ?? 'xlsx', content.title)
    },
  }
}
