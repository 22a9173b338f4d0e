import { BackupProblem } from '../backup-problem.ts'

/**
 * A moment as people write it: `2026-11-24 10:00`, with seconds if wanted, in China's time unless it ends with a zone.
 * @throws BackupProblem when it is none
 */
export function parseMoment(written: string): Date {
  const shape = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)\s*(Z|[+-]\d{2}:?\d{2})?$/
  const [, day, clock, zone] = shape.exec(written.trim()) ?? []
  const moment = new Date(`${day}T${clock}${zone?.replace(/(\d{2})(\d{2})$/, '$1:$2') ?? '+08:00'}`)
  // 2026-02-30 would quietly become the second of March.
  const midnight = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(moment.getTime()) || !midnight.toISOString().startsWith(day!))
    throw new BackupProblem(
      `不是时刻：${written}。写法如 '2026-11-24 10:00'（北京时间）。`,
      `${written} is not a moment; write for instance '2026-11-24 10:00' (China's time).`,
    )
  return moment
}
