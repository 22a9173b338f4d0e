import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { StartProblem } from '#kernel/database/start-problem.ts'

/** A folder of sheets and the figures that must come out of them. */
export interface CasePack {
  name: string
  period: { from: string; to: string }
  /** Figure → value. */
  figures: Map<string, number>
  /** Kind of sheet → its file. */
  sheets: Map<string, string>
  /** Sheets with mistakes: the lines of each that must be refused. */
  faults: { kind: string; file: string; refusedLines: number[] }[]
}

interface Expected {
  period: { from: string; to: string }
  faults?: Record<string, { refused_lines: number[] }>
  [figures: string]: unknown
}

const faultSuffix = '-with-faults'

/** Every object of numbers whose name says figures: `figures`, `fleet_figures`. */
function figuresOf(expected: Expected): Map<string, number> {
  const groups = Object.entries(expected).filter(([name]) => name.endsWith('figures'))
  const pairs = groups.flatMap(([, group]) => Object.entries(group as Record<string, unknown>))
  return new Map(pairs.filter((pair): pair is [string, number] => typeof pair[1] === 'number'))
}

/**
 * Reads a case pack.
 * @throws StartProblem when the folder is none
 */
export function readPack(folder: string): CasePack {
  const description = join(folder, 'expected.json')
  if (!existsSync(description))
    throw new StartProblem(`${folder} 里没有 expected.json`, `there is no expected.json in ${folder}`)
  const expected = JSON.parse(readFileSync(description, 'utf8')) as Expected
  const files = readdirSync(folder).filter((file) => ['.csv', '.xlsx'].includes(extname(file)))
  const kindOf = (file: string) => basename(file, extname(file))
  const good = files.filter((file) => !kindOf(file).endsWith(faultSuffix))
  return {
    name: basename(folder),
    period: expected.period,
    figures: figuresOf(expected),
    sheets: new Map(good.map((file) => [kindOf(file), join(folder, file)])),
    faults: Object.entries(expected.faults ?? {}).map(([file, { refused_lines }]) => ({
      kind: kindOf(file).slice(0, -faultSuffix.length),
      file: join(folder, file),
      refusedLines: refused_lines,
    })),
  }
}
