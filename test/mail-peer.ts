import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A certificate that no public authority has signed, for a server on this machine. */
export function makeCertificate(): { key: string; cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-certificate-'))
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
    const flags = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert]
    execFileSync('openssl', ['req', ...flags, ...subject], { stdio: 'ignore' })
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export interface ReceivedMail {
  to: string[]
  raw: string
  user: string | undefined
  secure: boolean
}

export interface MailPeer {
  port: number
  mails: ReceivedMail[]
  close(): Promise<void>
}

/** A real mail server on loopback that keeps what it is given. */
export async function openMailPeer(options: SMTPServerOptions = {}): Promise<MailPeer> {
  const mails: ReceivedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        mails.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString('utf8'),
          user: session.user ? String(session.user) : undefined,
          secure: session.secure,
        })
        done()
      })
    },
    ...options,
  })
  // A client that hangs up on a certificate it does not trust is what a test wants to see.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The parts of a mail, decoded: headers as they stand, and its text and HTML. */
export function readMail(raw: string): { subject: string; messageId: string; text: string; html: string } {
  const header = (name: string) =>
    new RegExp(`^${name}:\\s*((?:.*\\r\\n(?:[ \\t].*\\r\\n)*))`, 'im').exec(raw)?.[1]?.trim() ?? ''
  const words = header('subject')
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?b\?([^?]*)\?=/gi, (_all, code: string) =>
      Buffer.from(code, 'base64').toString('latin1'),
    )
    .replaceAll(/=\?utf-8\?q\?([^?]*)\?=/gi, (_all, code: string) =>
      code
        .replaceAll('_', ' ')
        .replaceAll(/=([0-9A-F]{2})/gi, (_one, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    )
  const body = (type: string) => {
    const part = new RegExp(
      `content-type: ${type}[^]*?content-transfer-encoding: (\\S+)[^]*?\\r\\n\\r\\n([^]*?)\\r\\n--`,
      'i',
    ).exec(raw)
    const [, coding = '', bytes = ''] = part ?? []
    if (coding.toLowerCase() === 'base64') return Buffer.from(bytes, 'base64').toString('utf8')
    if (coding.toLowerCase() !== 'quoted-printable') return bytes
    const latin = bytes
      .replaceAll(/=\r\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/gi, (_one, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    return Buffer.from(latin, 'latin1').toString('utf8')
  }
  return {
    subject: Buffer.from(words, 'latin1').toString('utf8'),
    messageId: header('message-id'),
    text: body('text/plain'),
    html: body('text/html'),
  }
}
