import type { IncomingHttpHeaders } from 'node:http'
import { Problem } from '../contract/problem.ts'
import type { SignedIn } from '../identity/find-actor.ts'

/**
 * When a phone without a signal says something was done: header `occurred-at`, ISO 8601 with its zone.
 * @throws Problem 400 for what is no moment
 */
export function saidMoment(headers: IncomingHttpHeaders): Date | null {
  const said = headers['occurred-at']
  if (typeof said !== 'string' || said === '') return null
  const moment = new Date(said)
  if (!/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(said) || Number.isNaN(moment.getTime()))
    throw new Problem(400, 'kernel.bad_date', { path: 'occurred-at' })
  return moment
}

/**
 * What was kept on a phone names whose it is (header `sent-by`, a user id), so that it never goes out under the name
 * of whoever is signed in there now. @throws Problem 409 `kernel.other_account`
 */
export function checkSentBy(headers: IncomingHttpHeaders, caller: SignedIn | null): void {
  const owner = headers['sent-by']
  if (typeof owner !== 'string' || owner === '' || !caller) return
  if (caller.actor.userId !== owner) throw new Problem(409, 'kernel.other_account')
}
