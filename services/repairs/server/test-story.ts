import { Transformer } from '@napi-rs/image'
import { orders } from '#engines/orders/module.ts'
import type { Role } from '#kernel/contract/roles.ts'
import { kernel } from '#kernel/module.ts'
import type { World } from '#test/harness.ts'
import { repairs } from '../module.ts'
import type { RepairDetail } from '../schema.ts'

/** Where things are in the world of the tests. */
export async function placesOf(world: World) {
  return world.ctx('system', async (ctx) => {
    const sites = await ctx.db.selectFrom('directory.site').select(['id', 'name']).execute()
    const rooms = await ctx.db.selectFrom('directory.room').select(['id', 'name']).execute()
    const units = await ctx.db.selectFrom('directory.unit').select(['id', 'name']).execute()
    const people = await ctx.db.selectFrom('directory.person').select(['id', 'staff_no']).execute()
    const idOf = (rows: { id: string; name: string }[], name: string) =>
      rows.find((row) => row.name === name)!.id
    return {
      office: idOf(sites, '一号办公楼'),
      annex: idOf(sites, '二号办公楼'),
      room301: idOf(rooms, '301办公室'),
      room302: idOf(rooms, '302会议室'),
      finance: idOf(units, '财政局'),
      education: idOf(units, '教育局'),
      worker: people.find(({ staff_no }) => staff_no === 'G003')!.id,
      second: people.find(({ staff_no }) => staff_no === 'G009')!.id,
      staff: people.find(({ staff_no }) => staff_no === 'G001')!.id,
    }
  })
}

type Report = Parameters<typeof reportFault>[1]

/** A report by the staff member, of a dripping tap in room 301 unless told otherwise. */
export async function reportFault(
  world: World,
  fault: Partial<{
    kind: RepairDetail['kind']
    description: string
    urgency: 'NORMAL' | 'URGENT'
    siteId: string
    roomId: string | null
    placeText: string
    photos: string[]
    clientKey: string
  }> = {},
  role: Role = 'staff',
) {
  const { office, room301 } = await placesOf(world)
  return world.as(role).call(repairs.actions.report, {
    siteId: office,
    roomId: fault.siteId ? null : room301,
    kind: 'PLUMBING_ELECTRIC',
    description: '水龙头一直滴水',
    ...fault,
  })
}

/** The dispatcher assigns it, the worker accepts and starts. */
export async function startWork(world: World, orderId: string): Promise<void> {
  const { worker } = await placesOf(world)
  await world.as('dispatcher').call(orders.actions.assignOrder, { orderId, workerId: worker })
  await world.as('worker').call(orders.actions.takeOrder, { orderId })
  await world.as('worker').call(orders.actions.startOrder, { orderId })
}

/** Reports and starts. @returns the order's id */
export async function repairUnderWay(world: World, fault?: Report): Promise<string> {
  const { id } = await reportFault(world, fault)
  await startWork(world, id)
  return id
}

export function readAs(world: World, role: Role, orderId: string): Promise<RepairDetail> {
  return world.as(role).call(repairs.actions.readRepair, { orderId })
}

/** Answers every line of the checklist but those whose words are left out, with readings and photos where asked. */
export async function answerChecklist(
  world: World,
  orderId: string,
  leaveOut: (text: string) => boolean = () => false,
): Promise<void> {
  const { checklist } = await readAs(world, 'worker', orderId)
  const wanted = checklist.lines.filter(({ line }) => !leaveOut(line.text.zh))
  const answers = []
  for (const { line } of wanted) {
    answers.push({
      lineId: line.id,
      result: 'OK' as const,
      ...(line.limit ? { reading: line.limit.min ?? line.limit.max } : {}),
      ...(line.needsPhoto ? { photoId: await uploadPhoto(world, 'worker') } : {}),
    })
  }
  await world.as('worker').call(repairs.actions.recordChecklist, { orderId, answers })
}

/** A small picture. */
export async function pictureBytes(): Promise<Buffer> {
  const side = 8
  return Transformer.fromRgbaPixels(new Uint8Array(side * side * 4).fill(160), side, side).png()
}

export async function uploadPhoto(world: World, role: Role): Promise<string> {
  const file = { name: 'photo.png', bytes: await pictureBytes() }
  return (await world.as(role).call(kernel.actions.storeFile, {}, { file })).id
}
