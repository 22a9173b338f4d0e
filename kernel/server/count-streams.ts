import { Problem } from '../contract/problem.ts'

/** Streams a server holds open, and one account of them (a person has a phone, a desk and a few tabs). */
export interface StreamLimits {
  most: number
  anAccount: number
}
export const usualStreams: StreamLimits = { most: 2000, anAccount: 20 }

/** Counts open streams. One more than the limit is refused politely, and the page asks again later. */
export function streamCounter(limits: StreamLimits = usualStreams) {
  const byAccount = new Map<string, number>()
  let open = 0
  return {
    /** Asked before anything is looked up, so that a crowd at the door costs nothing. @throws Problem 503 */
    checkRoom(): void {
      if (open >= limits.most) throw new Problem(503, 'kernel.busy')
    },
    /** @returns how to give the place back. @throws Problem 503 for the server, 429 for the account */
    take(account: string): () => void {
      this.checkRoom()
      const mine = byAccount.get(account) ?? 0
      if (mine >= limits.anAccount) throw new Problem(429, 'kernel.too_many_streams')
      open++
      byAccount.set(account, mine + 1)
      return () => {
        open--
        const left = (byAccount.get(account) ?? 1) - 1
        if (left > 0) byAccount.set(account, left)
        else byAccount.delete(account)
      }
    },
  }
}
