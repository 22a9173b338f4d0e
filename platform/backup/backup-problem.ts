import type { Text } from '#kernel/contract/text.ts'
import { StartProblem } from '#kernel/database/start-problem.ts'

/** A reason why a backup or a restore did not happen, in words that say what to do; one line on a terminal. */
export class BackupProblem extends StartProblem {
  readonly words: Text
  constructor(chinese: string, english: string) {
    super(chinese, english)
    this.name = 'BackupProblem'
    this.words = { zh: chinese, en: english }
  }
}
