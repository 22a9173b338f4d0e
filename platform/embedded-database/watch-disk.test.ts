import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { watchDisk } from './watch-disk.ts'

describe('watching the disk', () => {
  it('tells when less is free than must be, at the first look already', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'houqin-disk-'))
    mkdirSync(join(folder, 'postgres'))
    const told: boolean[] = []
    const stopRoomy = await watchDisk(folder, 0, (full) => told.push(full))
    expect(told).toEqual([])
    const stopFull = await watchDisk(folder, 1e12, (full) => told.push(full))
    expect(told).toEqual([true])
    stopRoomy()
    stopFull()
    rmSync(folder, { recursive: true })
  })
})
