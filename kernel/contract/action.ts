import { type Static, type TObject, type TProperties, type TSchema, Type } from 'typebox'
import type { Text } from './text.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * Who may call an action: a permission of the module, `signed-in` for anybody with an account, or `public`,
 * which must be spelled out because it opens the door to people without one.
 */
export type PermissionName = `${string}.${string}` | 'signed-in' | 'public'

/**
 * One thing the server does, described once for the route, the typed client, OpenAPI and the tests.
 * `input` is flat: names that appear in `path` come from the address, the rest from the query (GET) or the body.
 */
export interface Action<I extends TObject = TObject, O extends TSchema = TSchema> {
  readonly kind: 'read' | 'write'
  readonly method: Method
  /** Under `/api`, parameters as `:orderId`. */
  readonly path: `/${string}`
  readonly permission: PermissionName
  readonly input: I
  readonly output: O
  readonly summary: Text
  /** Multipart with one field `file`; the handler finds it as `ctx.upload`. */
  readonly upload: boolean
  /** Answers with a file (`FileAnswer`) instead of JSON. */
  readonly download: boolean
  /** Whether a download leaves `kernel.exported`; false only for what holds nobody's data (empty sheets, thumbnails). */
  readonly recorded: boolean
  /** Calls allowed per minute and address, for actions without an account. */
  readonly rateLimit: number | undefined
  /**
   * What the caller must show: `any` (a session or a token), `session` (never a token), or `fresh` (a session whose
   * person gave the password within the last quarter of an hour).
   */
  readonly proof: Proof
  /** Open also to somebody who still owes a new password or a second factor, and may do nothing else. */
  readonly whileOwing: boolean
}

export type Proof = 'any' | 'session' | 'fresh'

interface ActionOptions<I extends TObject, O extends TSchema> {
  path: `/${string}`
  permission: PermissionName
  input: I
  output: O
  summary: Text
  rateLimit?: number
  proof?: Proof
  whileOwing?: boolean
}

const usual = { rateLimit: undefined, proof: 'any', whileOwing: false } as const

/** An action that changes nothing. */
export function read<I extends TObject, O extends TSchema>(options: ActionOptions<I, O>): Action<I, O> {
  return {
    ...usual,
    ...options,
    kind: 'read',
    method: 'GET',
    upload: false,
    download: false,
    recorded: false,
  }
}

/** An action that changes something; it runs in one transaction. */
export function write<I extends TObject, O extends TSchema>(
  options: ActionOptions<I, O> & { method?: Exclude<Method, 'GET'>; upload?: boolean },
): Action<I, O> {
  return {
    method: 'POST',
    upload: false,
    ...usual,
    ...options,
    kind: 'write',
    download: false,
    recorded: false,
  }
}

/** What a handler of a download returns. */
export interface FileAnswer {
  bytes: Uint8Array
  mediaType: string
  /** Offered to the browser; any language. */
  fileName: string
  /** `inline` shows it in the page (pictures, print views). */
  disposition?: 'inline' | 'attachment'
  /** Seconds a private cache may keep it; 0 when absent. */
  maxAge?: number
  /** Rows of a table, for the record. */
  rows?: number
  /** Tells this content from any other; a caller that has it already gets 304 without the bytes. */
  etag?: string
}

const FileAnswerSchema = Type.Unsafe<FileAnswer>({})

/** A read that answers with a file. */
export function download<I extends TObject>(
  options: Omit<ActionOptions<I, TSchema>, 'output'> & { recorded?: false },
): Action<I, typeof FileAnswerSchema> {
  return {
    ...usual,
    recorded: true,
    ...options,
    output: FileAnswerSchema,
    kind: 'read',
    method: 'GET',
    upload: false,
    download: true,
  }
}

export type InputOf<A> = A extends Action<infer I, TSchema> ? Static<I> : never
export type OutputOf<A> = A extends Action<TObject, infer O> ? Static<O> : never

/** The parameter names in an action's path. */
export function pathParameters(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!)
}

/** No input at all. */
export const Nothing = Type.Object({})
/** The empty answer of a write that gives nothing back. */
export const Done = Type.Object({ done: Type.Literal(true) })
export const done = { done: true } as const

/** One page of a list: `next` is the cursor of the following page, null on the last one. */
export function PageOf<T extends TSchema>(item: T) {
  return Type.Object({ items: Type.Array(item), next: Type.Union([Type.String(), Type.Null()]) })
}

/** The input every list takes besides its filters. */
export const paging = {
  cursor: Type.Optional(Type.String({ maxLength: 500 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
} satisfies TProperties

/** What may be done with a row now, by name of action or transition. */
export const Can = Type.Record(Type.String(), Type.Boolean())
/** A value that may be absent in an answer: null, never undefined. */
export function Nullable<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()])
}
export const Id = Type.String({ format: 'uuid' })
export const Moment = Type.String({ format: 'date-time' })
export const Day = Type.String({ format: 'date' })
/** A line of text a person typed. */
export const Line = Type.String({ minLength: 1, maxLength: 200 })
/** Several lines a person typed. */
export const Prose = Type.String({ maxLength: 4000 })
export const TextPair = Type.Object({ zh: Type.String(), en: Type.String() })
