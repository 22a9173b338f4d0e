/**
 * `npm run requirements`: the whole register, and which ids a passing test proves by naming them, `[DESK-04]`, in its
 * title. Reads docs/requirements.tsv and the reports of the last `npm test` in test-results/.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'

interface TestReport {
  testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[]
}

const reports = existsSync('test-results')
  ? readdirSync('test-results').filter((name) => name.endsWith('.json'))
  : []
const proofs = new Map<string, { passed: number; failed: number }>()
for (const report of reports) {
  const { testResults } = JSON.parse(readFileSync(`test-results/${report}`, 'utf8')) as TestReport
  for (const { assertionResults } of testResults) {
    for (const { fullName, status } of assertionResults) {
      for (const [, id] of fullName.matchAll(/\[([A-Z]+-\d{2})\]/g)) {
        const proof = proofs.get(id!) ?? { passed: 0, failed: 0 }
        if (status === 'passed') proof.passed++
        else if (status === 'failed') proof.failed++
        proofs.set(id!, proof)
      }
    }
  }
}

const register = readFileSync('docs/requirements.tsv', 'utf8').trimEnd().split('\n').slice(1)
let proven = 0
for (const line of register) {
  const [id, , title] = line.split('\t') as [string, string, string]
  const proof = proofs.get(id)
  const good = proof !== undefined && proof.passed > 0 && proof.failed === 0
  if (good) proven++
  console.log(
    `${good ? '✓' : proof ? '✗' : '·'} ${id.padEnd(9)} ${String(proof?.passed ?? '').padStart(3)}  ${title}`,
  )
}
const known = new Set(register.map((line) => line.split('\t')[0]))
const unknown = [...proofs.keys()].filter((id) => !known.has(id))
if (reports.length === 0) console.log('\nno test report: run npm test first')
if (unknown.length > 0) console.log(`\nnamed by tests but not in the register: ${unknown.join(' ')}`)
console.log(`\n${proven} of ${register.length} requirements are proven by a passing test`)
process.exit(unknown.length > 0 ? 1 : 0)
