import { SheetProblem } from './sheet.ts'

/**
 * Text of a file of unknown encoding: UTF-8 or UTF-16 by their marks, UTF-8 when the bytes are valid UTF-8 (by chance
 * GBK hardly ever is), else GB18030, which contains GBK and GB 2312. Throws `sheets.encoding` or `sheets.unreadable`.
 * @param charset for bytes that made no sense otherwise: Big5 of Hong Kong and Taiwan is valid GB18030 by chance
 */
export function decodeText(bytes: Buffer, charset: 'gb18030' | 'big5' = 'gb18030'): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be')
  if (looksBinary(bytes)) throw new SheetProblem('sheets.unreadable')
  return tryDecode(bytes, 'utf-8') ?? decode(bytes, charset)
}

function decode(bytes: Buffer, encoding: string): string {
  const text = tryDecode(bytes, encoding)
  if (text === undefined) throw new SheetProblem('sheets.encoding')
  return text
}

function tryDecode(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    // What `fatal` throws for bytes that are not of this encoding; anything else is not ours to hide.
    if (error instanceof TypeError) return undefined
    throw error
  }
}

const KNOWN_BINARY = ['%PDF', '\x89PNG', 'GIF8', '\xFF\xD8\xFF', '\x1F\x8B']

/** A stray NUL in a text is cleaned away later; many of them, or a known picture or PDF, mean it is no text at all. */
function looksBinary(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 8192)
  if (KNOWN_BINARY.some((start) => head.toString('latin1').startsWith(start))) return true
  const zeros = head.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0)
  return zeros > 2 && zeros > head.length / 100
}
