/**
 * A reason why houqin cannot start that the person at the keyboard can do something about.
 * Entry points print only `message` (one line, Chinese then English) and exit with 1.
 */
export class StartProblem extends Error {
  constructor(chinese: string, english: string) {
    super(`${chinese} / ${english}`)
    this.name = 'StartProblem'
  }
}

/** The code of a system error (`ENOENT`, `EACCES` …), or '' when it is another kind of error. */
export function systemErrorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
