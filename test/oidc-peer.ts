import { generateKeyPairSync } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export interface OidcPeer {
  issuer: string
  clientId: string
  clientSecret: string
  /** Subject → what the provider calls the person; whoever types a subject on its page is that person. */
  people: Map<string, string>
  /** Answers a path in the provider's place, while it is set. */
  instead: Map<string, (response: ServerResponse) => void>
  /** Paths called, in order. */
  calls: string[]
  close(): Promise<void>
}

interface PeerOptions {
  /** Where it may send browsers back to. */
  callback: string
  /** How it takes the client's secret. */
  secretBy?: 'client_secret_basic' | 'client_secret_post'
  /** The user name stands in the ID token itself; otherwise only the user info tells it. */
  namesInToken?: boolean
}

/** A key of a provider, public and private. */
export function makeKey(kid: string) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' }
}

/** A real OpenID provider on loopback, with its own pages to sign in and to consent. */
export async function openOidcPeer({
  callback,
  secretBy = 'client_secret_basic',
  namesInToken = false,
}: PeerOptions): Promise<OidcPeer> {
  const people = new Map<string, string>()
  const instead: OidcPeer['instead'] = new Map()
  const calls: string[] = []
  const clientId = 'houqin-under-test'
  const clientSecret = 'a secret: with 100% odd/signs?'
  let answer: ReturnType<Provider['callback']> | undefined
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://peer').pathname
    calls.push(path)
    const other = instead.get(path)
    if (other) other(response)
    // Browsers ask for it; the provider has none.
    else if (path === '/favicon.ico') response.writeHead(204).end()
    else void answer?.(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  answer = quietly(
    () =>
      new Provider(issuer, {
        clients: [
          {
            client_id: clientId,
            client_secret: clientSecret,
            redirect_uris: [callback],
            token_endpoint_auth_method: secretBy,
          },
        ],
        clientAuthMethods: [secretBy],
        claims: { openid: ['sub'], profile: ['preferred_username'] },
        conformIdTokenClaims: !namesInToken,
        findAccount: (_ctx, subject) =>
          people.has(subject)
            ? {
                accountId: subject,
                claims: () => ({ sub: subject, preferred_username: people.get(subject) }),
              }
            : undefined,
        jwks: { keys: [makeKey('first')] },
        cookies: { keys: ['only for tests'] },
        ttl: {
          AccessToken: 600,
          AuthorizationCode: 60,
          Grant: 600,
          IdToken: 600,
          Interaction: 600,
          Session: 600,
        },
      }),
  ).callback()
  return {
    issuer,
    clientId,
    clientSecret,
    people,
    instead,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** It warns of what is only for tests; that is where we are. */
function quietly<T>(make: () => T): T {
  const { warn, info } = console
  console.warn = console.info = () => undefined
  try {
    return make()
  } finally {
    Object.assign(console, { warn, info })
  }
}

/** A browser at the provider: signs in as `subject` and consents. @returns the address it is sent back to */
export async function walkThrough(peer: OidcPeer, address: string, subject: string): Promise<URL> {
  const jar = new Map<string, string>()
  let next = new URL(address)
  for (let step = 0; step < 12; step++) {
    if (next.origin !== peer.issuer) return next
    const page = await visit(next, jar)
    const html = page.status === 200 ? await page.text() : ''
    const answer = html ? await visit(next, jar, formOf(html, subject)) : page
    const location = answer.headers.get('location')
    if (!location) throw new Error(`${next} answered ${answer.status}: ${html || (await answer.text())}`)
    next = new URL(location, next)
  }
  throw new Error('the provider sends its visitor round in circles')
}

function formOf(html: string, subject: string): URLSearchParams {
  const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? ''
  return new URLSearchParams({ prompt, login: subject, password: 'any' })
}

async function visit(address: URL, jar: Map<string, string>, form?: URLSearchParams): Promise<Response> {
  const answer = await fetch(address, {
    method: form ? 'POST' : 'GET',
    body: form,
    redirect: 'manual',
    headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
  })
  for (const line of answer.headers.getSetCookie()) {
    const [name, value] = line.split(';')[0]!.split(/=(.*)/s) as [string, string]
    if (value === '') jar.delete(name)
    else jar.set(name, value)
  }
  return answer
}

/** What a bureau enters to sign its people in there, by user name. */
export function providerFields({ issuer, clientId, clientSecret }: OidcPeer) {
  return {
    title: '区统一认证',
    issuer,
    clientId,
    clientSecret,
    scopes: 'openid profile',
    authority: '',
    claim: 'preferred_username',
    match: 'user-name' as const,
    secondFactorByProvider: false,
    enabled: true,
  }
}
