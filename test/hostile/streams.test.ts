import { Agent, type ClientRequest, get, type IncomingMessage } from 'node:http'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kernel } from '#kernel/module.ts'
import { useWorld } from '#test/harness.ts'
import { type OwnServer, ownServer } from './own-server.ts'

const limits = { most: 400, anAccount: 30 }
const roles = ['staff', 'liaison', 'worker', 'dispatcher', 'manager', 'director', 'auditor', 'admin'] as const

describe('open streams', () => {
  const world = useWorld({ committing: true })
  let server: OwnServer
  beforeAll(async () => {
    server = await ownServer(world, { streams: limits })
  })
  afterAll(() => server.close())

  const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY })
  function openStream(token: string): Promise<{ request: ClientRequest; response: IncomingMessage }> {
    return new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}`, 'accept-language': 'zh-CN' }
      const request = get({ port: server.port, path: '/api/live', agent, headers }, (response) =>
        resolve({ request, response }),
      )
      request.once('error', reject)
    })
  }
  async function textOf(response: IncomingMessage): Promise<string> {
    let text = ''
    for await (const chunk of response.setEncoding('utf8')) text += chunk
    return text
  }

  it('are counted for each account and for the server; one more is refused politely, and room comes back', async () => {
    const tokens: string[] = []
    for (const view of [world, world.other])
      for (const role of roles)
        tokens.push((await view.as(role).call(kernel.actions.createToken, { title: '流', days: 1 })).token)

    const first = await Promise.all(Array.from({ length: 31 }, () => openStream(tokens[0]!)))
    const refused = first.filter(({ response }) => response.statusCode !== 200)
    expect(refused.map(({ response }) => response.statusCode)).toEqual([429])
    expect(JSON.parse(await textOf(refused[0]!.response))).toMatchObject({ code: 'kernel.too_many_streams' })

    const heapBefore = process.memoryUsage().rss
    const rest = await Promise.all(
      tokens.slice(1).flatMap((token) => Array.from({ length: 29 }, () => openStream(token))),
    )
    const open = [...first, ...rest].filter(({ response }) => response.statusCode === 200)
    const turnedAway = rest.filter(({ response }) => response.statusCode !== 200)
    expect(open).toHaveLength(limits.most)
    expect(turnedAway.length).toBe(30 + 15 * 29 - limits.most)
    expect(new Set(turnedAway.map(({ response }) => response.statusCode))).toEqual(new Set([503]))
    expect(turnedAway[0]!.response.headers['retry-after']).toMatch(/^\d+$/)
    expect(JSON.parse(await textOf(turnedAway[0]!.response))).toMatchObject({ code: 'kernel.busy' })
    // Both ends of each live in this process.
    const bytesAStream = (process.memoryUsage().rss - heapBefore) / limits.most
    expect(bytesAStream).toBeLessThan(250_000)

    for (const { request } of open) request.destroy()
    await expect
      .poll(async () => {
        const again = await openStream(tokens[1]!)
        again.request.destroy()
        return again.response.statusCode
      })
      .toBe(200)
  })

  it('of somebody who does not read are cut, instead of filling the memory', async () => {
    const { token } = await world
      .as('staff')
      .call(kernel.actions.createToken, { title: '睡着的手机', days: 1 })
    const { response, request } = await openStream(token)
    expect(response.statusCode).toBe(200)
    response.pause()
    const closed = new Promise((resolve) => response.once('close', resolve))
    request.once('error', () => undefined)
    response.once('error', () => undefined)
    const note = {
      bureauId: world.bureauId,
      id: '1',
      type: 't'.repeat(20_000),
      subjectType: 's',
      subjectId: null,
    }
    // More than the kernels of both ends hold for a sleeper.
    for (let round = 0; round < 600; round++) {
      world.installation.announcements.emit(world.bureauId, note)
      if (round % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 1))
    }
    response.resume()
    await closed
    expect(response.complete).toBe(false)
    await world.installation.database.asOwner((db) => sql`select 1`.execute(db))
  })
})
