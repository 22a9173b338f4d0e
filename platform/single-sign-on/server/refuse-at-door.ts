import * as oidc from 'openid-client'
import { databaseTrouble } from '#kernel/database/database-trouble.ts'
import type { DoorRefusal } from '../problems.ts'
import { NoAnswer } from './reach-provider.ts'

/** The door stays shut, for a reason the sign-in page has words for. */
export class DoorShut extends Error {
  readonly refusal: DoorRefusal
  constructor(refusal: DoorRefusal) {
    super(refusal)
    this.name = 'DoorShut'
    this.refusal = refusal
  }
}

/** What a provider says when it does not know us as we present ourselves, by RFC 6749 sections 4.1.2.1 and 5.2 (A). */
const ourFault = new Set(['invalid_client', 'unauthorized_client', 'invalid_scope', 'redirect_uri_mismatch'])

/** Puts whatever went wrong between three systems under one of our words. */
export function refusalOf(error: unknown): DoorRefusal {
  if (error instanceof DoorShut) return error.refusal
  if (error instanceof oidc.AuthorizationResponseError)
    return ourFault.has(error.error) ? 'single-sign-on.wrong_settings' : 'single-sign-on.declined'
  if (error instanceof oidc.ResponseBodyError)
    return ourFault.has(error.error) ? 'single-sign-on.wrong_settings' : 'single-sign-on.not_believed'
  // Some providers refuse a wrong secret by the header alone.
  if (error instanceof oidc.WWWAuthenticateChallengeError) return 'single-sign-on.wrong_settings'
  if (noAnswerIn(error)) return 'single-sign-on.away'
  if (error instanceof oidc.ClientError)
    return error.cause instanceof Response && error.cause.status >= 500
      ? 'single-sign-on.away'
      : 'single-sign-on.not_believed'
  return databaseTrouble(error) ? 'single-sign-on.try_again' : 'single-sign-on.not_believed'
}

/** The call that got no answer, under what the library wrapped around it. */
export function noAnswerIn(error: unknown): NoAnswer | null {
  for (let each = error; each instanceof Error; each = each.cause) if (each instanceof NoAnswer) return each
  return null
}

/** For the log. Not the error itself: what the library hangs on it may hold tokens. */
export function reasonOf(error: unknown): { why: string; stack: string } {
  const said: string[] = []
  for (let each = error; each instanceof Error; each = each.cause)
    said.push([each.name, (each as { code?: unknown }).code, each.message].filter(Boolean).join(' '))
  return { why: said.join(' ← ') || String(error), stack: error instanceof Error ? (error.stack ?? '') : '' }
}
