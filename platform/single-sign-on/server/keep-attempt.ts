import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { openSecret, sealSecret } from '#kernel/identity/seal-secret.ts'
import { cookieValue } from '#kernel/identity/session-cookie.ts'
import { behindTls } from '#kernel/server/serve-sign-in.ts'

/** Where the doors stand; the cookie is sent to them only. */
export const doorsPath = '/api/auth/single-sign-on'
const cookieName = 'houqin.single_sign_on'
const lastsSeconds = 600

/** One attempt to sign in, kept by the browser that began it: nobody else's answer fits. */
const Attempt = Type.Object({
  providerId: Type.String(),
  state: Type.String(),
  nonce: Type.String(),
  verifier: Type.String(),
  backTo: Type.String(),
  until: Type.Integer(),
})
export type Attempt = Omit<Static<typeof Attempt>, 'until'>

function setCookie(reply: FastifyReply, request: FastifyRequest, value: string, maxAge: number): void {
  const words = `${cookieName}=${encodeURIComponent(value)}; Max-Age=${maxAge}; Path=${doorsPath}; HttpOnly; SameSite=Lax`
  reply.header('set-cookie', behindTls(words, request))
}

/** Gives the browser its attempt, sealed: it can neither read nor change it. */
export function keepAttempt(reply: FastifyReply, request: FastifyRequest, attempt: Attempt, now: Date): void {
  const until = now.getTime() + lastsSeconds * 1000
  setCookie(reply, request, sealSecret(JSON.stringify({ ...attempt, until })), lastsSeconds)
}

/** The attempt this browser began; null when there is none, it is too old or not ours. */
export function attemptOf(request: FastifyRequest, now: Date): Attempt | null {
  const sealed = cookieValue(request.headers.cookie ?? '', cookieName)
  if (!sealed) return null
  try {
    const attempt: unknown = JSON.parse(openSecret(sealed))
    return Value.Check(Attempt, attempt) && attempt.until > now.getTime() ? attempt : null
  } catch {
    // Whatever it is, we did not seal it.
    return null
  }
}

/** An attempt is good for one answer. */
export function dropAttempt(reply: FastifyReply, request: FastifyRequest): void {
  setCookie(reply, request, '', 0)
}

/** A path of this site to come back to, or the first page: never another site, whatever browsers make of `\` and tabs. */
export function sameSitePath(words: unknown): string {
  if (typeof words !== 'string' || words.length > 500 || !/^\/(?![/\\])/.test(words)) return '/'
  if (/[\\\p{Cc}]/u.test(words) || !URL.canParse(words, 'http://here.invalid')) return '/'
  const { host, pathname, search, hash } = new URL(words, 'http://here.invalid')
  return host === 'here.invalid' && !pathname.startsWith('//') ? pathname + search + hash : '/'
}
