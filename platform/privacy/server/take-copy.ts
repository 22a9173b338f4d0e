import { strToU8, zipSync } from 'fflate'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer } from '#kernel/contract/action.ts'
import type { PersonalHook, PersonalSection } from '#kernel/personal/personal-hook.ts'
import { writeXlsx } from '#kernel/sheets/write-sheet.ts'

/** Everything held about the person who asks: data.json for programs, one Excel sheet a part for people. */
export async function takeCopy(ctx: Ctx, hooks: readonly PersonalHook[]): Promise<FileAnswer> {
  const { personId, userId, name } = ctx.actor
  const sections: PersonalSection[] = []
  for (const hook of hooks) sections.push(...(await hook.collect(ctx, { personId, userId })))
  const said = {
    name,
    takenAt: ctx.now.toISOString(),
    parts: sections.map(({ title, rows }) => ({ title, rows })),
  }
  const files: Record<string, Uint8Array> = { 'data.json': strToU8(JSON.stringify(said, null, 2)) }
  for (const [index, { title, rows }] of sections.entries()) {
    if (rows.length === 0) continue
    const columns = Object.keys(rows[0]!)
    const sheet = await writeXlsx({
      title: ctx.say(title),
      columns: columns.map((heading) => ({ heading })),
      rows: rows.map((row) => columns.map((column) => cellOf(row[column]))),
    })
    files[`${String(index + 1).padStart(2, '0')}-${ctx.say(title).replaceAll('/', '-')}.xlsx`] = sheet
  }
  return {
    bytes: zipSync(files),
    mediaType: 'application/zip',
    fileName: `${ctx.locale === 'en' ? 'Personal data' : '个人信息'} ${name}.zip`,
    rows: sections.reduce((sum, { rows }) => sum + rows.length, 0),
  }
}

function cellOf(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value
  return JSON.stringify(value)
}
