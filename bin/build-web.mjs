import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { runStep } from './run-step.mjs'
import { giveUp, say } from './say.mjs'

/** What the web application may be made of; folders that only the server reads are left out below. */
const SOURCES = [
  'app',
  'kernel',
  'platform',
  'engines',
  'services',
  'ui',
  'generated',
  'public',
  'index.html',
]
const SETTINGS = [
  'vite.config.ts',
  'bin/lean-descriptors.ts',
  'bin/precache-list.ts',
  'tsconfig.json',
  'package-lock.json',
]
const SERVER_ONLY = /(^|\/)(server|migrations|database)(\/|$)|\.test\.[a-z]+$|\.(sql|md)$/

/**
 * Builds the web application into dist/ unless its sources are the ones it was built from before. The stamp is written
 * last (and Vite empties dist/ first), so an interrupted build is done again.
 * @param {string} root the project folder
 * @param {string} node the Node program to build with
 */
export async function buildWeb(root, node) {
  const stamp = path.join(root, 'dist', '.sources')
  const hash = hashSources(root)
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash) return
  say('构建网页……', 'Building the web application …')
  fs.rmSync(stamp, { force: true })
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const code = await runStep(node, [vite, 'build', '--logLevel', 'error'], { cwd: root })
  if (code !== 0) {
    giveUp(
      '网页构建失败（原因见上）：请检查是否改动过源代码、磁盘是否已满。',
      'The web application could not be built (see above): check whether its sources were changed and whether the disk is full.',
    )
  }
  fs.mkdirSync(path.dirname(stamp), { recursive: true })
  fs.writeFileSync(stamp, hash)
}

/** @param {string} root */
function hashSources(root) {
  const hash = createHash('sha256')
  for (const name of [...SOURCES, ...SETTINGS]) {
    for (const file of filesBelow(root, name)) {
      hash
        .update(file)
        .update('\0')
        .update(fs.readFileSync(path.join(root, file)))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @param {string} name path from the root, with `/`
 * @returns {string[]} the files at or below it, in a fixed order
 */
function filesBelow(root, name) {
  const found = fs.statSync(path.join(root, name), { throwIfNoEntry: false })
  if (!found || SERVER_ONLY.test(name)) return []
  if (!found.isDirectory()) return [name]
  return fs
    .readdirSync(path.join(root, name))
    .sort()
    .flatMap((entry) => filesBelow(root, `${name}/${entry}`))
}
