import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { buildApp } from './build-app.ts'

describe('calls a minute', () => {
  const world = useWorld()
  let app: FastifyInstance
  beforeAll(async () => {
    app = await buildApp(world.installation, { logger: false, webFolder: null, callsPerMinute: 5 })
  })
  afterAll(() => app.close())

  async function statuses(
    times: number,
    url: string,
    remoteAddress: string,
    cookie: (index: number) => string,
  ) {
    const all: number[] = []
    for (let index = 0; index < times; index++) {
      const answer = await app.inject({ url, remoteAddress, headers: { cookie: cookie(index) } })
      all.push(answer.statusCode)
    }
    return all
  }

  it('are counted by caller, so that colleagues behind one router do not stop each other', async () => {
    const one = await statuses(6, '/api/session', '10.9.0.1', () => 'houqin.session_token=one')
    expect(one).toEqual([401, 401, 401, 401, 401, 429])
    expect(await statuses(1, '/api/session', '10.9.0.1', () => 'houqin.session_token=two')).toEqual([401])
  })

  it('are counted by address too, so that inventing credentials gains nothing', async () => {
    const all = await statuses(102, '/api/session', '10.9.0.2', (index) => `houqin.session_token=${index}`)
    expect(all.slice(0, 100)).not.toContain(429)
    expect(all.slice(100)).toEqual([429, 429])
  })

  it('leave the pages and their parts alone', async () => {
    const all = await statuses(200, '/assets/page.js', '10.9.0.3', () => '')
    expect(all).not.toContain(429)
  })
})
