import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Manifest, writeManifest } from './manifest.ts'
import { pruneBackups } from './prune-backups.ts'

const folder = fs.mkdtempSync(path.join(tmpdir(), 'houqin-prune-'))
const policy = { daily: 3, weekly: 2, monthly: 0 }
const segment = (n: number) => `0000000100000000${n.toString(16).toUpperCase().padStart(8, '0')}`

/** A backup of the n-th of November, whose log begins at piece 10 n, in the archive that began on the first of its ten days. */
async function backup(day: number, systemId: string, archive: string): Promise<void> {
  const name = `202611${String(day).padStart(2, '0')}-023000`
  const at = `2026-11-${String(day).padStart(2, '0')}T02:31:00.000000Z`
  fs.mkdirSync(path.join(folder, name, 'data'), { recursive: true })
  const manifest: Manifest = {
    ...{ format: 1, name, houqin: 'test', postgres: '18', systemId, startedAt: at, finishedAt: at },
    ...{ startSegment: segment(day * 10), stopSegment: segment(day * 10), archive, folders: [], files: [] },
  }
  await writeManifest(path.join(folder, name), manifest)
}

function archive(name: string, from: number, to: number): string {
  const own = path.join(folder, 'wal', name)
  fs.mkdirSync(own, { recursive: true })
  for (let n = from; n <= to; n++) fs.writeFileSync(path.join(own, `${segment(n)}.gz`), '')
  return `wal/${name}`
}

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

describe('the policy', () => {
  it('removes old backups and the log only they needed; another database’s, and half-removed ones, are left or never seen', async () => {
    const old = archive('old', 10, 109)
    const current = archive('current', 110, 260)
    for (let day = 1; day <= 10; day++) await backup(day, '7', old)
    for (let day = 11; day <= 24; day++) await backup(day, day === 12 ? '8' : '7', current)
    const now = new Date('2026-11-24T12:00:00+08:00')
    const removed = await pruneBackups(folder, '7', path.join(folder, current), policy, now)
    const left = fs.readdirSync(folder).filter((name) => name.startsWith('2026'))
    // Three days, the newest of the week before (Sunday the 22nd is one of the three), and what is not ours.
    expect(left).toEqual(['20261112-023000', '20261122-023000', '20261123-023000', '20261124-023000'])
    expect(removed).toHaveLength(20)
    expect(fs.existsSync(path.join(folder, old))).toBe(false)
    const pieces = fs.readdirSync(path.join(folder, current)).sort()
    expect([pieces[0], pieces.at(-1)]).toEqual([`${segment(220)}.gz`, `${segment(260)}.gz`])
    expect(fs.readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
    expect(await pruneBackups(folder, '7', path.join(folder, current), policy, now)).toEqual([])
  })
})
