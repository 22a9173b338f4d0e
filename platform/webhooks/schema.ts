import { Type } from 'typebox'
import { Id, Moment, Nullable, TextPair } from '#kernel/contract/action.ts'

const EventType = Type.String({ pattern: '^[a-z][a-z-]*\\.[a-z][a-z_-]*$', maxLength: 80 })

export const EndpointFields = {
  name: Type.String({ minLength: 1, maxLength: 100 }),
  address: Type.String({ minLength: 8, maxLength: 500 }),
  types: Type.Array(EventType, { minItems: 1, maxItems: 200, uniqueItems: true }),
  /** PEM of the receiver's own authority; empty for a certificate that is known publicly. */
  authority: Type.String({ maxLength: 20000 }),
}

/** An address events go to; its secret is shown once, when it is made. */
export const Endpoint = Type.Object({
  id: Id,
  ...EndpointFields,
  createdAt: Moment,
  formerSecretUntil: Nullable(Moment),
  failures: Type.Integer(),
  pausedAt: Nullable(Moment),
  pauseReason: Type.String(),
  waiting: Type.Integer(),
})

/** One try: when, of what, and what came back. */
export const Attempt = Type.Object({
  id: Id,
  deliveryId: Id,
  at: Moment,
  eventType: Type.String(),
  eventTitle: TextPair,
  good: Type.Boolean(),
  status: Nullable(Type.Integer()),
  tookMs: Type.Integer(),
  answer: Type.String(),
})
