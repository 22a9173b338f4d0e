import type { Db } from '#kernel/database/connect.ts'
import { type Fault, faultAt } from './faults.ts'
import { readSeal } from './read-seal.ts'

/** The end of a bureau's chain, to be kept elsewhere. */
export interface Head {
  code: string
  number: number
  hash: string
}

/** `code:number:hash` */
export function headWords({ code, number, hash }: Head): string {
  return `${code}:${number}:${hash}`
}

/** Reads heads from any text: a line of a file, a print-out, a mail. */
export function readHeads(words: string): Head[] {
  return [...words.matchAll(/\b([a-z0-9][a-z0-9-]{0,40}):(\d{1,9}):([0-9a-f]{64})\b/g)].map((match) => ({
    code: match[1]!,
    number: Number(match[2]),
    hash: match[3]!,
  }))
}

/** Whether a head that was kept is still in the chain; the chain may have grown since. */
export async function checkHead(db: Db, bureauId: string, head: Head): Promise<Fault | null> {
  const seal = await readSeal(db, bureauId, head.number)
  if (!seal) return faultAt('seal_missing', { seal: head.number })
  return seal.hash === head.hash ? null : faultAt('head_differs', { seal: head.number })
}
