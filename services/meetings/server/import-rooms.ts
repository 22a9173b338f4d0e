import { ensureResource } from '#engines/bookings/server/api.ts'
import { findNames } from '#engines/directory/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import {
  defineImport,
  type ImportOutcome,
  type ImportRow,
  type Remark,
} from '#kernel/import/import-handler.ts'
import { layouts as layoutWords } from '../words.ts'
import {
  type LayoutCapacity,
  type RoomColumns,
  readLayouts,
  roomColumns,
  roomSheetRow,
  sayLayouts,
} from './room-sheet.ts'
import { type RoomSelection, selectRooms } from './select-rooms.ts'
import { pointToRoom, writeLayouts } from './write-room.ts'

type Row = ImportRow<RoomColumns>
interface CheckedRoom extends Row {
  siteId: string
  siteName: string
  /** Null: the sheet does not say. */
  layouts: LayoutCapacity[] | null
  known: RoomSelection | undefined
}

/** Meeting rooms from a sheet, by code; the same sheet again, and an export of what is here, change nothing. */
export const roomsImport = defineImport({
  columns: roomColumns,
  async take(ctx, rows) {
    const outcome: ImportOutcome = { changed: 0, refused: [], warnings: [] }
    const good = await checkRooms(ctx, rows, outcome.refused)
    const added: string[] = []
    for (const room of good) {
      if (room.known && isSame(room, room.known)) continue
      const id = await writeRoom(ctx, room)
      if (!room.known) added.push(id)
      outcome.changed++
    }
    await pointToRoom(ctx, added)
    return outcome
  },
  async current(ctx) {
    const rows = await selectRooms(ctx).orderBy('r.code').execute()
    return rows.map(roomSheetRow)
  },
})

async function checkRooms(ctx: Ctx, rows: readonly Row[], refused: Remark[]): Promise<CheckedRoom[]> {
  const sites = await ctx.db.selectFrom('directory.site').select(['id', 'name', 'code']).execute()
  const findSite = findNames(sites, ({ name, code }) => [code, name])
  const known = await selectRooms(ctx).execute()
  const byCode = new Map(known.map((room) => [room.code, room]))
  const codeOfName = new Map(known.map((room) => [room.name, room.code]))
  const lineOf = new Map<string, number>()
  return rows.flatMap((row) => {
    const { value, line } = row
    const fault = (column: string, code: string, params: Remark['params'] = {}) =>
      refused.push({ line, column, code: `meetings.${code}`, params })
    const before = refused.length
    const first = lineOf.get(value.code)
    if (first !== undefined) fault('会议室编号', 'import_repeated', { number: value.code, first })
    else lineOf.set(value.code, line)
    const site = findSite(value.site)
    if (site === undefined) fault('所在物业', 'import_unknown_site', { site: value.site })
    if (site === null) fault('所在物业', 'import_ambiguous_site', { site: value.site })
    const owner = codeOfName.get(value.name)
    if (owner !== undefined && owner !== value.code)
      fault('会议室', 'import_room_renamed', { name: value.name, code: owner })
    else codeOfName.set(value.name, value.code)
    const there = byCode.get(value.code)
    if (there && site && there.site_id !== site.id)
      fault('所在物业', 'import_other_site', { code: value.code, site: there.site_name })
    const layouts = value.layouts === null ? null : readLayouts(value.layouts)
    if (value.layouts !== null && layouts === null)
      fault('布局', 'import_layouts_unread', { words: value.layouts })
    const large = layouts?.find(({ capacity }) => capacity > value.capacity)
    if (large) fault('布局', 'import_layout_too_large', { layout: layoutWords[large.layout].zh })
    if (refused.length > before || !site) return []
    return [{ ...row, siteId: site.id, siteName: site.name, layouts, known: there }]
  })
}

function isSame({ value, layouts }: CheckedRoom, known: RoomSelection): boolean {
  return (
    known.name === value.name &&
    known.capacity === value.capacity &&
    (layouts === null || sayLayouts(layouts) === sayLayouts(known.layouts))
  )
}

async function writeRoom(ctx: Ctx, { value, siteId, layouts, known }: CheckedRoom): Promise<string> {
  const { code, name, capacity } = value
  const id = known ? known.id : await ensureResource(ctx, { kind: 'ROOM', code, name, siteId, capacity })
  if (known)
    await ctx.db.updateTable('bookings.resource').set({ name, capacity }).where('id', '=', id).execute()
  else await ctx.db.insertInto('meetings.room').values({ id, site_id: siteId }).execute()
  // A layout the room has become too small for goes with the sheet's new size.
  const kept = layouts ?? (known?.layouts ?? []).filter((one) => one.capacity <= capacity)
  await writeLayouts(ctx, id, kept)
  await ctx.emit({
    type: known ? 'meetings.room_changed' : 'meetings.room_created',
    subjectType: 'meetings.room',
    subjectId: id,
    after: { code, name, siteId, capacity, layouts: kept },
  })
  return id
}
