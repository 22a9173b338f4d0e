import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as oidc from 'openid-client'
import { createContext, systemActor } from '#kernel/create-context.ts'
import { localeFrom } from '#kernel/i18n/say-text.ts'
import { noteAtDoor } from '#kernel/identity/admit.ts'
import { openSecret } from '#kernel/identity/seal-secret.ts'
import type { Installation } from '#kernel/server/installation.ts'
import { limitByAddress } from '#kernel/server/limit-calls.ts'
import type { DoorRefusal } from '../problems.ts'
import { type Believed, findPerson, type Proof, type StaffFinder } from './find-person.ts'
import { attemptOf, doorsPath, dropAttempt, keepAttempt, sameSitePath } from './keep-attempt.ts'
import { openSession } from './open-session.ts'
import { type ProviderAddress, providerFinder } from './reach-provider.ts'
import { DoorShut, reasonOf, refusalOf } from './refuse-at-door.ts'

/** An agency of a thousand behind one router begins its day within minutes, two calls each. */
const callsAMinute = 600

interface OpenProvider extends ProviderAddress, Believed {
  bureauId: string
  scopes: string
  claim: string
}

const uuidShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * The two doors of single sign-on: one sends a browser to the provider, the other takes it back and opens a session.
 * Whatever goes wrong leads to the sign-in page, which knows words for it; nothing a stranger sent is shown again.
 */
export function serveDoors(app: FastifyInstance, installation: Installation, staff: StaffFinder): void {
  const reach = providerFinder(installation.clock)

  const callbackOf = ({ protocol, host }: FastifyRequest) =>
    new URL(`${doorsPath}/callback`, installation.publicUrl ?? `${protocol}://${host}`)

  /** Before anybody knows the bureau: the id in the address says which. */
  async function openProvider(id: string): Promise<OpenProvider> {
    const row = uuidShape.test(id)
      ? await installation.database.asOwner((db) =>
          db
            .selectFrom('sso.provider')
            .selectAll()
            .where('id', '=', id)
            .where('enabled', '=', true)
            .where('removed_at', 'is', null)
            .executeTakeFirst(),
        )
      : undefined
    if (!row) throw new DoorShut('single-sign-on.no_such_door')
    return {
      id: row.id,
      bureauId: row.bureau_id,
      title: row.title,
      issuer: row.issuer,
      clientId: row.client_id,
      clientSecret: openSecret(row.client_secret_sealed),
      authority: row.authority,
      scopes: row.scopes,
      claim: row.claim,
      match: row.match,
      secondFactorByProvider: row.second_factor_by_provider,
    }
  }

  async function leave(request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const { providerId } = request.params as { providerId: string }
    const provider = await openProvider(providerId)
    const found = await reach(provider)
    const attempt = {
      providerId,
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
      backTo: sameSitePath((request.query as { to?: unknown }).to),
    }
    const address = oidc.buildAuthorizationUrl(found, {
      redirect_uri: callbackOf(request).href,
      scope: provider.scopes,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
    })
    keepAttempt(reply, request, attempt, installation.clock())
    return address.href
  }

  async function comeBack(request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const attempt = attemptOf(request, installation.clock())
    dropAttempt(reply, request)
    const { state } = request.query as { state?: unknown }
    // Somebody else's answer, or a second one: this browser did not ask for it.
    if (!attempt || state !== attempt.state) throw new DoorShut('single-sign-on.start_again')
    const provider = await openProvider(attempt.providerId)
    const callback = callbackOf(request)
    const query = request.url.indexOf('?')
    callback.search = query < 0 ? '' : request.url.slice(query)
    const proof = await prove(provider, callback, attempt)
    const { userId } = await admit(request, provider, proof)
    const session = await openSession(installation, request, {
      userId,
      secondFactorByProvider: provider.secondFactorByProvider,
    })
    const person = { bureauId: provider.bureauId, userId }
    await noteAtDoor(installation, person, momentOf(request), {
      type: 'kernel.signed_in',
      after: { address: request.ip, provider: provider.title },
    })
    reply.header('set-cookie', session)
    return attempt.backTo
  }

  /** Redeems the code; the library checks state, issuer, audience, nonce, times and the signature by the issuer's keys. */
  async function prove(
    provider: OpenProvider,
    callback: URL,
    attempt: { state: string; nonce: string; verifier: string },
  ): Promise<Proof> {
    const found = await reach(provider)
    const tokens = await oidc.authorizationCodeGrant(found, callback, {
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.verifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims) throw new DoorShut('single-sign-on.not_believed')
    const { sub: subject } = claims
    const told = claims[provider.claim]
    if (typeof told === 'string') return { subject, claim: told }
    if (!found.serverMetadata().userinfo_endpoint) return { subject, claim: null }
    const more = await oidc.fetchUserInfo(found, tokens.access_token, subject)
    const asked = more[provider.claim]
    return { subject, claim: typeof asked === 'string' ? asked : null }
  }

  /** Finds the account inside the bureau; a refusal stays in the bureau's trail. */
  async function admit(request: FastifyRequest, provider: OpenProvider, proof: Proof) {
    const { now, locale, id: requestId } = momentOf(request)
    const { bureauId } = provider
    const outcome = await installation.database.transaction({ bureauId, mode: 'write', now }, async (db) => {
      const ctx = createContext({ db, bureauId, actor: systemActor, locale, requestId, now })
      const result = await findPerson(ctx, provider, proof, staff)
      if ('refusal' in result)
        await ctx.emit({
          type: 'single-sign-on.refused',
          subjectType: result.memberId ? 'kernel.member' : 'sso.provider',
          subjectId: result.memberId ?? provider.id,
          after: {
            provider: provider.title,
            refusal: result.refusal,
            named: readable(proof.claim),
            address: request.ip,
          },
        })
      return result
    })
    if ('refusal' in outcome) throw new DoorShut(outcome.refusal)
    if (outcome.found.fresh)
      await noteAtDoor(installation, { bureauId, userId: outcome.found.userId }, momentOf(request), {
        type: 'single-sign-on.linked',
        after: { provider: provider.title },
      })
    return outcome.found
  }

  const momentOf = (request: FastifyRequest) => ({
    id: request.id,
    locale: localeFrom(request.headers['accept-language']),
    now: installation.clock(),
  })

  type Door = (request: FastifyRequest, reply: FastifyReply) => Promise<string>
  function open(path: string, door: Door): void {
    app.route({
      method: 'GET',
      url: `${doorsPath}${path}`,
      schema: { hide: true },
      exposeHeadRoute: false,
      config: { rateLimit: limitByAddress(callsAMinute) },
      handler: async (request, reply) => {
        const to = await door(request, reply).catch((error: unknown) => shut(request, error))
        return reply.header('cache-control', 'no-store').redirect(to, 302)
      },
    })
  }
  open('/callback', comeBack)
  open('/:providerId', leave)
}

function shut(request: FastifyRequest, error: unknown): string {
  const refusal: DoorRefusal = refusalOf(error)
  // What the provider or the network did is for whoever runs the server; the page says only what to do.
  if (!(error instanceof DoorShut)) request.log.warn({ refusal, ...reasonOf(error) }, 'single sign-on')
  return `/?refused=${refusal}`
}

/** As a history keeps it: no control characters, not endless. */
function readable(words: string | null): string {
  return (words ?? '')
    .replaceAll(/\p{Cc}+/gu, ' ')
    .toWellFormed()
    .slice(0, 100)
}
