import type { ChecklistLine } from '#engines/standards/schema.ts'
import type { Visit } from './browser.ts'
import { touch, type } from './hand.ts'
import { photo } from './photo.ts'

/** Answers every line of a checklist on the page as good, with the photos and readings it wants. @returns how many */
export async function fillChecklist(
  worker: Visit,
  lines: readonly { line: ChecklistLine }[],
): Promise<number> {
  const { page } = worker
  for (const { line } of lines) {
    const row = page.locator(`#line-${line.id}`)
    await touch(worker, row.getByRole('button', { name: '合格', exact: true }))
    if (line.limit) {
      const reading = line.limit.min ?? line.limit.max ?? 0
      await type(worker, row.getByLabel(/^读数/), String(reading))
    }
    if (line.needsPhoto) {
      worker.counts.taps++
      await row.locator('input[type=file]').setInputFiles(photo())
      await row.getByRole('button', { name: /^移除/ }).waitFor()
    }
  }
  return lines.length
}
