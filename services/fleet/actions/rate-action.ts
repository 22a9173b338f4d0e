import { Type } from 'typebox'
import { Done, Id, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'

const Mark = Type.Integer({ minimum: 1, maximum: 5 })

/** One tap of the passenger; by itself, because everybody's first screen brings it along. */
export const rateAction = write({
  path: '/fleet/requests/:requestId/rating',
  permission: 'fleet.request',
  input: Type.Object({
    requestId: Id,
    overall: Mark,
    punctuality: Type.Optional(Mark),
    driving: Type.Optional(Mark),
    vehicle: Type.Optional(Mark),
    manners: Type.Optional(Mark),
    comment: Type.Optional(Type.String({ maxLength: 2000 })),
  }),
  output: Done,
  summary: text('评价用车', 'Rate the ride'),
})
