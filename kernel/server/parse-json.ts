import type { FastifyInstance } from 'fastify'
import { Problem } from '../contract/problem.ts'

/** No form of ours nests deeper; what does would only wear down whoever walks it. */
const deepest = 40

/**
 * Takes JSON of any request, and no body that comes packed: it may unpack to anything, and no client of ours packs.
 */
export function acceptJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, async (_: unknown, body: string) =>
    parseJson(body),
  )
  app.addHook('onRequest', async ({ headers }) => {
    if ((headers['content-encoding'] ?? 'identity') !== 'identity')
      throw new Problem(415, 'kernel.bad_media_type')
  })
}

/**
 * JSON of a request. An empty body is an empty input, not a fault: phones send it so. A key `__proto__` is dropped,
 * so that no copy of the value ever gets another prototype.
 * @throws Problem 400 `kernel.bad_json` for what is no JSON or nests more than 40 deep
 */
function parseJson(body: string): unknown {
  if (body === '') return {}
  const parsed = parseText(body)
  // A list of what is still to be looked at, not recursion: a megabyte of brackets would end the stack.
  const open: { value: unknown; depth: number }[] = [{ value: parsed, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next
    if (typeof value !== 'object' || value === null) continue
    if (depth >= deepest) throw new Problem(400, 'kernel.bad_json')
    if (Object.hasOwn(value, '__proto__')) Reflect.deleteProperty(value, '__proto__')
    for (const part of Object.values(value)) open.push({ value: part, depth: depth + 1 })
  }
  return parsed
}

function parseText(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch (error) {
    throw new Problem(400, 'kernel.bad_json', { cause: error })
  }
}
