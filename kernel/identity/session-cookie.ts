import { createHmac, timingSafeEqual } from 'node:crypto'

/** The value of one cookie of a `Cookie` header, decoded; null when it is absent or cannot be decoded. */
export function cookieValue(header: string, name: string): string | null {
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=')
    if (equals < 0 || pair.slice(0, equals).trim() !== name) continue
    try {
      return decodeURIComponent(pair.slice(equals + 1).trim())
    } catch {
      // Half a percent sign is nobody's session.
      return null
    }
  }
  return null
}

/**
 * Reads the session's token from the sign-in library's signed cookie (`token.signature`, HMAC-SHA256 in base64),
 * as the library itself does, without its two look-ups. @returns null when the signature is not ours
 */
export function sessionTokenOf(header: string, name: string, secret: string): string | null {
  const value = cookieValue(header, name)
  const dot = value?.lastIndexOf('.') ?? -1
  if (!value || dot < 1) return null
  const token = value.slice(0, dot)
  const given = Buffer.from(value.slice(dot + 1), 'base64')
  const expected = createHmac('sha256', secret).update(token).digest()
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null
}

/**
 * The session cookie just as the sign-in library sets it, so that the library's own sign-out knows it.
 * @param name begins with `__Secure-` where the site is served by https
 */
export function sessionCookieOf(token: string, name: string, secret: string, maxAge: number): string {
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  const secure = name.startsWith('__Secure-') ? '; Secure' : ''
  return `${name}=${encodeURIComponent(`${token}.${signature}`)}; Max-Age=${maxAge}; Path=/; HttpOnly${secure}; SameSite=Lax`
}
