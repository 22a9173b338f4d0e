import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bookings } from '#engines/bookings/module.ts'
import { listenEvents } from '#kernel/events/listen-events.ts'
import { useWorld } from '#test/harness.ts'
import { linkPaths } from '../../display-words.ts'
import { meetings } from '../../module.ts'
import { meetingStory } from '../test-story.ts'

describe('the live stream of a door screen', () => {
  const world = useWorld({ committing: true })
  const story = meetingStory(world)
  let address = ''
  let stopListening: () => void = () => undefined

  beforeAll(async () => {
    stopListening = listenEvents(world.installation.pool, world.installation.announcements)
    await world.app.listen({ port: 0, host: '127.0.0.1' })
    address = `http://127.0.0.1:${(world.app.server.address() as AddressInfo).port}`
  })
  afterAll(() => stopListening())

  async function listen(code: string) {
    const abort = new AbortController()
    const answer = await fetch(`${address}/api/public/displays/${code}/live`, { signal: abort.signal })
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
    let seen = ''
    return {
      status: answer.status,
      close: () => abort.abort(),
      forget() {
        seen = ''
      },
      async until(word: string) {
        while (!seen.includes(word)) seen += (await reader.read()).value ?? ''
        return seen
      },
    }
  }

  it('says by itself within a second that something was booked or changed, and not a word of what', async () => {
    const roomId = await story.addRoom()
    const { path } = await world.as('admin').call(meetings.actions.makeRoomLink, { roomId, kind: 'DISPLAY' })
    const code = path.slice(linkPaths.DISPLAY.length)
    const screen = await listen(code)
    await screen.until('event: hello')
    const { id } = await story.book('staff', story.meeting(roomId))
    const seen = await screen.until('event: changed')
    expect(seen).not.toMatch(new RegExp(`预算|${id}`))
    // From the answer to whoever changes something, which comes after the commit, to the word at the door: the middle of
    // five, so that one pause of the machine is not taken for the stream's.
    const waits: number[] = []
    for (const title of ['甲', '乙', '丙', '丁', '戊']) {
      screen.forget()
      await world.as('staff').call(bookings.actions.changeBooking, { bookingId: id, title })
      const committed = performance.now()
      await screen.until('event: changed')
      waits.push(performance.now() - committed)
    }
    const middle = waits.sort((one, other) => one - other)[2]!
    process.stdout.write(`a door screen hears of a change after ${middle.toFixed(0)} ms\n`)
    expect(middle).toBeLessThan(1000)
    screen.close()
    await world.as('admin').call(meetings.actions.revokeRoomLink, { roomId, kind: 'DISPLAY' })
    expect((await fetch(`${address}/api/public/displays/${code}/live`)).status).toBe(410)
    expect((await fetch(`${address}/api/public/displays/x/live`)).status).toBe(404)
  })
})
