import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const rows = readFileSync(join(root, 'SECURITY.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| \d+\.\d+\.\d+ \|/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))

describe('SECURITY.md', () => {
  it('has each requirement once, with its level and an answer', () => {
    const names = rows.map((cells) => cells[1])
    expect(new Set(names).size).toBe(names.length)
    expect(new Set(names.map((name) => name!.split('.')[0])).size).toBe(17)
    for (const [, name, level, answer, how] of rows) {
      expect(level, name).toMatch(/^[12]$/)
      expect(['holds', 'partly', 'not', 'operator', 'n/a'], name).toContain(answer)
      expect(how, name).not.toBe('')
    }
  })

  it('names only proofs that exist', () => {
    const proofs = rows.flatMap((cells) => [...cells[5]!.matchAll(/`([^`]+)`/g)].map((match) => match[1]!))
    expect(proofs.length).toBeGreaterThan(70)
    expect([...new Set(proofs)].filter((file) => !existsSync(join(root, file)))).toEqual([])
  })
})
