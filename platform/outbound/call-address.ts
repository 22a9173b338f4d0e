import { request as plainRequest } from 'node:http'
import { request as safeRequest } from 'node:https'
import { callableAddress, isOpened, mayCall } from './address-guard.ts'

export interface CallLimits {
  /** Milliseconds for the whole call, from looking the name up to the last byte received. */
  timeoutMs: number
  /** Bytes of the answer that are read; the rest is never waited for. */
  answerBytes: number
  /** PEM of further authorities to trust. */
  authority?: string
  /** Without TLS only into inner networks that the operator opened, never over the Internet. */
  plainInsideOnly?: boolean
}

export interface CallAnswer {
  status: number
  /** The first bytes, as UTF-8. */
  body: string
  headers: Record<string, string | string[] | undefined>
}

export interface Call {
  method: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
}

/** The usual: ten seconds, 64 KiB. */
export const usualLimits: CallLimits = { timeoutMs: 10_000, answerBytes: 65_536 }

/** What a slow name server takes counts too. */
async function inTime<T>(work: Promise<T>, timeoutMs: number, words: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(words)), timeoutMs)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/**
 * Calls an address people entered. It never follows a redirect, never reaches an inner network that is not open
 * (`allowNetworks`), and is limited in time and size.
 * @throws ForbiddenAddress; Error for a refused connection, a wrong certificate, a time-out
 */
export async function callAddress(
  address: string,
  { method, headers = {}, body }: Call,
  limits: CallLimits = usualLimits,
): Promise<CallAnswer> {
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new TypeError(`not http(s): ${url.protocol}`)
  const tooLate = `no answer within ${limits.timeoutMs / 1000} s`
  const began = performance.now()
  const guard = limits.plainInsideOnly && url.protocol === 'http:' ? isOpened : mayCall
  const target = await inTime(callableAddress(url.hostname, guard), limits.timeoutMs, tooLate)
  const request = url.protocol === 'https:' ? safeRequest : plainRequest
  return new Promise<CallAnswer>((resolve, reject) => {
    const call = request(
      url,
      {
        method,
        agent: false,
        ...(limits.authority ? { ca: limits.authority } : {}),
        lookup: (_host, options, done) =>
          options.all ? done(null, [target]) : done(null, target.address, target.family),
        headers: {
          'user-agent': 'houqin',
          ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
          ...headers,
        },
      },
      (response) => {
        const parts: Buffer[] = []
        let size = 0
        const end = () => {
          clearTimeout(timer)
          const bytes = Buffer.concat(parts).subarray(0, limits.answerBytes)
          resolve({
            status: response.statusCode ?? 0,
            body: bytes.toString('utf8'),
            headers: response.headers,
          })
        }
        response.on('data', (part: Buffer) => {
          parts.push(part)
          size += part.length
          if (size < limits.answerBytes) return
          end()
          call.destroy()
        })
        response.once('end', end)
        response.once('error', reject)
      },
    )
    const timer = setTimeout(
      () => call.destroy(new Error(tooLate)),
      Math.max(1, limits.timeoutMs - (performance.now() - began)),
    )
    call.once('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    call.end(body)
  })
}
