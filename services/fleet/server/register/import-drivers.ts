import { localDayOf } from '#engines/calendar/local-day.ts'
import { defineImport, type ImportOutcome } from '#kernel/import/import-handler.ts'
import { driverStates } from '../../states.ts'
import { driverColumns, driverSheetRow } from './driver-sheet.ts'
import { insertDriver, writeDriver } from './write-driver.ts'

/** Drivers from a sheet, by staff number; the same sheet again, and an export of what is here, change nothing. */
export const driversImport = defineImport({
  columns: driverColumns,
  async take(ctx, rows) {
    const outcome: ImportOutcome = { changed: 0, refused: [], warnings: [] }
    const drivers = await ctx.db.selectFrom('fleet.driver').selectAll().execute()
    const known = new Map(drivers.map((driver) => [driver.staff_no, driver]))
    const lineOf = new Map<string, number>()
    for (const { line, value } of rows) {
      const first = lineOf.get(value.staffNo)
      if (first !== undefined) {
        const params = { number: value.staffNo, first }
        outcome.refused.push({ line, column: '工号', code: 'fleet.import_repeated', params })
        continue
      }
      lineOf.set(value.staffNo, line)
      const before = known.get(value.staffNo)
      if (before && before.state !== value.state) {
        const state = driverStates.states[before.state as 'ACTIVE' | 'LEFT'].title.zh
        outcome.refused.push({
          line,
          column: '状态',
          code: 'fleet.import_driver_state_here',
          params: { state },
        })
        continue
      }
      const facts = { name: value.name, licence_class: value.licence, licence_until: value.licenceUntil }
      if (before) {
        if (await writeDriver(ctx, before, facts)) outcome.changed++
        continue
      }
      await insertDriver(ctx, {
        ...facts,
        staff_no: value.staffNo,
        person_id: await personOf(ctx, value.staffNo, value.name),
        phone: '',
        pool: 'CENTRE',
        state: value.state,
        left_on: value.state === 'LEFT' ? localDayOf(ctx.now) : null,
      })
      outcome.changed++
    }
    return outcome
  },
  async current(ctx) {
    const rows = await ctx.db.selectFrom('fleet.driver').selectAll().orderBy('staff_no').execute()
    return rows.map(driverSheetRow)
  },
})

/** Whoever has this staff number and this name in the directory, so that the driver can sign in and drive. */
async function personOf(
  ctx: Parameters<typeof insertDriver>[0],
  staffNo: string,
  name: string,
): Promise<string | null> {
  const person = await ctx.db
    .selectFrom('directory.person as p')
    .select('p.id')
    .where('p.staff_no', '=', staffNo)
    .where('p.name', '=', name)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('fleet.driver as d')
            .select('d.id')
            .whereRef('d.bureau_id', '=', 'p.bureau_id')
            .whereRef('d.person_id', '=', 'p.id'),
        ),
      ),
    )
    .executeTakeFirst()
  return person?.id ?? null
}
