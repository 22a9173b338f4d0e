import { describe, expect, it } from 'vitest'
import { demoPassword } from '#kernel/bureau/demo-accounts.ts'
import { kernel } from '#kernel/module.ts'
import { buildApp } from '#kernel/server/build-app.ts'
import { useWorld } from '#test/harness.ts'

describe('a browser', () => {
  const world = useWorld()
  const token = { title: '伪造', days: 1 }
  const write = (headers: Record<string, string>) => world.as('staff').post('/api/me/tokens', token, headers)

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['a sandboxed page', { origin: 'null' }],
    ['an origin that is none', { origin: 'x' }],
    ['the same name on another port', { origin: 'http://localhost:8081' }],
    ['a form of another site', { origin: 'https://evil.example', 'content-type': 'text/plain' }],
  ])('sent by %s changes nothing with its cookie', async (_, headers) => {
    const answer = await write(headers)
    expect(answer).toMatchObject({ status: 403, body: { code: 'kernel.cross_site' } })
    expect((await world.as('staff').call(kernel.actions.listTokens, {})).items).toEqual([])
  })

  it('cannot be signed in, out or elsewhere by another site', async () => {
    for (const door of ['sign-in/username', 'sign-out', 'change-password']) {
      const answer = await world.nobody.post(`/api/auth/${door}`, {}, { origin: 'https://evil.example' })
      expect(answer, door).toMatchObject({ status: 403, body: { code: 'kernel.cross_site' } })
    }
  })

  it.each([
    ['our own page', { 'sec-fetch-site': 'same-origin', origin: 'http://localhost' }],
    ['our own page over plain HTTP', { origin: 'http://localhost' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
    ['a program', {}],
  ])('sent by %s writes', async (_, headers) => {
    expect((await write({ host: 'localhost', ...headers })).status).toBe(200)
  })

  it('with a token of its own writes from anywhere: nobody sends that by accident', async () => {
    const made = await world.as('staff').call(kernel.actions.createToken, token)
    const view = { list: 'orders', name: '我的', query: '', shared: false }
    const answer = await world.nobody.post('/api/views', view, {
      authorization: `Bearer ${made.token}`,
      origin: 'https://portal.example',
      'sec-fetch-site': 'cross-site',
    })
    expect(answer.status).toBe(200)
  })

  it('is told on every answer what to guard: policy, types, frames, referrer, caches', async () => {
    for (const url of ['/api/session', '/api/nothing', '/nothing', '/healthz', '/docs/', '/openapi.json']) {
      const { headers } = await world.as('staff').get(url)
      expect(headers['x-content-type-options'], url).toBe('nosniff')
      expect(headers['x-frame-options'], url).toBe('SAMEORIGIN')
      expect(headers['referrer-policy'], url).toBe('no-referrer')
      expect(headers['cross-origin-opener-policy'], url).toBe('same-origin')
      expect(headers['cross-origin-resource-policy'], url).toBe('same-origin')
      expect(headers['access-control-allow-origin'], url).toBeUndefined()
      expect(headers['x-powered-by'], url).toBeUndefined()
      expect(headers.server, url).toBeUndefined()
      const policy = String(headers['content-security-policy'])
      for (const line of [
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'self'",
      ])
        expect(policy, url).toContain(line)
      expect(String(headers['cache-control']), url).toContain('no-store')
    }
  })

  it('runs no inline script anywhere, but the one of the reference that this very answer names', async () => {
    const policyOf = async (url: string) => {
      const { headers, body } = await world.as('staff').get(url)
      return { policy: String(headers['content-security-policy']), body: String(body) }
    }
    expect((await policyOf('/api/session')).policy).toContain("script-src 'self';")
    const [first, second] = [await policyOf('/docs/'), await policyOf('/docs/')]
    expect(first.policy).toMatch(/script-src 'self' 'nonce-[\w+/]{22}=='/)
    expect(first.policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/)
    expect(first.policy).not.toBe(second.policy)
    const nonce = /'nonce-([^']+)'/.exec(first.policy)![1]
    const scripts = first.body.match(/<script\b[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(0)
    for (const tag of scripts) expect(tag).toContain(`nonce="${nonce}"`)
  })

  it('keeps the session in a cookie no script reads, no other site’s form brings, and TLS alone carries', async () => {
    const signIn = { username: 'staff', password: demoPassword }
    const plain = await world.nobody.post('/api/auth/sign-in/username', signIn)
    expect(String(plain.headers['set-cookie'])).toMatch(/HttpOnly/)
    expect(String(plain.headers['set-cookie'])).toMatch(/SameSite=Lax/)
    expect(String(plain.headers['cache-control'])).toContain('no-store')
    const app = await buildApp(world.installation, { logger: false, webFolder: null, trustProxy: true })
    const answer = await app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/username',
      payload: signIn,
      remoteAddress: '10.8.7.6',
      headers: { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'houqin.example' },
    })
    await app.close()
    expect(answer.statusCode).toBe(200)
    for (const cookie of [answer.headers['set-cookie']].flat()) expect(cookie).toMatch(/; Secure/)
    expect(answer.headers['strict-transport-security']).toMatch(/max-age=31536000/)
  })
})
