import { Type } from 'typebox'
import { Day, Nullable, read } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { LineName, OrderRow } from './schema.ts'

const Late = Type.Object({
  order: OrderRow,
  /** In whose hands the promise passed; null where the order is sealed to the reader. */
  holderWhenDue: Nullable(Type.String()),
  roleWhenDue: Nullable(Type.String()),
  /** Working minutes past the promise, held time left out. */
  overdueMinutes: Nullable(Type.Integer()),
})
const Unhappy = Type.Object({ order: OrderRow, overall: Type.Integer(), comment: Type.String() })
const Again = Type.Object({ order: OrderRow, reason: Type.String() })

/** What a section head looks at in the morning. */
export const shortfallActions = {
  readShortfalls: read({
    path: '/orders/shortfalls',
    permission: 'orders.read-all',
    input: Type.Object({
      /** Days, both included. */
      from: Day,
      to: Day,
      line: Type.Optional(LineName),
    }),
    output: Type.Object({
      /** Orders whose promise was broken in these days: how many, and the latest of them. */
      lateCount: Type.Integer(),
      late: Type.Array(Late),
      /** Rated one or two in these days. */
      lowRatedCount: Type.Integer(),
      lowRated: Type.Array(Unhappy),
      /** Sent back by the requester in these days. */
      reopenedCount: Type.Integer(),
      reopened: Type.Array(Again),
    }),
    summary: text('哪些没做好、为什么', 'What fell short, and why'),
  }),
}
