import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/** houqin runs its TypeScript natively, which needs this. */
const NEEDED_MAJOR = 24

/**
 * The Node program that houqin runs on: the one pinned in package.json, else the machine's own when it is new enough.
 * @param {string} root the project folder
 * @returns {string | undefined} undefined when there is none
 */
export function findNode(root) {
  const pinned = path.join(root, 'node_modules', '.bin', 'node')
  return [fs.existsSync(pinned) ? fs.realpathSync(pinned) : '', process.execPath, 'node'].find(isNewEnough)
}

/** @param {string} program */
function isNewEnough(program) {
  if (!program) return false
  const answer = spawnSync(program, ['--version'], { encoding: 'utf8' })
  return answer.status === 0 && Number(/^v(\d+)/.exec(answer.stdout)?.[1]) >= NEEDED_MAJOR
}

/**
 * The search path without this project's own programs: npm puts them first, but npm itself must run on the machine's
 * Node, since `npm ci` deletes ours while it runs.
 * @returns {string}
 */
export function machinePath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return folders.filter((folder) => !/node_modules[\\/]\.bin[\\/]?$/.test(folder)).join(path.delimiter)
}
