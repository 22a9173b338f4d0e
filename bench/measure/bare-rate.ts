import { openPool } from '#kernel/database/connect.ts'
import type { Statement } from './record-statements.ts'
import { replayer } from './replay-statements.ts'
import { rateOf } from './run-for.ts'

/**
 * How often a second the bare statements run, each worker on connections of its own.
 * @param renewals strings of the recorded request and what stands for them this time
 */
export async function bareRate(
  url: string,
  statements: readonly Statement[],
  workers: number,
  seconds: number,
  renewals: () => ReadonlyMap<string, string> = () => new Map(),
): Promise<number> {
  const pools = { houqin: openPool(url), identity: openPool(url, { schema: 'identity' }) }
  const replay = replayer(statements, renewals)
  const clients = await Promise.all(
    Array.from({ length: workers }, async () => ({
      houqin: await pools.houqin.connect(),
      identity: await pools.identity.connect(),
    })),
  )
  try {
    return await rateOf(workers, seconds, (worker) => replay(clients[worker]!))
  } finally {
    for (const { houqin, identity } of clients) {
      houqin.release()
      identity.release()
    }
    await Promise.all([pools.houqin.end(), pools.identity.end()])
  }
}
