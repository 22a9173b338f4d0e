import { Agent, request } from 'node:http'

const agent = new Agent({ keepAlive: true })

interface Call {
  address: string
  path: string
  /** Cookie or `Authorization`; a browser's `accept-encoding`. */
  headers: Record<string, string>
  body?: unknown
}

/**
 * One call over a kept connection. The answer is read to its end and let go, as load generators do: what a reader makes
 * of it is not the server's time. @throws on a status of 400 and above, with the beginning of the answer
 */
export function callServer({ address, path, headers, body }: Call): Promise<void> {
  const sent = body === undefined ? undefined : JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const sending = request(
      `${address}/api${path}`,
      {
        agent,
        method: sent === undefined ? 'GET' : 'POST',
        headers: {
          ...headers,
          ...(sent === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }),
        },
      },
      (answer) => {
        answer.on('error', reject)
        const status = answer.statusCode ?? 0
        if (status < 400) return answer.on('end', resolve).resume()
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () =>
          reject(new Error(`${path}: ${status} ${Buffer.concat(parts).toString('utf8').slice(0, 300)}`)),
        )
      },
    )
    sending.on('error', reject)
    sending.end(sent)
  })
}

/** How long something takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
