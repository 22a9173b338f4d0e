// `npm run audit:dependencies`: what is known against the packages that run in production. Ends with 1 for a high or
// critical finding; a network that does not answer is said, and fails nothing.
import { spawnSync } from 'node:child_process'

const severities = ['critical', 'high', 'moderate', 'low', 'info']
const done = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
})

/** @returns {Record<string, { name: string, severity: string, range: string, fixAvailable: unknown }> | null} */
function findings() {
  try {
    return JSON.parse(done.stdout).vulnerabilities ?? null
  } catch {
    return null // no JSON at all: npm could not even begin
  }
}

const found = findings()
if (!found) {
  console.log('没有得到漏洞库的回答，未作检查 / the advisory service did not answer; nothing was checked')
  console.log((done.stderr || String(done.error ?? '')).trim().split('\n').slice(0, 3).join('\n'))
  process.exit(0)
}
const all = Object.values(found)
for (const severity of severities) {
  const some = all.filter((one) => one.severity === severity)
  console.log(`${severity}: ${some.length}`)
  for (const { name, range, fixAvailable } of some)
    console.log(`  ${name} ${range}${fixAvailable ? '  有修复版本 / a fix is available' : ''}`)
}
process.exit(all.some(({ severity }) => severity === 'critical' || severity === 'high') ? 1 : 0)
