import { request as plainRequest } from 'node:http'
import { request as safeRequest } from 'node:https'
import { callableAddress } from './address-guard.ts'

export interface PostLimits {
  /** Milliseconds for the whole call, from the first byte sent to the last received. */
  timeoutMs: number
  /** Bytes of the answer that are read; the rest is never waited for. */
  answerBytes: number
  /** PEM of further authorities to trust. */
  authority?: string
}

export interface PostAnswer {
  status: number
  /** The first bytes, as UTF-8. */
  body: string
  headers: Record<string, string | string[] | undefined>
}

/** The usual: ten seconds, 64 KiB. */
export const usualLimits: PostLimits = { timeoutMs: 10_000, answerBytes: 65_536 }

/**
 * Posts one JSON body to an address people entered. It never follows a redirect, never reaches an inner network that
 * is not open (`allowNetworks`), and is limited in time and size.
 * @throws ForbiddenAddress; Error for a refused connection, a wrong certificate, a time-out
 */
export async function postJson(
  address: string,
  body: string,
  headers: Record<string, string> = {},
  limits: PostLimits = usualLimits,
): Promise<PostAnswer> {
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new TypeError(`not http(s): ${url.protocol}`)
  const target = await callableAddress(url.hostname)
  const request = url.protocol === 'https:' ? safeRequest : plainRequest
  return new Promise<PostAnswer>((resolve, reject) => {
    const call = request(
      url,
      {
        method: 'POST',
        agent: false,
        ...(limits.authority ? { ca: limits.authority } : {}),
        lookup: (_host, options, done) =>
          options.all ? done(null, [target]) : done(null, target.address, target.family),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'houqin',
          'content-length': Buffer.byteLength(body),
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
      () => call.destroy(new Error(`no answer within ${limits.timeoutMs / 1000} s`)),
      limits.timeoutMs,
    )
    call.once('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    call.end(body)
  })
}
