import { Type } from 'typebox'
import { Done, Id, Moment, Nullable, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { Headcount, Kind, Policy } from './schema.ts'

const features = Type.Array(Type.String({ minLength: 1, maxLength: 50 }), { maxItems: 40, uniqueItems: true })
const about = {
  name: Type.String({ minLength: 1, maxLength: 100 }),
  quantity: Type.Integer({ minimum: 1, maximum: 10_000 }),
  siteId: Nullable(Id),
  capacity: Nullable(Headcount),
  features,
}

/** Resources, their rules and when they are closed. */
export const manageActions = {
  createResource: write({
    path: '/bookings/resources',
    permission: 'bookings.configure',
    input: Type.Object({
      kind: Kind,
      code: Type.String({ minLength: 1, maxLength: 40 }),
      ...about,
      quantity: Type.Optional(about.quantity),
      siteId: Type.Optional(about.siteId),
      capacity: Type.Optional(about.capacity),
      features: Type.Optional(features),
    }),
    output: Type.Object({ id: Id }),
    summary: text('登记资源', 'Register a resource'),
  }),
  changeResource: write({
    method: 'PATCH',
    path: '/bookings/resources/:resourceId',
    permission: 'bookings.configure',
    input: Type.Object({
      resourceId: Id,
      name: Type.Optional(about.name),
      quantity: Type.Optional(about.quantity),
      siteId: Type.Optional(about.siteId),
      capacity: Type.Optional(about.capacity),
      features: Type.Optional(features),
      closed: Type.Optional(Type.Boolean()),
    }),
    output: Done,
    summary: text('修改资源', 'Change a resource'),
  }),
  setPolicy: write({
    method: 'PUT',
    path: '/bookings/resources/:resourceId/policy',
    permission: 'bookings.configure',
    input: Type.Object({ resourceId: Id, ...Policy.properties }),
    output: Done,
    summary: text('设置预订规则', 'Set the booking rules'),
  }),
  blackOut: write({
    path: '/bookings/resources/:resourceId/blackouts',
    permission: 'bookings.configure',
    input: Type.Object({
      resourceId: Id,
      from: Moment,
      to: Moment,
      reason: Type.String({ minLength: 1, maxLength: 200 }),
    }),
    output: Type.Object({
      id: Id,
      /** Bookings already there, which stay until somebody moves them. */
      affected: Type.Array(Type.Object({ id: Id, title: Type.String(), from: Moment })),
    }),
    summary: text('暂停使用一段时间', 'Close for a time'),
  }),
  liftBlackout: write({
    path: '/bookings/blackouts/:blackoutId/lifting',
    permission: 'bookings.configure',
    input: Type.Object({ blackoutId: Id }),
    output: Done,
    summary: text('提前恢复使用', 'Open again'),
  }),
}
