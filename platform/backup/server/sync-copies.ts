import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { systemErrorCode } from '#kernel/database/start-problem.ts'
import { writeSynced } from './copy-file.ts'
import { archiveOf, listBackups, sizeOf } from './manifest.ts'

const Verified = Type.Object({ at: Type.String(), rows: Type.Integer() })

/** Keeps beside a backup that it was restored for trial; it outlives the database. */
export async function noteVerified(folder: string, name: string, at: string, rows: number): Promise<void> {
  await writeSynced(path.join(folder, name, 'verified.json'), JSON.stringify({ at, rows }))
}

/** Brings the table of backups to what is in the folder: the disk is the truth, whatever was restored. */
export async function syncCopies(client: pg.Client, folder: string, systemId: string): Promise<void> {
  const there = (await listBackups(folder)).flatMap(({ manifest }) =>
    manifest?.systemId === systemId ? [manifest] : [],
  )
  const rows = await Promise.all(
    there.map(async (manifest) => {
      const archive = archiveOf(folder, manifest)
      const verified = await readVerified(path.join(folder, manifest.name))
      return {
        name: manifest.name,
        system_id: systemId,
        archive,
        started_at: manifest.startedAt,
        finished_at: manifest.finishedAt,
        size_bytes: sizeOf(manifest),
        continuous: existsSync(archive),
        verified_at: verified?.at ?? null,
        verified_rows: verified?.rows ?? null,
      }
    }),
  )
  await client.query('begin')
  await client.query('delete from backup.copy')
  await client.query('insert into backup.copy select * from json_populate_recordset(null::backup.copy, $1)', [
    JSON.stringify(rows),
  ])
  await client.query('commit')
}

async function readVerified(backup: string): Promise<{ at: string; rows: number } | null> {
  try {
    const read: unknown = JSON.parse(await readFile(path.join(backup, 'verified.json'), 'utf8'))
    return Value.Check(Verified, read) ? read : null
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT' || error instanceof SyntaxError) return null
    throw error
  }
}
