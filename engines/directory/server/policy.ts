import type { Ctx } from '#kernel/context.ts'

/** What this reader may do with a unit, site or room: those that are closed stay as they are. */
export function keepCan(ctx: Ctx, row: { closed_on: string | null }): { change: boolean; close: boolean } {
  const open = ctx.has('directory.write') && row.closed_on === null
  return { change: open, close: open }
}

export function personCan(ctx: Ctx, row: { left_on: string | null }) {
  const open = ctx.has('directory.write') && row.left_on === null
  return { change: open, transfer: open, leave: open }
}

/** Phone numbers are for those who run the centre; a worker has the one of the order in hand, everybody the own one. */
export function seesPrivate(ctx: Ctx, personId: string): boolean {
  return ctx.has('directory.read-private') || ctx.actor.personId === personId
}
