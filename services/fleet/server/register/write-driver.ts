import { ensureResource } from '#engines/bookings/server/api.ts'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { driverActions } from '../../actions/driver-actions.ts'
import { driverStates } from '../../states.ts'
import { lockDriver } from './lock-vehicle.ts'
import { closeResource } from './retire-vehicle.ts'

type Actions = typeof driverActions

export interface NewDriver {
  staff_no: string
  name: string
  person_id: string | null
  phone: string
  licence_class: string
  licence_until: string
  pool: string
  state: 'ACTIVE' | 'LEFT'
  left_on: string | null
}

/** 登记驾驶员: somebody who can be booked to drive. @throws Problem 409 `fleet.staff_no_taken`, `fleet.person_drives`; 422 */
export async function registerDriver(
  ctx: Ctx,
  input: InputOf<Actions['registerDriver']>,
): Promise<OutputOf<Actions['registerDriver']>> {
  const taken = await ctx.db
    .selectFrom('fleet.driver')
    .select('id')
    .where('staff_no', '=', input.staffNo)
    .executeTakeFirst()
  if (taken)
    throw new Problem(409, 'fleet.staff_no_taken', { params: { number: input.staffNo }, path: 'staffNo' })
  await checkPerson(ctx, input.personId ?? null, null)
  const id = await insertDriver(ctx, {
    staff_no: input.staffNo,
    name: input.name,
    person_id: input.personId ?? null,
    phone: input.phone ?? '',
    licence_class: input.licenceClass,
    licence_until: input.licenceUntil,
    pool: input.pool ?? 'CENTRE',
    state: 'ACTIVE',
    left_on: null,
  })
  return { id }
}

/** Writes a driver that was checked: resource, row, history. The history has no telephone number. */
export async function insertDriver(ctx: Ctx, driver: NewDriver): Promise<string> {
  const id = await ensureResource(ctx, {
    kind: 'DRIVER',
    code: driver.staff_no,
    name: `${driver.name} ${driver.staff_no}`,
    href: '/fleet/drivers',
    closed: driver.state === 'LEFT',
  })
  await ctx.db
    .insertInto('fleet.driver')
    .values({ id, ...driver, created_at: ctx.now })
    .execute()
  const { phone: _, ...after } = driver
  await emitForDriver(ctx, id, 'fleet.driver_registered', { after })
  return id
}

/** @throws Problem 404; 409 `fleet.person_drives`; 422 `fleet.unknown_person` */
export async function changeDriver(
  ctx: Ctx,
  { driverId, ...input }: InputOf<Actions['changeDriver']>,
): Promise<OutputOf<Actions['changeDriver']>> {
  const before = await lockDriver(ctx, driverId)
  if (input.personId !== undefined) await checkPerson(ctx, input.personId, driverId)
  await writeDriver(ctx, before, {
    name: input.name ?? before.name,
    person_id: input.personId === undefined ? before.person_id : input.personId,
    phone: input.phone ?? before.phone,
    licence_class: input.licenceClass ?? before.licence_class,
    licence_until: input.licenceUntil ?? before.licence_until,
    pool: input.pool ?? before.pool,
  })
  return done
}

/** Writes what differs. @returns whether anything did */
export async function writeDriver(
  ctx: Ctx,
  before: Record<string, unknown> & { id: string; staff_no: string; name: string },
  after: Partial<Omit<NewDriver, 'state' | 'left_on' | 'staff_no'>>,
): Promise<boolean> {
  const changed = Object.entries(after).filter(([column, value]) => before[column] !== value)
  if (changed.length === 0) return false
  await ctx.db
    .updateTable('fleet.driver')
    .set(Object.fromEntries(changed))
    .where('id', '=', before.id)
    .execute()
  if (after.name !== undefined && after.name !== before.name)
    await ctx.db
      .updateTable('bookings.resource')
      .set({ name: `${after.name} ${before.staff_no}` })
      .where('id', '=', before.id)
      .execute()
  const told = changed.map(([column]) => column).filter((column) => column !== 'phone')
  await emitForDriver(ctx, before.id, 'fleet.driver_changed', {
    before: Object.fromEntries(told.map((column) => [column, before[column]])),
    after: Object.fromEntries(changed.filter(([column]) => column !== 'phone')),
  })
  return true
}

/** 离岗: nobody books him any more. @throws Problem 404; 409; 422 `fleet.in_future` */
export async function releaseDriver(
  ctx: Ctx,
  { driverId, leftOn, reason }: InputOf<Actions['releaseDriver']>,
): Promise<OutputOf<Actions['releaseDriver']>> {
  if (leftOn > localDayOf(ctx.now)) throw new Problem(422, 'fleet.in_future', { path: 'leftOn' })
  await ctx.move(driverStates, 'leaveStaff', driverId, { set: { left_on: leftOn }, reason })
  await closeResource(ctx, driverId, true)
  return done
}

/** 返岗. @throws Problem 404; 409 */
export async function takeDriverBack(
  ctx: Ctx,
  { driverId }: InputOf<Actions['takeDriverBack']>,
): Promise<OutputOf<Actions['takeDriverBack']>> {
  const driver = await lockDriver(ctx, driverId)
  await checkPerson(ctx, driver.person_id, driverId)
  await ctx.move(driverStates, 'rejoin', driverId, { set: { left_on: null } })
  await closeResource(ctx, driverId, false)
  return done
}

/** One entry of a driver's history. */
export async function emitForDriver(
  ctx: Ctx,
  driverId: string,
  type: `fleet.${string}`,
  more: { before?: unknown; after?: unknown; reason?: string } = {},
): Promise<void> {
  await ctx.emit({ type, subjectType: 'fleet.driver', subjectId: driverId, ...more })
}

async function checkPerson(ctx: Ctx, personId: string | null, own: string | null): Promise<void> {
  if (!personId) return
  const person = await ctx.db
    .selectFrom('directory.person')
    .select('id')
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!person) throw new Problem(422, 'fleet.unknown_person', { path: 'personId' })
  const other = await ctx.db
    .selectFrom('fleet.driver')
    .select(['id', 'staff_no'])
    .where('person_id', '=', personId)
    .where('state', '=', 'ACTIVE')
    .executeTakeFirst()
  if (other && other.id !== own)
    throw new Problem(409, 'fleet.person_drives', { params: { number: other.staff_no }, path: 'personId' })
}
