import nodemailer from 'nodemailer'
import { openSecret } from '#kernel/identity/seal-secret.ts'
import type { MailServer } from './mail-server.ts'
import { faultWords, type Outcome } from './outcome.ts'
import type { MailWords } from './write-words.ts'

/** PUBLISH: dates to take over; REQUEST and CANCEL: one date one is asked to, or that is off (RFC 5546). */
export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL'

export interface Mail extends MailWords {
  to: string
  /** The same on every try, so that a mail sent twice after a crash can be known as one. */
  messageId: string
  now: Date
  /** An invitation that mail programs offer to take into the calendar. */
  calendar?: { method: CalendarMethod; content: string }
}

interface SmtpFault {
  code?: string
  responseCode?: number
  command?: string
}

/**
 * Sends one mail. A final refusal (5xx for this recipient or message) is not tried again; a wrong password, a
 * greylisting 4xx or a server that is away is: somebody may mend it meanwhile.
 */
export async function sendMail(server: MailServer, mail: Mail): Promise<Outcome> {
  const password = server.password_sealed ? openSecret(server.password_sealed) : null
  const transport = nodemailer.createTransport({
    host: server.host,
    port: server.port,
    secure: server.security === 'TLS',
    requireTLS: server.security === 'STARTTLS',
    ignoreTLS: server.security === 'NONE',
    ...(server.user_name && password ? { auth: { user: server.user_name, pass: password } } : {}),
    tls: server.authority ? { ca: server.authority } : {},
    connectionTimeout: 8000,
    greetingTimeout: 8000,
    socketTimeout: 12_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    const { response } = await transport.sendMail({
      from: { name: server.from_name, address: server.from_address },
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: mail.messageId,
      date: mail.now,
      ...(mail.calendar ? { icalEvent: { ...mail.calendar, filename: 'invite.ics' } } : {}),
      headers: { 'auto-submitted': 'auto-generated' },
    })
    return { kind: 'sent', answer: response }
  } catch (error) {
    const { code, responseCode } = error as SmtpFault
    const answer = faultWords(error)
    const final = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH'
    return final ? { kind: 'refused', answer } : { kind: 'later', answer }
  } finally {
    transport.close()
  }
}
