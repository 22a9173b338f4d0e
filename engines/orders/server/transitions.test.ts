import { describe, expect, it } from 'vitest'
import type { Role } from '#kernel/contract/roles.ts'
import { useWorld } from '#test/harness.ts'
import { orderStory } from '#test/order-story.ts'
import { type OrderState, orderStates } from '../states.ts'

describe('the steps of an order', () => {
  const world = useWorld()
  const story = orderStory(world)

  /** The lawful steps that bring a fresh order into each state. */
  const ways: Record<OrderState, readonly string[]> = {
    SUBMITTED: [],
    ACCEPTED: ['take-on'],
    OFFERED: ['take-on', 'duty', 'offer'],
    ASSIGNED: ['take-on', 'assign'],
    TAKEN: ['take-on', 'assign', 'acceptance'],
    IN_PROGRESS: ['assign', 'acceptance', 'start'],
    PAUSED: ['assign', 'start', 'pause'],
    FINISHED: ['assign', 'start', 'finish'],
    COMPLETED: ['assign', 'start', 'finish', 'confirmation'],
    VOIDED: ['voiding'],
    MERGED: ['merging'],
  }
  const byWorker = ['acceptance', 'start', 'pause']

  async function walk(id: string, way: string): Promise<unknown> {
    if (way === 'duty') return story.duty('worker')
    if (way === 'assign') return story.assign(id)
    if (way === 'finish') return story.finish(id)
    if (way === 'confirmation') return story.done('staff', id, way)
    const into = way === 'merging' ? { intoOrderId: (await story.report()).id } : {}
    const reasons = way === 'pause' ? { reason: 'PARTS' } : way === 'voiding' ? { reason: '重复' } : {}
    return story.done(byWorker.includes(way) ? 'worker' : 'dispatcher', id, way, { ...into, ...reasons })
  }

  async function orderIn(state: OrderState): Promise<string> {
    const { id } = await story.report()
    for (const way of ways[state]) await walk(id, way)
    return id
  }

  interface Step {
    transition: keyof typeof orderStates.transitions
    role: Role
    path: string
    body: () => Promise<object>
  }
  const step = (
    transition: Step['transition'],
    role: Role,
    path: string,
    body: Step['body'] = async () => ({}),
  ) => ({
    transition,
    role,
    path,
    body,
  })
  const reason = async () => ({ reason: '测试' })
  const steps: Step[] = [
    step('takeOn', 'dispatcher', 'take-on'),
    step('assign', 'dispatcher', 'assignment', async () => ({ workerId: await story.personId('worker') })),
    step('transfer', 'dispatcher', 'transfer', async () => ({
      workerId: await story.personId('secondWorker'),
      reason: '换人',
    })),
    step('offer', 'dispatcher', 'offer'),
    step('claim', 'worker', 'claim'),
    step('take', 'worker', 'acceptance'),
    step('refuse', 'worker', 'refusal', reason),
    step('start', 'worker', 'start'),
    step('pause', 'worker', 'pause', async () => ({ reason: 'WEATHER' })),
    step('resume', 'worker', 'resumption'),
    step('confirm', 'staff', 'confirmation'),
    step('reopen', 'staff', 'reopening', reason),
    step('withdraw', 'staff', 'withdrawal', reason),
    step('void', 'dispatcher', 'voiding', reason),
    step('merge', 'dispatcher', 'merging', async () => ({ intoOrderId: await orderIn('SUBMITTED') })),
  ]

  it.each(Object.keys(ways) as OrderState[])(
    'from %s every step that leads out of it passes, and every other is 409',
    async (state) => {
      // A step that is refused leaves the order as it was, so that all of them can be tried on one.
      const refusing = await orderIn(state)
      // Somebody else's order is invisible to a worker until it was in their hands.
      const hidden = ['SUBMITTED', 'ACCEPTED', 'VOIDED', 'MERGED'].includes(state)
      for (const { transition, role, path, body } of steps) {
        const { from, to } = orderStates.transitions[transition]
        if (!(from as readonly string[]).includes(state)) {
          const answer = await story.act(role, refusing, path, await body())
          const expected = role === 'worker' && hidden ? 404 : 409
          expect([transition, answer.status]).toEqual([transition, expected])
          continue
        }
        const id = await orderIn(state)
        if (transition === 'offer') await story.duty('worker')
        const answer = await story.act(role, id, path, await body())
        expect([transition, answer.status, answer.body.detail]).toEqual([transition, 200, undefined])
        expect(answer.body.state ?? answer.body.order.state).toBe(to)
      }
      expect((await story.read('manager', refusing)).body.state).toBe(state)
    },
  )

  it('lets nobody but the holder or a dispatcher work on it, and says whose it is', async () => {
    const order = await story.report()
    await story.assign(order.id, 'secondWorker')
    const stranger = await story.act('worker', order.id, 'start')
    expect(stranger.status).toBe(404)
    await story.done('dispatcher', order.id, 'transfer', {
      workerId: await story.personId('worker'),
      reason: '换人',
    })
    await story.done('dispatcher', order.id, 'transfer', {
      workerId: await story.personId('secondWorker'),
      reason: '再换',
    })
    const former = await story.act('worker', order.id, 'start')
    expect([former.status, former.body.code]).toEqual([403, 'orders.not_in_your_hands'])
    expect(former.body.detail).toContain('孙立国')
    expect((await story.act('liaison', order.id, 'take-on')).status).toBe(403)
    expect((await story.act('auditor', order.id, 'confirmation')).status).toBe(403)
    expect((await world.nobody.get(`/api/orders/${order.id}`)).status).toBe(401)
    expect((await world.other.as('dispatcher').get(`/api/orders/${order.id}`)).status).toBe(404)
  })

  it('shows every move in the history, and lets no state change behind its back', async () => {
    const id = await orderIn('COMPLETED')
    const { body } = await world.as('staff').get(`/api/orders/${id}/history`)
    expect(body.items.map((event: { type: string }) => event.type).reverse()).toEqual([
      'orders.submitted',
      'orders.assigned',
      'orders.started',
      'orders.finished',
      'orders.completed',
    ])
    const behind = world.ctx('manager', (ctx) =>
      ctx.db.updateTable('orders.service_order').set({ state: 'SUBMITTED' }).where('id', '=', id).execute(),
    )
    await expect(behind).rejects.toThrow('only through a transition')
  })
})
