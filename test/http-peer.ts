import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createSafeServer } from 'node:https'
import type { AddressInfo } from 'node:net'

export interface ReceivedCall {
  url: URL
  headers: IncomingMessage['headers']
  body: string
}

export interface HttpPeer {
  address: string
  calls: ReceivedCall[]
  close(): Promise<void>
}

/** A real HTTP server on loopback that keeps what it is sent and answers as the test says. */
export async function openHttpPeer(
  answer: (response: ServerResponse, call: ReceivedCall, nth: number) => void,
  certificate?: { key: string; cert: string },
): Promise<HttpPeer> {
  const calls: ReceivedCall[] = []
  const listener: RequestListener = (request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://peer')
      const call = { url, headers: request.headers, body: Buffer.concat(parts).toString('utf8') }
      calls.push(call)
      answer(response, call, calls.length)
    })
  }
  const server = certificate ? createSafeServer(certificate, listener) : createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as AddressInfo
  return {
    address: `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export function answerJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
