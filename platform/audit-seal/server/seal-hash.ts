import { chainHash } from './canonical-entry.ts'

/** What a seal says; hashes in hexadecimal, the moment in UTC microseconds. */
export interface SealWords {
  bureauId: string
  number: number
  form: number
  day: string
  entries: number
  late: number
  firstEventId: string
  lastEventId: string
  lastPosition: number
  sealedUntil: string
  chain: string
  previousHash: string
}

/** The hash of a seal: over the seal before, the last entry, and everything it says. */
export function sealHash(seal: SealWords): string {
  const said = [
    'houqin-audit-seal',
    seal.form,
    seal.bureauId,
    seal.number,
    seal.day,
    seal.entries,
    seal.late,
    seal.firstEventId,
    seal.lastEventId,
    seal.lastPosition,
    seal.sealedUntil,
    seal.chain,
  ]
  return chainHash(seal.previousHash, said.join('\n'))
}
