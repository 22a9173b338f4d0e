import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'

/** Gives a bureau without any node the usual tree of the standard system; does nothing for any other. */
export async function plantTree(ctx: Ctx): Promise<void> {
  await sql`select standards.plant_tree(kernel.bureau())`.execute(ctx.db)
}
