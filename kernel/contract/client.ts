import { type Action, type InputOf, type OutputOf, pathParameters } from './action.ts'
import type { ProblemBody } from './problem.ts'

/** A refusal from the server, as the web catches it. */
export class ApiProblem extends Error {
  readonly body: ProblemBody
  constructor(body: ProblemBody) {
    super(body.detail || body.title)
    this.name = 'ApiProblem'
    this.body = body
  }
}

export interface CallOptions {
  /** The file of an upload action. */
  file?: File | Blob
  fileName?: string
  /** Makes a repeated write harmless; give the same key on every retry of the same intent. */
  idempotencyKey?: string
  /** More headers: when it was done, whose it is. */
  headers?: Record<string, string>
  signal?: AbortSignal
}

/** What of an action a call needs. */
interface Target {
  method: Action['method']
  path: string
  upload: boolean
}

/** The address an action's input leads to, with the query for reads. */
export function addressOf<A extends Action>(action: A, input: InputOf<A>): string {
  return addressFor(action, input as Record<string, unknown>)
}

function addressFor(action: Target, input: Record<string, unknown>): string {
  const values = { ...input }
  let path: string = action.path
  for (const name of pathParameters(action.path)) {
    path = path.replace(`:${name}`, encodeURIComponent(String(values[name])))
    delete values[name]
  }
  if (action.method !== 'GET' && !action.upload) return `/api${path}`
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one))
  }
  const text = query.toString()
  return `/api${path}${text ? `?${text}` : ''}`
}

function bodyOf(action: Target, input: Record<string, unknown>, options: CallOptions) {
  if (action.upload) {
    const form = new FormData()
    if (options.file) form.append('file', options.file, options.fileName)
    return form
  }
  const rest = { ...input }
  for (const name of pathParameters(action.path)) delete rest[name]
  return JSON.stringify(rest)
}

/**
 * Calls an action with its typed input and gives its typed answer.
 * @throws ApiProblem with the server's words; TypeError when there is no network.
 */
export async function call<A extends Action>(
  action: A,
  input: InputOf<A>,
  options: CallOptions = {},
): Promise<OutputOf<A>> {
  return (await send(action, input as Record<string, unknown>, options)) as OutputOf<A>
}

/** Sends what was kept as data: `call` without its types. @throws as `call` */
export async function send(
  action: Target,
  input: Record<string, unknown>,
  options: CallOptions = {},
): Promise<unknown> {
  const write = action.method !== 'GET'
  const headers: Record<string, string> = { accept: 'application/json', ...options.headers }
  if (write && !action.upload) headers['content-type'] = 'application/json'
  if (options.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey
  const locale = typeof document === 'undefined' ? '' : document.documentElement.lang
  if (locale) headers['accept-language'] = locale
  const response = await fetch(addressFor(action, input), {
    method: action.method,
    headers,
    body: write ? bodyOf(action, input, options) : undefined,
    credentials: 'same-origin',
    signal: options.signal,
  })
  const kind = response.headers.get('content-type') ?? ''
  if (!response.ok) {
    if (kind.includes('json')) throw new ApiProblem((await response.json()) as ProblemBody)
    throw new ApiProblem({
      type: 'about:blank',
      title: response.statusText,
      status: response.status,
      code: 'kernel.unreachable',
      detail: response.statusText,
    })
  }
  return response.json()
}
