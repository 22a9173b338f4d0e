import { type Unzipped, unzipSync } from 'fflate'
import { SheetProblem } from './sheet.ts'

const MAX_UNPACKED_BYTES = 200 * 1024 * 1024
const MAX_RATIO = 100
// Below this nothing can hurt, and a small sheet of equal rows does compress a hundredfold.
const ALWAYS_ALLOWED_BYTES = 10 * 1024 * 1024
const MAX_ENTRIES = 2000

/**
 * Unpacks an Office file, refusing bombs by the sizes its directory lists. A directory that lies gains nothing: each
 * entry is inflated into a buffer of the listed size, and what overflows it is cut off.
 * `keep` names the parts wanted; others are neither unpacked nor counted.
 */
export function openZip(bytes: Buffer, keep: (name: string) => boolean): Unzipped {
  return walkZip(bytes, keep, true).parts
}

/**
 * Looks at the sizes of everything in an Office file, and unpacks nothing. Throws as {@link openZip} does.
 * @returns bytes of it all unpacked, as its directory says
 */
export function checkZip(bytes: Buffer): number {
  return walkZip(bytes, () => true, false).total
}

function walkZip(
  bytes: Buffer,
  counts: (name: string) => boolean,
  unpack: boolean,
): { parts: Unzipped; total: number } {
  let total = 0
  let entries = 0
  try {
    const parts = unzipSync(bytes, {
      filter: (entry) => {
        if (!counts(entry.name)) return false
        total += entry.originalSize
        entries += 1
        const tooTight = total > ALWAYS_ALLOWED_BYTES && total > bytes.length * MAX_RATIO
        if (total > MAX_UNPACKED_BYTES || tooTight || entries > MAX_ENTRIES) {
          throw new SheetProblem('sheets.too_large', { maxMegabytes: MAX_UNPACKED_BYTES / 1024 / 1024 })
        }
        return unpack
      },
    })
    return { parts, total }
  } catch (error) {
    if (error instanceof SheetProblem) throw error
    throw new SheetProblem('sheets.unreadable', {}, { cause: error })
  }
}
