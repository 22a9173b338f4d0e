import type { Ctx } from '#kernel/context.ts'

/** All repairs as the sheet needs them, whoever asks: the import's own permission stands before it. */
export function selectSheetRows(ctx: Ctx) {
  return ctx.db
    .selectFrom('orders.service_order as o')
    .innerJoin('repairs.repair as r', (join) =>
      join.onRef('r.bureau_id', '=', 'o.bureau_id').onRef('r.order_id', '=', 'o.id'),
    )
    .innerJoin('directory.site as site', (join) =>
      join.onRef('site.bureau_id', '=', 'o.bureau_id').onRef('site.id', '=', 'o.site_id'),
    )
    .leftJoin('directory.room as room', (join) =>
      join.onRef('room.bureau_id', '=', 'o.bureau_id').onRef('room.id', '=', 'o.room_id'),
    )
    .innerJoin('directory.unit as client', (join) =>
      join.onRef('client.bureau_id', '=', 'o.bureau_id').onRef('client.id', '=', 'o.client_unit_id'),
    )
    .select(['o.number', 'o.place_text', 'o.created_at', 'o.finished_at', 'o.description', 'o.title'])
    .select(['o.state', 'o.overall_rating', 'r.grade'])
    .select(['site.name as site_name', 'room.name as room_name', 'client.name as client_name'])
    .where('o.restricted', '=', false)
}
