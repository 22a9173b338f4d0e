import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Upload } from '../context.ts'
import { Problem } from '../contract/problem.ts'

const megabyte = 1024 * 1024

/** Bytes that one file may have, and all files that are under way at the same time together. */
export interface UploadLimits {
  aFile: number
  together: number
}
export const usualUploads: UploadLimits = { aFile: 32 * megabyte, together: 256 * megabyte }
/** What multipart puts around a file. */
const wrapping = 64 * 1024

/** What a client may call a file, or nothing of it: lone surrogates do not survive in a database. */
function nameOf(fileName: string | undefined): string {
  return (fileName ?? '').toWellFormed().slice(-300)
}

/**
 * Makes the reader of uploads. Every byte is counted as it comes, so a length that lies gains nothing; the bytes
 * count until the answer is sent.
 * @returns a function that throws Problem 400 without a file, 413 too large, 415 encoded, 503 too many at once
 */
export function uploadReader(limits: UploadLimits = usualUploads) {
  let underWay = 0
  return async function readUpload(request: FastifyRequest, reply: FastifyReply): Promise<Upload> {
    const said = Number(request.headers['content-length'] ?? 0)
    if (said > limits.aFile + wrapping) throw tooLarge(reply)
    if (underWay + said > limits.together) throw busy(reply)
    let mine = 0
    reply.raw.once('close', () => {
      underWay -= mine
    })
    const part = request.isMultipart()
      ? await request.file({ limits: { fileSize: limits.aFile }, throwFileSizeLimit: false }).catch(broken)
      : undefined
    if (!part) throw new Problem(400, 'kernel.file_missing', { path: 'file' })
    const chunks: Buffer[] = []
    try {
      for await (const chunk of part.file as AsyncIterable<Buffer>) {
        mine += chunk.length
        underWay += chunk.length
        if (underWay > limits.together) throw busy(reply)
        chunks.push(chunk)
      }
    } catch (error) {
      broken(error)
    }
    if (part.file.truncated) throw tooLarge(reply)
    return { fileName: nameOf(part.filename), bytes: Buffer.concat(chunks) }
  }
}

/** The parser's own errors (no boundary, an end too soon) name no status; they are the sender's all the same. */
function broken(error: unknown): never {
  if (error instanceof Problem || (error as { statusCode?: number }).statusCode !== undefined) throw error
  throw new Problem(400, 'kernel.bad_request', { path: 'file', cause: error })
}

/** The rest of the body is not waited for: the connection ends with the answer. */
function tooLarge(reply: FastifyReply): Problem {
  reply.header('connection', 'close')
  return new Problem(413, 'kernel.too_large', { path: 'file' })
}

function busy(reply: FastifyReply): Problem {
  reply.header('connection', 'close').header('retry-after', 10)
  return new Problem(503, 'kernel.busy')
}
