import type { FastifyInstance, InjectOptions } from 'fastify'
import { Value } from 'typebox/value'
import { type Action, type InputOf, type OutputOf, pathParameters } from '#kernel/contract/action.ts'
import { addressOf } from '#kernel/contract/client.ts'
import type { ProblemBody } from '#kernel/contract/problem.ts'

export interface Answer<T = unknown> {
  status: number
  body: T
  headers: Record<string, unknown>
  /** For files. */
  bytes: Buffer
}

/** A refusal met by `call`. */
export class Refused extends Error {
  readonly status: number
  readonly code: string
  readonly body: ProblemBody
  constructor(status: number, body: ProblemBody) {
    super(`${status} ${body.code}: ${body.detail} ${JSON.stringify(body.errors ?? '')}`)
    this.status = status
    this.code = body.code
    this.body = body
  }
}

/** One person (or nobody) calling the application over HTTP. */
export interface Caller {
  get(url: string): Promise<Answer<any>>
  post(url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<any>>
  patch(url: string, body?: unknown): Promise<Answer<any>>
  put(url: string, body?: unknown): Promise<Answer<any>>
  delete(url: string): Promise<Answer<any>>
  /** A body exactly as it stands; JSON unless a type is given. */
  raw(
    method: 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    url: string,
    payload: string,
    type?: string,
  ): Promise<Answer<any>>
  upload(url: string, fileName: string, bytes: Buffer, headers?: Record<string, string>): Promise<Answer<any>>
  /** The typed way: gives the answer, checked against its schema, or throws `Refused`. */
  call<A extends Action>(
    action: A,
    input: InputOf<A>,
    options?: { idempotencyKey?: string; file?: { name: string; bytes: Buffer } },
  ): Promise<OutputOf<A>>
}

function multipart(fileName: string, bytes: Buffer) {
  const boundary = '----houqin-test'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    type: `multipart/form-data; boundary=${boundary}`,
  }
}

let addressOfTest = '127.0.0.1'

/** Every test calls from an address of its own, so that what another test used up of a rate limit is not missing. */
export function moveToFreshAddress(): void {
  const part = () => Math.floor(Math.random() * 254) + 1
  addressOfTest = `10.${part()}.${part()}.${part()}`
}

/** Calls with these headers (a cookie, a token) on every request. */
export function callerWith(app: FastifyInstance, identity: Record<string, string>): Caller {
  async function send(options: InjectOptions): Promise<Answer> {
    const response = await app.inject({
      remoteAddress: addressOfTest,
      ...options,
      headers: { 'accept-language': 'zh-CN', ...identity, ...options.headers },
    })
    const json = String(response.headers['content-type']).includes('json')
    return {
      status: response.statusCode,
      body: json ? response.json() : response.body,
      headers: response.headers,
      bytes: response.rawPayload,
    }
  }
  const withBody =
    (method: 'POST' | 'PATCH' | 'PUT') =>
    (url: string, body: unknown = {}, headers?: Record<string, string>) =>
      send({
        method,
        url,
        payload: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      })
  function upload(url: string, fileName: string, bytes: Buffer, headers: Record<string, string> = {}) {
    const { payload, type } = multipart(fileName, bytes)
    return send({ method: 'POST', url, payload, headers: { 'content-type': type, ...headers } })
  }
  return {
    get: (url) => send({ method: 'GET', url }),
    delete: (url) => send({ method: 'DELETE', url }),
    post: withBody('POST'),
    patch: withBody('PATCH'),
    put: withBody('PUT'),
    raw: (method, url, payload, type = 'application/json') =>
      send({ method, url, payload, headers: { 'content-type': type } }),
    upload,
    async call(action, input, options = {}) {
      const url = addressOf(action, input)
      const names = new Set(pathParameters(action.path))
      const rest = Object.fromEntries(Object.entries(input as object).filter(([key]) => !names.has(key)))
      const answer = options.file
        ? await upload(url, options.file.name, options.file.bytes)
        : await send({
            method: action.method,
            url,
            ...(action.method === 'GET'
              ? {}
              : {
                  payload: JSON.stringify(rest),
                  headers: {
                    'content-type': 'application/json',
                    ...(options.idempotencyKey ? { 'idempotency-key': options.idempotencyKey } : {}),
                  },
                }),
          })
      if (answer.status !== 200) throw new Refused(answer.status, answer.body as ProblemBody)
      if (action.download) return answer.bytes as OutputOf<typeof action>
      const faults = [...Value.Errors(action.output, answer.body)]
      if (faults.length > 0)
        throw new Error(`${action.path} answered against its schema: ${JSON.stringify(faults[0])}`)
      return answer.body as OutputOf<typeof action>
    },
  }
}
