import * as oidc from 'openid-client'
import { type CallLimits, callAddress } from '#platform/outbound/call-address.ts'

/** What reaching a provider needs of its row. */
export interface ProviderAddress {
  id: string
  issuer: string
  clientId: string
  clientSecret: string
  authority: string
}

/** A person waits in front of it: five seconds a call, and no key set is larger than this. */
const limits: CallLimits = { timeoutMs: 5000, answerBytes: 262_144, plainInsideOnly: true }

/** A provider's own description and keys are asked for again after so long. */
const keptMs = 5 * 60_000

/** Clocks of two machines differ; what is dated by the provider may be off by so many seconds. */
const toleranceSeconds = 60

/** No answer came: nobody listens, the name is unknown, the certificate is wrong, the network is closed. */
export class NoAnswer extends Error {
  readonly host: string
  constructor(address: string, cause: unknown) {
    super(`${address}: ${String((cause as Error).message || cause)}`, { cause })
    this.name = 'NoAnswer'
    this.host = new URL(address).hostname
  }
}

/**
 * All HTTP of the protocol goes through our guarded call: no inner network that is not open, no redirect, no endless
 * answer. Without TLS only where the operator opened the network.
 */
function guardedFetch(authority: string): oidc.CustomFetch {
  return async (url, { method, headers, body }) => {
    const call = {
      method: method === 'POST' ? ('POST' as const) : ('GET' as const),
      headers,
      ...(body === undefined || body === null ? {} : { body: String(body) }),
    }
    const trusted = authority ? { ...limits, authority } : limits
    const answer = await callAddress(url, call, trusted).catch((error: unknown) => {
      throw new NoAnswer(url, error)
    })
    const type = answer.headers['content-type']
    const init = { status: answer.status, headers: new Headers() }
    if (typeof type === 'string') init.headers.set('content-type', type)
    // A Response of these takes no body, and cannot be told to.
    return new Response([204, 205, 304].includes(answer.status) ? null : answer.body, init)
  }
}

/** The secret goes as the provider says it takes it; silent ones take it in the header (Discovery 1.0, section 3, A). */
function secretAs(secret: string): oidc.ClientAuth {
  const basic = oidc.ClientSecretBasic(secret)
  const post = oidc.ClientSecretPost(secret)
  return (server, ...rest) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    return (taken.includes('client_secret_basic') ? basic : post)(server, ...rest)
  }
}

/** Asks the provider what it is. @throws whatever the call or the check of the answer throws */
export async function discoverProvider(provider: ProviderAddress): Promise<oidc.Configuration> {
  const issuer = new URL(provider.issuer)
  return oidc.discovery(
    issuer,
    provider.clientId,
    { [oidc.clockTolerance]: toleranceSeconds },
    secretAs(provider.clientSecret),
    {
      [oidc.customFetch]: guardedFetch(provider.authority),
      timeout: limits.timeoutMs / 1000,
      execute: [
        // The token comes straight from the provider; its signature is checked all the same, always.
        oidc.enableNonRepudiationChecks,
        // Only for the library's own check: what may be called without TLS, the guarded call decides.
        ...(issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
      ],
    },
  )
}

export type ProviderFinder = (provider: ProviderAddress) => Promise<oidc.Configuration>

/** Keeps what providers said of themselves for a few minutes, so that a sign-in is three calls and not five. */
export function providerFinder(clock: () => Date): ProviderFinder {
  const kept = new Map<string, { words: string; until: number; found: oidc.Configuration }>()
  return async (provider) => {
    const words = JSON.stringify(provider)
    const now = clock().getTime()
    const known = kept.get(provider.id)
    if (known && known.words === words && known.until > now) return known.found
    const found = await discoverProvider(provider)
    kept.set(provider.id, { words, until: now + keptMs, found })
    return found
  }
}

/** How many keys the provider publishes. @throws NoAnswer; Error when the answer is no key set */
export async function readKeys(found: oidc.Configuration): Promise<number> {
  const { jwks_uri: address } = found.serverMetadata()
  const fetchKeys = found[oidc.customFetch]
  if (!address || !fetchKeys) return 0
  const answer = await fetchKeys(address, {
    method: 'GET',
    headers: { accept: 'application/json' },
    body: null,
    redirect: 'manual',
  })
  const { keys } = (await answer.json()) as { keys?: unknown }
  return Array.isArray(keys) ? keys.length : 0
}
