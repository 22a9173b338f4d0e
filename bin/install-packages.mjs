import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { machinePath } from './find-node.mjs'
import { runStep } from './run-step.mjs'
import { giveUp, say } from './say.mjs'

/**
 * Installs the packages of package-lock.json unless that was done before. The stamp in node_modules holds the lock's
 * hash; it is written last, so an interrupted installation is done again.
 * @param {string} root the project folder
 */
export async function installPackages(root) {
  const lockFile = path.join(root, 'package-lock.json')
  const stamp = path.join(root, 'node_modules', '.houqin-lock')
  const hash = createHash('sha256').update(fs.readFileSync(lockFile)).digest('hex')
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash) return
  if (!isInstalled(root)) {
    say('安装依赖（首次约需一分钟）……', 'Installing packages (about a minute the first time) …')
    await runNpm(root)
  }
  writeStamp(stamp, hash)
}

/** @param {string} root */
async function runNpm(root) {
  const options = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const code = await runStep('npm', options, { cwd: root, env: { ...process.env, PATH: machinePath() } })
  if (code === 127) {
    giveUp(
      '找不到 npm：请安装 Node.js 20 以上（自带 npm）后重试。',
      'npm was not found: install Node.js 20 or newer, which brings it, and try again.',
    )
  }
  if (code !== 0) {
    giveUp(
      '依赖安装失败（原因见上）：请检查网络、npm 源和本文件夹的写入权限，然后重新运行 npm start。',
      'The packages could not be installed (see above): check the network, the npm registry and that this folder can be written, then run npm start again.',
    )
  }
}

/**
 * True when node_modules holds what the lock asks for, for instance after `npm install` by hand. npm writes
 * node_modules/.package-lock.json at the very end, so it also tells a finished installation from a broken one.
 * @param {string} root
 */
function isInstalled(root) {
  const installedFile = path.join(root, 'node_modules', '.package-lock.json')
  if (!fs.existsSync(installedFile)) return false
  const wanted = readPackages(path.join(root, 'package-lock.json'))
  const installed = readPackages(installedFile)
  return Object.entries(wanted).every(([place, one]) => {
    if (place === '' || !isForThisMachine(one)) return true
    const found = installed[place]
    return found ? found.version === one.version && found.integrity === one.integrity : Boolean(one.optional)
  })
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean, os?: unknown, cpu?: unknown }>}
 */
function readPackages(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8')).packages
}

/** @param {{ os?: unknown, cpu?: unknown }} one */
function isForThisMachine(one) {
  const fits = (/** @type {unknown} */ list, /** @type {string} */ own) =>
    !list || [list].flat().includes(own)
  return fits(one.os, process.platform) && fits(one.cpu, process.arch)
}

/**
 * @param {string} stamp
 * @param {string} hash
 */
function writeStamp(stamp, hash) {
  try {
    fs.writeFileSync(stamp, hash)
  } catch (error) {
    // Installed by somebody else in a folder that we only read: the check above is then made at every start.
    if (!['EACCES', 'EROFS'].includes(error.code)) throw error
  }
}
