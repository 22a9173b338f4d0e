import { StartProblem } from '#kernel/database/start-problem.ts'

/** Runs a command to its end: a reason the operator can act on is one line, and any failure exits with 1. */
export async function endWith(work: () => Promise<void>): Promise<void> {
  try {
    await work()
    process.exit(0)
  } catch (error) {
    const plain =
      error instanceof StartProblem || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
    console.error(plain ? (error as Error).message : error)
    process.exit(1)
  }
}

/** Draws how far long work is on a terminal; says nothing into a file. */
export function sayProgress(): (done: number, total: number) => void {
  let shown = -1
  return (done, total) => {
    const percent = total > 0 ? Math.floor((done / total) * 100) : 0
    if (!process.stdout.isTTY || percent === shown) return
    shown = percent
    process.stdout.write(`\r${percent}%${percent === 100 ? '\n' : ''}`)
  }
}
