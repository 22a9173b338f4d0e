import { randomBytes } from 'node:crypto'
import { kernel } from '#kernel/module.ts'
import { compareFigures } from './compare-figures.ts'
import { importAgain, importSheets } from './import-sheets.ts'
import type { CasePack } from './read-pack.ts'
import { personAt, signIn } from './sign-in.ts'
import { writeSummary } from './write-summary.ts'

/** Sets up a bureau as a newcomer does and gives its administrator and its director. */
async function setUp(address: string, name: string) {
  const password = `Hq1-${randomBytes(12).toString('base64url')}`
  await personAt(address).call(kernel.actions.setUpBureau, {
    bureauName: '机关后勤服务中心',
    bureauCode:
      name
        .toLowerCase()
        .replaceAll(/[^a-z0-9-]/g, '-')
        .replace(/^-+/, '')
        .slice(0, 40) || 'case',
    adminName: '管理员',
    username: 'case-admin',
    password,
  })
  const admin = await signIn(address, 'case-admin', password)
  await admin.call(kernel.actions.createAccount, {
    userName: 'case-director',
    name: '中心领导',
    password,
    roles: ['director'],
  })
  return { admin, director: await signIn(address, 'case-director', password) }
}

/**
 * Runs a case pack against a fresh installation and says what came out, a line per figure.
 * @returns whether at least one figure was compared and everything agreed
 */
export async function runCase(
  pack: CasePack,
  address: string,
  say: (line: string) => void,
): Promise<boolean> {
  const { admin, director } = await setUp(address, pack.name)
  say(`${pack.name}: ${pack.period.from} … ${pack.period.to}`)
  const imported = await importSheets(pack, admin, say)
  const { compared, equal } = await compareFigures(pack, director, say)
  const written = await writeSummary(pack, director, compared, say)
  const unchanged = await importAgain(pack, admin, say)
  const still = await compareFigures(pack, director, () => undefined)
  const good = imported && equal && written && unchanged && still.equal && compared.length > 0
  say(
    `${compared.length} figures compared, ${pack.figures.size - compared.length} not yet: ${good ? 'all equal' : 'NOT all equal'}`,
  )
  return good
}
