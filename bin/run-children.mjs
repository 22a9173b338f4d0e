import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Makes a Node program end with its launcher. */
export const FOLLOW_LAUNCHER = ['--import', fileURLToPath(new URL('./follow-launcher.mjs', import.meta.url))]

/**
 * Runs programs side by side on this terminal until the first one ends, stops the others, and exits with its code.
 * @param {{ program: string, options: string[] }[]} commands
 * @param {string} root the folder to run them in
 */
export function runChildren(commands, root) {
  let code
  const children = commands.map(({ program, options }) =>
    spawn(program, options, { cwd: root, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] }),
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the children itself; a second one would tell them to hurry.
      const fromTerminal = signal === 'SIGINT' && process.stdin.isTTY
      if (!fromTerminal) for (const child of children) child.kill(signal)
    })
  }
  stopWithNpm(() => {
    for (const child of children) child.kill('SIGTERM')
  })
  for (const child of children) {
    child.on('error', (error) => {
      console.error(`✗ ${error.message}`)
      process.exit(1)
    })
    child.on('exit', (status, signal) => {
      code ??= status ?? (signal === 'SIGINT' ? 130 : 1)
      for (const other of children) other.kill('SIGTERM')
      if (children.every(hasEnded)) process.exit(code)
    })
  }
}

/**
 * npm that was killed hard cannot pass anything on; we notice that we have another parent, and stop.
 * Only below npm: a launcher put into the background on its own is meant to outlive its shell.
 * @param {() => void} stop
 */
function stopWithNpm(stop) {
  const parent = process.ppid
  if (!process.env.npm_lifecycle_event) return
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    stop()
  }, 500)
}

/** @param {import('node:child_process').ChildProcess} child */
function hasEnded(child) {
  return child.exitCode !== null || child.signalCode !== null
}
