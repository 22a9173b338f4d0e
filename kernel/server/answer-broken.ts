import type { Socket } from 'node:net'
import type { ProblemTexts } from '../contract/problem.ts'

/** What Node's HTTP parser refuses before there is a request, and what we call it. */
const refusals: Record<string, [number, string, string]> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large', 'kernel.headers_too_large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', 'kernel.too_slow'],
}
const broken: [number, string, string] = [400, 'Bad Request', 'kernel.bad_request']

/**
 * Answers what never became a request: broken or endless headers, a client that takes too long. Nobody's language is
 * known yet, so both are said. The connection ends.
 */
export function brokenAnswerer(texts: ProblemTexts) {
  return function answerBroken(error: Error & { code?: string }, socket: Socket): void {
    // The other side is gone, or has its answer already.
    if (error.code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) {
      socket.destroy()
      return
    }
    const [status, reason, code] = refusals[error.code ?? ''] ?? broken
    const words = texts[code]!
    const detail = `${words.zh} ${words.en}`
    const body = JSON.stringify({ type: `/docs/problems#${code}`, title: detail, status, code, detail })
    socket.end(
      `HTTP/1.1 ${status} ${reason}\r\ncontent-type: application/problem+json; charset=utf-8\r\n` +
        `content-length: ${Buffer.byteLength(body)}\r\ncache-control: no-store\r\n` +
        `x-content-type-options: nosniff\r\nconnection: close\r\n\r\n${body}`,
      // A client that reads as slowly as it writes gets no more time.
      () => socket.destroy(),
    )
  }
}
