/**
 * Writes `<release>.json.gz`: the migrations a release had, with their checksums, and every row of a small bureau in its
 * tables. Run once, on the release itself: `node test/upgrade/make-snapshot.ts 0.1.0 kernel directory …` (its modules).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { serverModules, version } from '#app/modules.ts'
import { demoPassword } from '#kernel/bureau/demo-accounts.ts'
import { buildApp } from '#kernel/server/build-app.ts'
import { openInstallation } from '#kernel/server/open-installation.ts'
import { startEmbeddedDatabase } from '#platform/embedded-database/start-embedded.ts'
import { makeWorld } from '../world.ts'
import type { Snapshot } from './snapshot.ts'

const [release, ...modules] = process.argv.slice(2)
if (!release || modules.length === 0) throw new Error('name the release and its modules')
const folder = mkdtempSync(join(tmpdir(), 'houqin-snapshot-'))
const database = await startEmbeddedDatabase({ folder, log: () => undefined, fast: true })
const installation = await openInstallation({
  url: database.url,
  modules: serverModules,
  version,
  poolSize: 2,
})
try {
  await makeWorld(installation)
  await reportOne()
  const { rows: migrations } = await installation.pool.query<Snapshot['migrations'][number]>(
    `select module, name, checksum from public.houqin_migration where module = any ($1) order by run_at, name`,
    [modules],
  )
  const schemas = [...modules, 'identity']
  const { rows: tables } = await installation.pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = any ($1)
       and format('%I.%I', schemaname, tablename) not in ('identity.session') order by 1`,
    [schemas],
  )
  const rows: Snapshot['rows'] = {}
  for (const { name } of tables) {
    const found = await installation.pool.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${name} t`,
    )
    if (found.rows.length > 0) rows[name] = found.rows.map(({ row }) => row)
  }
  const snapshot: Snapshot = { release, migrations, rows }
  const target = join(import.meta.dirname, `${release}.json.gz`)
  writeFileSync(target, gzipSync(JSON.stringify(snapshot), { level: 9 }))
} finally {
  await installation.close()
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** A repair, so that there is an order to read. */
async function reportOne(): Promise<void> {
  const app = await buildApp(installation, { logger: false, webFolder: null })
  const signedIn = await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    payload: { username: 'staff', password: demoPassword },
  })
  const [cookie] = signedIn.cookies
  const site = await installation.pool.query(
    `select s.id from directory.site s join kernel.bureau b on b.id = s.bureau_id where b.code = 'qinglan' and s.code = 'P001'`,
  )
  const reported = await app.inject({
    method: 'POST',
    url: '/api/repairs',
    cookies: { [cookie!.name]: cookie!.value },
    payload: {
      siteId: site.rows[0].id,
      kind: 'PLUMBING_ELECTRIC',
      description: '三楼走廊灯不亮',
      urgency: 'NORMAL',
    },
  })
  if (reported.statusCode !== 200) throw new Error(reported.body)
  await app.close()
}
