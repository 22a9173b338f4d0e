/**
 * `npm run case -- <folder>`: makes a bureau from a folder of sheets through the public API, writes its summary and
 * compares every figure with the folder's expected.json. Exit 0 only when all figures whose service line is there agree.
 */
import { resolve } from 'node:path'
import { StartProblem } from '#kernel/database/start-problem.ts'
import { openCase } from './case/open-case.ts'
import { readPack } from './case/read-pack.ts'
import { runCase } from './case/run-case.ts'

const folder = process.argv[2]
if (!folder) {
  console.error('用法 / usage: npm run case -- <文件夹 / folder>')
  process.exit(1)
}
// Leaving through exit() lets the embedded database be stopped on the way out.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130))
const say = (line: string) => console.log(line)
try {
  const pack = readPack(resolve(process.env.INIT_CWD ?? '.', folder))
  const opened = await openCase(process.env, say)
  try {
    process.exitCode = (await runCase(pack, opened.address, say)) ? 0 : 1
  } finally {
    await opened.close()
  }
} catch (error) {
  console.error(error instanceof StartProblem ? error.message : error)
  process.exitCode = 1
}
process.exit()
