import { spawn } from 'node:child_process'

const HURRY_AFTER_MS = 1_000

/**
 * Runs one program on this terminal and waits for it. A signal that ends the launcher ends the program first, so that
 * nothing goes on writing into the folder behind the back of the next start.
 * @param {string} program
 * @param {string[]} options
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} where
 * @returns {Promise<number>} its exit code; 127 when the program was not found
 */
export function runStep(program, options, where) {
  return new Promise((resolve) => {
    const child = spawn(program, options, { ...where, stdio: 'inherit' })
    let stopped = 0
    const stop = (/** @type {NodeJS.Signals} */ signal, /** @type {number} */ number) => {
      stopped = 128 + number
      child.kill(signal)
      setTimeout(() => child.kill('SIGKILL'), HURRY_AFTER_MS).unref() // npm takes its time
    }
    process.on('SIGINT', stop).on('SIGTERM', stop)
    child.on('error', () => resolve(127))
    child.on('close', (code) => {
      process.off('SIGINT', stop).off('SIGTERM', stop)
      if (stopped) process.exit(stopped)
      resolve(code ?? 1)
    })
  })
}
