/**
 * `npm run houqin -- <command>`: what an operator does beside the web application.
 *   bureau create --name 名称 --code code --username admin-name --admin 姓名 [--password …] [--parent code]
 *   bureau list
 */
import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createBureau } from '#kernel/bureau/create-bureau.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { StartProblem } from '#kernel/database/start-problem.ts'
import { fillText, sayText } from '#kernel/i18n/say-text.ts'
import { kernelProblems } from '#kernel/problems.ts'
import { openInstallation } from '#kernel/server/open-installation.ts'
import { serverModules, version } from './modules.ts'
import { openDatabase } from './open-database.ts'

const usage = `用法 / usage:
  npm run houqin -- bureau create --name 名称 --code code --username admin-name --admin 姓名 [--password …] [--parent code]
  npm run houqin -- bureau list`

type Opened = Awaited<ReturnType<typeof openInstallation>>

async function createOne(installation: Opened, words: string[]): Promise<void> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args: words,
    options: { name: text, code: text, username: text, admin: text, password: text, parent: text },
  })
  const { name, code, username, admin, parent } = values
  if (!name || !code || !username || !admin)
    throw new StartProblem(usage, 'name, code, username and admin are needed')
  const password = values.password ?? `Hq1-${randomBytes(9).toString('base64url')}`
  await installation.database.asOwner(async (db) => {
    const above = parent
      ? await db.selectFrom('kernel.bureau').select('id').where('code', '=', parent).executeTakeFirst()
      : undefined
    if (parent && !above)
      throw new StartProblem(`没有代码为 ${parent} 的机关`, `there is no bureau ${parent}`)
    await createBureau(db, {
      name,
      code,
      demo: false,
      ...(above ? { parentId: above.id } : {}),
      admin: { userName: username, name: admin, password },
    })
  })
  console.log(`已建立 / created: ${name} (${code})`)
  console.log(`管理员 / administrator: ${username}`)
  if (!values.password)
    console.log(`初始密码，请登录后修改 / first password, change it after signing in: ${password}`)
}

async function listAll(installation: Opened): Promise<void> {
  const rows = await installation.database.asOwner((db) =>
    db.selectFrom('kernel.bureau').select(['code', 'name', 'demo']).orderBy('code').execute(),
  )
  for (const { code, name, demo } of rows) console.log(`${code}\t${name}${demo ? '\t演示 / demo' : ''}`)
}

const commands = new Map([
  ['bureau create', createOne],
  ['bureau list', listAll],
])
const [noun, verb, ...rest] = process.argv.slice(2)
const command = commands.get(`${noun} ${verb}`)
if (!command) {
  console.error(usage)
  process.exit(1)
}
try {
  const database = await openDatabase(process.env, resolve(import.meta.dirname, '..'), () => undefined, true)
  const installation = await openInstallation({
    url: database.url,
    modules: serverModules,
    version,
    poolSize: 2,
  })
  try {
    await command(installation, rest)
  } finally {
    await installation.close()
    await database.stop()
  }
} catch (error) {
  const words = error instanceof Problem ? kernelProblems[error.code] : undefined
  if (error instanceof Problem && words) console.error(fillText(sayText(words, 'zh-CN'), error.params))
  else if ((error as { code?: string }).code === '23505')
    console.error('这个代码已被使用 / this code is taken')
  else if ((error as { code?: string }).code === '23514')
    console.error('名称或代码不合规则 / name or code breaks a rule')
  else console.error(error instanceof StartProblem || error instanceof TypeError ? error.message : error)
  process.exit(1)
}
