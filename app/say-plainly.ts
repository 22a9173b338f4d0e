import { StartProblem } from '#kernel/database/start-problem.ts'

/** What kept the server from starting: one line for the person at the keyboard, or the stack of a defect of ours. */
export function plainly(error: unknown): string {
  if (error instanceof StartProblem) return error.message
  const { code, message, stack } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE')
    return `端口被占用，请换一个：PORT=8081 npm start / the port is taken, choose another: ${message}`
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === '28P01' || code === '3D000')
    return `连不上数据库，请检查 DATABASE_URL / cannot reach the database, check DATABASE_URL: ${message || code}`
  return stack ?? String(error)
}
