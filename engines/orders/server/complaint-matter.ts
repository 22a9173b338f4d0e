import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { orders } from '../module.ts'

export interface Matter {
  /** What people call it, number first. */
  label: string
  /** The page it stands on. */
  path: `/${string}`
}

/** Something of a service people complain about; a service gives its list in app/modules.ts. */
export interface ComplaintMatter {
  /** Schema and table. */
  type: `${string}.${string}`
  /** The service line such complaints belong to. */
  line: string
  /** Null when there is none, or the actor may not read it. */
  find(ctx: Ctx, id: string): Promise<Matter | null>
}

export type FindMatter = (
  ctx: Ctx,
  named: { type: string; id: string },
) => Promise<(Matter & { line: string }) | null>

/** Asks whoever handed in that type. */
export function matterBook(matters: () => readonly ComplaintMatter[]): FindMatter {
  return async (ctx, { type, id }) => {
    const kind = matters().find((one) => one.type === type)
    const found = await kind?.find(ctx, id)
    return kind && found ? { ...found, line: kind.line } : null
  }
}

type Action = (typeof orders.actions)['readComplaintMatter']

/** What a complaint would be about. @throws Problem 404 */
export async function readComplaintMatter(
  ctx: Ctx,
  input: InputOf<Action>,
  find: FindMatter,
): Promise<OutputOf<Action>> {
  const matter = await find(ctx, input)
  if (!matter) throw new Problem(404, 'kernel.not_found')
  return { type: input.type, id: input.id, label: matter.label, path: matter.path }
}
