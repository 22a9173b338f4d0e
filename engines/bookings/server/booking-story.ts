import type { InputOf } from '#kernel/contract/action.ts'
import type { Role } from '#kernel/contract/roles.ts'
import type { World } from '#test/harness.ts'
import { bookings } from '../module.ts'
import type { Policy } from '../schema.ts'
import { ensureResource, type NewResource } from './ensure-resource.ts'
import { noPolicy } from './set-policy.ts'

/** The tests' usual Monday is 2026-03-02, 09:00. `at('14:00')` is that day, `at('03-04 14:00')` another one. */
export function at(words: string): string {
  const [day, time] = words.includes(' ') ? words.split(' ') : ['03-02', words]
  return new Date(`2026-${day}T${time}:00+08:00`).toISOString()
}

/** What the tests of bookings do over and over. */
export function bookingStory(world: World) {
  const { actions } = bookings
  return {
    /** A room of 20, or what is given. */
    room: (name: string, more: Partial<NewResource> = {}) =>
      world.ctx('system', (ctx) =>
        ensureResource(ctx, { kind: 'ROOM', code: name, name, capacity: 20, ...more }),
      ),
    rules: (resourceId: string, policy: Partial<Policy>) =>
      world.as('manager').call(actions.setPolicy, { resourceId, ...noPolicy, ...policy }),
    book: (
      role: Role,
      resourceIds: string | string[],
      from: string,
      to: string,
      more: Partial<InputOf<typeof actions.createBooking>> = {},
    ) =>
      world.as(role).call(actions.createBooking, {
        title: '碰头会',
        from: at(from),
        to: at(to),
        claims: [resourceIds].flat().map((resourceId) => ({ resourceId })),
        ...more,
      }),
    read: (role: Role, bookingId: string) => world.as(role).call(actions.readBooking, { bookingId }),
    move: (role: Role, bookingId: string, more: Omit<InputOf<typeof actions.moveBooking>, 'bookingId'>) =>
      world.as(role).call(actions.moveBooking, { bookingId, ...more }),
    cancel: (role: Role, bookingId: string, scope?: 'this' | 'following' | 'all') =>
      world.as(role).call(actions.cancelBooking, { bookingId, reason: '改期', ...(scope ? { scope } : {}) }),
    grid: async (role: Role, day: string) =>
      (await world.as(role).call(actions.readGrid, { kind: 'ROOM', from: `2026-${day}` })).items,
  }
}
