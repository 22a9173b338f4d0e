import { sql as kyselySql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { health } from '#platform/health/module.ts'
import { useWorld } from '#test/harness.ts'
import { backup } from '../module.ts'

const settings = {
  enabled: true,
  startAt: '03:15',
  keepDaily: 5,
  keepWeekly: 2,
  keepMonthly: 1,
  warnAfterHours: 30,
}

describe('the page of backups', () => {
  const world = useWorld()
  const admin = () => world.as('admin')
  const sql = (text: string) => world.installation.database.asOwner((db) => kyselySql.raw(text).execute(db))

  /** As a start with the embedded database leaves it. */
  const embed = () =>
    sql(`update backup.setting set embedded = true, folder = '/backup', since = '2026-01-01'`)
  const copy = (name: string, at: string) =>
    sql(
      `insert into backup.copy values ('${name}', '7', '/backup/wal/1', '${at}', '${at}'::timestamptz + interval '4 s', 1048576, true)`,
    )

  it('names the tools of a PostgreSQL of one’s own, and does nothing on it', async () => {
    const overview = await admin().call(backup.actions.readOverview, {})
    expect(overview).toMatchObject({ embedded: false, can: { manage: false }, alarms: [], copies: [] })
    expect(overview.ownTools.map(({ command }) => command).join()).toMatch(/pg_dump .*pg_basebackup /)
    for (const refused of [
      admin().call(backup.actions.startRun, { kind: 'backup' }),
      admin().call(backup.actions.changeSettings, settings),
    ])
      await expect(refused).rejects.toMatchObject({ status: 409, code: 'backup.not_embedded' })
  })

  it('sets time and retention, and says when the next is due', async () => {
    await embed()
    world.clock.set('2026-11-24T01:00:00+08:00')
    await admin().call(backup.actions.changeSettings, settings)
    const overview = await admin().call(backup.actions.readOverview, {})
    expect(overview).toMatchObject({ settings, nextAt: '2026-11-23T19:15:00.000Z', folder: '/backup' })
    const bad = admin().put('/api/backup/settings', { ...settings, startAt: '25:00' })
    expect(await bad).toMatchObject({ status: 400 })
    expect(await admin().put('/api/backup/settings', { ...settings, keepDaily: 0 })).toMatchObject({
      status: 400,
    })
  })

  it('warns of no backup, of an old one, of a failed try; the page, /readyz and /metrics agree', async () => {
    await embed()
    world.clock.set('2026-11-24T12:00:00+08:00')
    const alarms = async () => (await admin().call(backup.actions.readOverview, {})).alarms
    const metrics = async () => String((await world.nobody.get('/metrics')).body)
    expect(await alarms()).toEqual(['none-yet'])
    expect(await metrics()).not.toContain('houqin_backup_age_seconds')

    await copy('20261121-023000', '2026-11-21T02:30:00+08:00')
    expect(await alarms()).toEqual(['too-old'])
    expect(await metrics()).toMatch(/^houqin_backup_age_seconds 293396$/m)
    expect(await metrics()).toMatch(/^houqin_backup_alarms 1$/m)
    const ready = await world.nobody.get('/readyz')
    expect(ready).toMatchObject({ status: 200, body: { status: 'ready', notes: ['backup: too-old'] } })

    await copy('20261124-023000', '2026-11-24T02:30:00+08:00')
    expect(await alarms()).toEqual([])
    expect(await world.nobody.get('/readyz')).toMatchObject({ body: { status: 'ready' } })
    await sql(`insert into backup.run (kind, cause, stage, asked_by, finished_at, problem_zh, problem_en)
      values ('backup', 'schedule', 'failed', 'houqin', now(), '磁盘已满', 'disk full')`)
    expect(await alarms()).toEqual(['failed'])
    const { signs } = await admin().call(health.actions.readHealth, {})
    expect(signs.find(({ id }) => id === 'backup.standing')).toMatchObject({ state: 'bad', href: '/backup' })
    const { runs, last, ageSeconds } = await admin().call(backup.actions.readOverview, {})
    expect(runs[0]).toMatchObject({ stage: 'failed', problem: '磁盘已满' })
    expect(last).toMatchObject({ name: '20261124-023000', seconds: 4 })
    expect(ageSeconds).toBe(9.5 * 3600 - 4)
  })

  it('asks for one thing at a time, and only for a backup there is', async () => {
    await embed()
    const lost = admin().call(backup.actions.startRun, { kind: 'verify', copyName: '20261124-023000' })
    await expect(lost).rejects.toMatchObject({ status: 404, code: 'backup.no_such_copy' })
    const { id } = await admin().call(backup.actions.startRun, { kind: 'backup' })
    const twice = admin().call(backup.actions.startRun, { kind: 'backup' })
    await expect(twice).rejects.toMatchObject({ status: 409, code: 'backup.under_way' })
    const { runs } = await admin().call(backup.actions.readOverview, {})
    expect(runs).toMatchObject([{ id, stage: 'waiting', cause: 'person' }])
  })

  it('lets a subordinate bureau look, but not decide nor see where things lie', async () => {
    await embed()
    await sql(`update kernel.bureau set parent_id = '${world.bureauId}' where id = '${world.other.bureauId}'`)
    const below = world.other.as('admin')
    const overview = await below.call(backup.actions.readOverview, {})
    expect(overview).toMatchObject({ embedded: true, folder: null, can: { manage: false } })
    const refused = below.call(backup.actions.startRun, { kind: 'backup' })
    await expect(refused).rejects.toMatchObject({ status: 403, code: 'backup.not_yours' })
  })
})
