import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { type OwnServer, ownServer } from './own-server.ts'

const patience = { headers: 400, request: 900, idle: 600 }
const host = 'host: localhost\r\n'

describe('on the wire', () => {
  const world = useWorld({ committing: true })
  let server: OwnServer
  beforeAll(async () => {
    server = await ownServer(world, { patience })
  })
  afterAll(() => server.close())

  it('headers that never end are cut off in time, with words', async () => {
    const { answer, afterMs } = await server.say(`GET /healthz HTTP/1.1\r\n${host}x-slow: `)
    expect(answer).toMatch(/^HTTP\/1\.1 408 /)
    expect(answer).toContain('"code":"kernel.too_slow"')
    expect(afterMs).toBeGreaterThan(300)
    expect(afterMs).toBeLessThan(8000)
  })

  it('a body that never ends is cut off in time', async () => {
    const { answer, afterMs } = await server.say(
      `POST /api/me/tokens HTTP/1.1\r\n${host}content-type: application/json\r\ncontent-length: 1000\r\n\r\n{`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 408 /)
    expect(afterMs).toBeLessThan(8000)
  })

  it('a connection on which nothing more is said is closed', async () => {
    const { answer, afterMs } = await server.say(`GET /healthz HTTP/1.1\r\n${host}\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 200 /)
    expect(afterMs).toBeLessThan(8000)
  })

  it('a flood of headers is refused with 431, many small ones do no harm', async () => {
    const flood = `GET /healthz HTTP/1.1\r\n${host}x-flood: ${'x'.repeat(20_000)}\r\n\r\n`
    expect((await server.say(flood)).answer).toMatch(/^HTTP\/1\.1 431 [\s\S]*kernel\.headers_too_large/)
    const many = Array.from({ length: 900 }, (_, index) => `x${index}: 1\r\n`).join('')
    expect((await server.say(`GET /healthz HTTP/1.1\r\n${host}${many}\r\n`)).answer).toMatch(
      /^HTTP\/1\.1 200 /,
    )
  })

  it.each([
    ['two lengths', 'content-length: 1\r\ncontent-length: 2\r\n'],
    ['a length and pieces', 'content-length: 4\r\ntransfer-encoding: chunked\r\n'],
    ['pieces of an unknown kind', 'transfer-encoding: xchunked\r\n'],
    ['a length below nothing', 'content-length: -1\r\n'],
    ['a name with a space', 'x y: 1\r\n'],
    ['a folded line', 'x-a: 1\r\n b\r\n'],
    ['a bare line feed', 'x-a: 1\nx-b: 2\r\n'],
    ['NUL in a value', 'x-a: a\0b\r\n'],
  ])('%s: no smuggled request', async (_, headers) => {
    const bytes = `POST /api/me/tokens HTTP/1.1\r\n${host}content-type: application/json\r\n${headers}\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\n${host}\r\n`
    const { answer } = await server.say(bytes)
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect(answer).not.toContain('houqin_http')
  })

  it.each(['a b', 'evil.example/x', '@evil.example', 'x"y', '<script>', '..%00'])(
    'Host: %s is refused',
    async (name) => {
      const { answer } = await server.say(`GET /api/session HTTP/1.1\r\nhost: ${name}\r\n\r\n`)
      expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    },
  )

  it('a Host of one’s own choosing appears in no answer, and no Host at all is refused', async () => {
    const { answer } = await server.say(
      'GET /api/session HTTP/1.1\r\nhost: evil.example\r\nx-forwarded-host: evil2.example\r\nx-forwarded-proto: https\r\n\r\n',
    )
    expect(answer).not.toContain('evil')
    expect(answer).not.toContain('strict-transport-security')
    expect((await server.say('GET /healthz HTTP/1.1\r\n\r\n')).answer).toMatch(/^HTTP\/1\.1 400 /)
  })

  it.each(['TRACE', 'CONNECT', 'PROPFIND', 'FOO'])('%s is refused and echoes nothing', async (method) => {
    const target = method === 'CONNECT' ? 'localhost:1' : '/api/session'
    const { answer } = await server.say(`${method} ${target} HTTP/1.1\r\n${host}cookie: secret-word\r\n\r\n`)
    expect(answer === '' || /^HTTP\/1\.1 (400|404|405) /.test(answer)).toBe(true)
    expect(answer).not.toContain('secret-word')
  })

  it('no header changes the method', async () => {
    for (const name of ['x-http-method-override', 'x-method-override', 'x-http-method']) {
      const answer = await world.app.inject({
        url: '/api/healthz?_method=DELETE',
        headers: { [name]: 'DELETE' },
      })
      expect(answer.statusCode).toBe(404)
    }
    const { id } = (
      await world.as('staff').post(
        '/api/me/tokens',
        { title: '留着', days: 1 },
        {
          'x-http-method-override': 'GET',
        },
      )
    ).body
    await world
      .as('staff')
      .post(`/api/me/tokens/${id}?_method=DELETE`, {}, { 'x-http-method-override': 'DELETE' })
    expect((await world.as('staff').get('/api/me/tokens')).body.items).toHaveLength(1)
  })
})
