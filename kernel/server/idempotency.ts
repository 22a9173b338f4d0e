import { createHash } from 'node:crypto'
import type { Ctx } from '../context.ts'
import { Problem } from '../contract/problem.ts'

/** The key a write came with, of 8 to 200 characters. @throws Problem 400 for what is no key */
export function requestKey(header: string | string[] | undefined): string | undefined {
  if (typeof header !== 'string' || header === '') return undefined
  if (header.length < 8 || header.length > 200) throw new Problem(400, 'kernel.bad_key')
  return header
}

/**
 * Runs a write once per key: a repeated request gets the first answer; one that comes while the first still runs
 * waits for it on the key's row.
 * @throws Problem 422 `kernel.key_reused` when the key came with another input
 */
export async function onceByKey(
  ctx: Ctx,
  key: string | undefined,
  action: string,
  input: unknown,
  work: () => Promise<unknown>,
): Promise<unknown> {
  if (!key || !ctx.actor.userId) return work()
  const userId = ctx.actor.userId
  const inputHash = createHash('sha256')
    .update(JSON.stringify([action, input]))
    .digest()
  const claimed = await ctx.db
    .insertInto('kernel.idempotency')
    .values({ user_id: userId, key, action, input_hash: inputHash })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'user_id', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  const mine = () =>
    ctx.db.selectFrom('kernel.idempotency').where('user_id', '=', userId).where('key', '=', key)
  if (!claimed) {
    const first = await mine().select(['input_hash', 'answer']).executeTakeFirstOrThrow()
    if (!first.input_hash.equals(inputHash)) throw new Problem(422, 'kernel.key_reused')
    return first.answer
  }
  const answer = await work()
  await ctx.db
    .updateTable('kernel.idempotency')
    .set({ answer: JSON.stringify(answer) })
    .where('user_id', '=', userId)
    .where('key', '=', key)
    .execute()
  return answer
}
