import { directory } from '#engines/directory/module.ts'
import { orders } from '#engines/orders/module.ts'
import { repairs } from '#services/repairs/module.ts'
import type { FaultKind } from '#services/repairs/words.ts'
import { ask } from './ask.ts'

/** A room of the demo bureau; another number, another room, so that tests do not meet each other's faults. */
export async function roomAt(index: number) {
  const { items } = await ask('staff', directory.actions.searchPlaces, { search: '四号办公楼', limit: 50 })
  const rooms = items.filter((place) => place.roomId !== null)
  const room = rooms[index % rooms.length]
  if (!room) throw new Error('the demo bureau has no rooms in 四号办公楼')
  return room
}

/** A repair just reported by `staff`. */
export async function reported(
  index: number,
  description: string,
  kind: FaultKind = 'DOORS_WINDOWS',
  urgency: 'NORMAL' | 'URGENT' = 'NORMAL',
) {
  const { siteId, roomId } = await roomAt(index)
  return ask('staff', repairs.actions.report, { siteId, roomId, kind, description, urgency })
}

/** The same, in the hands of the demo worker. */
export async function assigned(index: number, description: string, kind?: FaultKind) {
  const receipt = await reported(index, description, kind)
  const workers = await ask('dispatcher', orders.actions.listWorkers, {})
  const hand = workers.items.find(({ name }) => name === '周大勇')
  if (!hand) throw new Error('周大勇, the demo worker, is not among the workers')
  await ask('dispatcher', orders.actions.takeOn, { orderId: receipt.id })
  await ask('dispatcher', orders.actions.assignOrder, { orderId: receipt.id, workerId: hand.personId })
  return receipt
}

/** The same, done, so that its requester is asked. */
export async function finished(index: number, description: string) {
  const receipt = await assigned(index, description)
  await ask('worker', orders.actions.startOrder, { orderId: receipt.id })
  await ask('worker', repairs.actions.completeRepair, { orderId: receipt.id, result: 'NOT_NEEDED' })
  return receipt
}

/** The address a code at a door leads to. */
export async function doorCode(index: number): Promise<string> {
  const { siteId, roomId } = await roomAt(index)
  const { items } = await ask('dispatcher', repairs.actions.createPlaceCodes, {
    siteId,
    roomIds: roomId ? [roomId] : [],
  })
  return items[0]!.path
}
