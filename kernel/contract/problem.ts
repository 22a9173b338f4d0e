import type { Ctx } from '../context.ts'
import type { Text } from './text.ts'

/** Values put into a problem's message at `{name}`. */
export type ProblemParams = Record<string, string | number>

/**
 * A refusal the reader can act on. It becomes an RFC 9457 answer; `code` is stable (`orders.wrong_state`),
 * `path` names the field in the input that caused it, and the words come from the module's `problems`.
 */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly params: ProblemParams
  readonly path: string | undefined
  /** More fields for programs, such as alternatives to a clashing booking. */
  readonly extra: Record<string, unknown>
  /** What stays on record although the refused work is undone; the kernel carries it out in a transaction of its own. */
  readonly remember: ((ctx: Ctx) => Promise<void>) | undefined

  constructor(
    status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 503,
    code: string,
    options: {
      params?: ProblemParams
      path?: string
      extra?: Record<string, unknown>
      cause?: unknown
      remember?: (ctx: Ctx) => Promise<void>
    } = {},
  ) {
    super(code, { cause: options.cause })
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.params = options.params ?? {}
    this.path = options.path
    this.extra = options.extra ?? {}
    this.remember = options.remember
  }
}

/** The words of every refusal of a module, by code. */
export type ProblemTexts = Record<string, Text>

/** The answer's body as the web sees it. */
export interface ProblemBody {
  type: string
  title: string
  status: number
  code: string
  detail: string
  path?: string
  errors?: { path: string; message: string }[]
  requestId?: string
  [extra: string]: unknown
}
