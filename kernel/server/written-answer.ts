import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

const zip = promisify(gzip)
/** Smaller ones are not worth it. */
const leastToZip = 1024

/** An answer written as JSON once, as the action's output says, and sent to many. For reads that show nothing sensitive. */
export class WrittenAnswer<T> {
  /** What it is made of; there at compile time only. */
  declare readonly of: T
  readonly json: Buffer
  zipped: Promise<Buffer> | undefined

  constructor(answer: T) {
    this.json = Buffer.from(JSON.stringify(answer))
  }
}

/** Sends it as it is, or zipped once for all who take it so. */
export async function sendWritten(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: WrittenAnswer<unknown>,
): Promise<FastifyReply> {
  reply.header('content-type', 'application/json; charset=utf-8').header('vary', 'accept-encoding')
  const takes = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(request.headers['accept-encoding'] ?? ''))
  if (!takes || answer.json.byteLength < leastToZip) return reply.send(answer.json)
  answer.zipped ??= zip(answer.json)
  return reply.header('content-encoding', 'gzip').send(await answer.zipped)
}
