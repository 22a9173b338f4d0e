// `npm test`: everything a change must pass, on a fresh clone too. The last line is `N passed, N failed`.
// Plain JavaScript without dependencies, because it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildWeb } from './build-web.mjs'
import { findChromium } from './find-chromium.mjs'
import { withOwnPostgres } from './own-postgres.mjs'
import { prepare } from './prepare.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const node = await prepare(root)
const results = join(root, 'test-results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const environment = {
  ...process.env,
  PATH: `${dirname(node)}${delimiter}${process.env.PATH}`,
  FORCE_COLOR: '0',
}
let passed = 0
let failed = 0
/** What failed, in words, said again at the end: a log of thousands of lines is cut short by whoever keeps it. */
const failures = []

/** @param {string} name @param {() => boolean | Promise<boolean>} work */
async function step(name, work) {
  const began = Date.now()
  console.log(`\n▶ ${name}`)
  const good = await work()
  if (good) passed++
  else failed++
  if (!good) failures.push(name)
  console.log(`${good ? '✓' : '✗'} ${name}  ${((Date.now() - began) / 1000).toFixed(1)} s`)
}

/** @param {string[]} args */
function run(args, extra = {}) {
  const done = spawnSync(node, args, { cwd: root, stdio: 'inherit', env: { ...environment, ...extra } })
  return done.status === 0
}

/** Runs a Vitest configuration and counts its tests; a run that ends without a report counts as one failure. */
function vitest(config, extra = {}, name = config, only = []) {
  const report = join(results, `${name}.json`)
  const arguments_ = ['node_modules/vitest/vitest.mjs', 'run', '--config', `${config}.config.ts`, ...only]
  const good = run(
    [...arguments_, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    extra,
  )
  if (!existsSync(report)) return false
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  passed += numPassedTests
  failed += numFailedTests
  failures.push(...testResults.flatMap((file) => saidOf(name, file)))
  return good && numPassedTests > 0
}

/** The failed tests of a file, or why it could not be read at all. @returns {string[]} */
function saidOf(run, { name, status, message, assertionResults }) {
  const where = `${run} ${name.slice(root.length)}`
  const tests = assertionResults.filter((test) => test.status === 'failed')
  if (tests.length === 0) return status === 'failed' ? [`${where}\n    ${message}`] : []
  return tests.map((test) => `${where} > ${test.fullName}\n    ${endsOf(test.failureMessages.join('\n'))}`)
}

/** A long message's beginning and end: a counterexample fills the middle, its cause stands last. @param {string} message */
function endsOf(message) {
  return message.length > 4000 ? `${message.slice(0, 2000)}\n[…]\n${message.slice(-2000)}` : message
}

await step('格式与规则 / format and lint (biome)', () =>
  run(['node_modules/@biomejs/biome/bin/biome', 'ci', '.']),
)
await step('类型 / types (tsc)', () =>
  run(['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json']),
)
await step('无用代码 / unused code (knip)', () => run(['node_modules/knip/bin/knip.js', '--no-progress']))
await step('生成文件 / generated files', () => run(['bin/generate-tables.ts', '--check']))
await step('许可证 / licences', () => run(['bin/list-licences.mjs', '--check']))
await step('单元与接口测试 / unit and HTTP tests', () => vitest('vitest'))
await withOwnPostgres((url, version) =>
  step(
    `同样的接口测试，用本机 PostgreSQL ${version} / the HTTP tests again on this machine's PostgreSQL ${version}`,
    () => vitest('vitest', { TEST_DATABASE_URL: url }, 'own-postgres', ['engines', 'services', 'test/']),
  ),
)
await step('构建网页 / build the web application', async () => {
  await buildWeb(root, node)
  return existsSync(join(root, 'dist', 'web', 'index.html'))
})
const chromium = findChromium(root, node)
if (chromium) await step('浏览器测试 / browser tests', () => vitest('browser', { CHROMIUM: chromium }))
else {
  console.log('✗ 浏览器测试 / browser tests')
  failures.push('浏览器测试 / browser tests: no Chromium')
  failed++
}

for (const failure of failures) console.log(`\n✗ ${failure}`)
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
