import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '#kernel/bureau/demo-accounts.ts'
import { listenEvents } from '#kernel/events/listen-events.ts'
import { kernel } from '#kernel/module.ts'
import { useWorld } from '#test/harness.ts'
import { openStream } from '#test/live-stream.ts'

describe('the live stream', () => {
  const world = useWorld({ committing: true })
  let address = ''
  let stopListening: () => void = () => undefined

  beforeAll(async () => {
    stopListening = listenEvents(world.installation.pool, world.installation.announcements)
    await world.app.listen({ port: 0, host: '127.0.0.1' })
    address = `http://127.0.0.1:${(world.app.server.address() as AddressInfo).port}`
  })
  afterAll(() => stopListening())

  async function cookieOf(username: string): Promise<string> {
    const answer = await fetch(`${address}/api/auth/sign-in/username`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: demoPassword }),
    })
    return answer.headers.getSetCookie()[0]!.split(';')[0]!
  }

  it('tells everybody of the bureau what changed, by ids only, and nobody else', async () => {
    const mine = await openStream(address, await cookieOf('dispatcher'))
    const others = await openStream(address, await cookieOf('other-dispatcher'))
    await mine.until('event: hello')
    await others.until('event: hello')
    await world.as('staff').call(kernel.actions.createToken, { title: '秘密', days: 1 })
    const seen = await mine.until('kernel.token_created')
    expect(seen).toContain('"subjectType":"kernel.token"')
    expect(seen).not.toContain('秘密')
    await world.other.as('staff').call(kernel.actions.createToken, { title: '别处', days: 1 })
    // The other bureau's stream has heard of its own token and of no other.
    const heard = await others.until('kernel.token_created')
    expect(heard.match(/kernel\.token_created/g)).toHaveLength(1)
    mine.close()
    others.close()
  })

  it('is for people who have signed in', async () => {
    expect((await fetch(`${address}/api/live`)).status).toBe(401)
  })
})
