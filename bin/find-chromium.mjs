import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { say } from './say.mjs'

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Playwright's own download, where somebody made one. */
function fromPlaywright() {
  const caches = [
    join(homedir(), '.cache', 'ms-playwright'),
    join(homedir(), 'Library', 'Caches', 'ms-playwright'),
  ]
  for (const cache of caches) {
    if (!existsSync(cache)) continue
    for (const folder of readdirSync(cache)
      .filter((name) => name.startsWith('chromium-'))
      .sort()
      .reverse()) {
      for (const inside of [
        'chrome-linux/chrome',
        'chrome-linux64/chrome',
        'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
      ]) {
        const program = join(cache, folder, inside)
        if (existsSync(program)) return program
      }
    }
  }
  return undefined
}

/** Debian's packages, when this account may install them: the browser, and Chinese letters for its pictures. */
function installDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  say('安装 Chromium 和中文字体……', 'Installing Chromium and Chinese fonts …')
  const apt = (...words) =>
    spawnSync('apt-get', words, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('update', '-qq')
  apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')
}

function present() {
  const named = process.env.CHROMIUM
  if (named) return existsSync(named) ? named : undefined
  return known.find((program) => existsSync(program)) ?? fromPlaywright()
}

function hasChineseFont() {
  const answer = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' })
  return answer.status !== 0 || answer.stdout.trim() !== ''
}

/**
 * The browser for the browser tests; installs Debian's, or Playwright's own, where that is possible.
 * @param {string} root the project folder
 * @param {string} node the Node program
 * @returns {string | undefined} undefined after saying what to do
 */
export function findChromium(root, node) {
  if (!present() || !hasChineseFont()) installDebian()
  let found = present()
  if (!found && !process.env.CHROMIUM) {
    spawnSync(node, [join(root, 'node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium'], {
      stdio: 'inherit',
    })
    found = present()
  }
  if (found) return found
  console.error(
    '✗ 找不到 Chromium：请安装（Debian：apt-get install chromium fonts-noto-cjk），或用环境变量 CHROMIUM 指明位置 / ' +
      'No Chromium: install it (Debian: apt-get install chromium fonts-noto-cjk), or name it in the variable CHROMIUM',
  )
  return undefined
}
