import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { prepareFolder } from './chaos/prepare-database.ts'
import { runRounds } from './chaos/run-rounds.ts'

describe('the server under faults', () => {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-chaos-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('keeps every acknowledged write, once, through five faults under load', async () => {
    await prepareFolder(folder)
    const said: string[] = []
    const result = await runRounds({
      folder,
      rounds: 5,
      seed: 15,
      writers: 3,
      faultNames: [
        'kill -9 one session',
        'kill -9 server and database',
        'cut connections',
        'restart database',
        'end all sessions',
      ],
      say: (line) => said.push(line),
    })
    expect(result.violations).toEqual([])
    expect(Object.values(result.byFault)).toEqual([1, 1, 1, 1, 1])
    // A run without load would prove nothing.
    expect(result.acknowledged, said.join('\n')).toBeGreaterThan(20)
    expect(result.events).toBeGreaterThanOrEqual(result.acknowledged)
  })
})
