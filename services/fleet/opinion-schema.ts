import { type Static, Type } from 'typebox'
import { Can, Day, Id, Moment, Nullable, TextPair } from '#kernel/contract/action.ts'
import { opinionStates } from './opinion-states.ts'
import { opinionKinds, opinionTopics } from './opinion-words.ts'
import { keysOf, Search } from './register-schema.ts'

export const opinionFilters = {
  search: Search,
  kind: Type.Optional(keysOf(opinionKinds)),
  topic: Type.Optional(keysOf(opinionTopics)),
  state: Type.Optional(Type.Array(keysOf(opinionStates.states), { maxItems: 4 })),
  /** Not answered, and past its day. */
  overdue: Type.Optional(Type.Boolean()),
  /** The own ones, also for those who see all. */
  mine: Type.Optional(Type.Boolean()),
  requestId: Type.Optional(Id),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  sort: Type.Optional(Type.Enum(['said', '-said', 'due', '-due'])),
}
export type OpinionFilters = Static<ReturnType<typeof Type.Object<typeof opinionFilters>>>

export const OpinionRow = Type.Object({
  id: Id,
  number: Type.String(),
  kind: keysOf(opinionKinds),
  topic: keysOf(opinionTopics),
  words: Type.String(),
  anonymous: Type.Boolean(),
  /** Null where anonymous. */
  byName: Nullable(Type.String()),
  unit: Nullable(Type.Object({ id: Id, name: Type.String() })),
  request: Nullable(Type.Object({ id: Id, number: Type.String(), destination: Type.String() })),
  saidAt: Moment,
  answerBy: Moment,
  overdue: Type.Boolean(),
  state: keysOf(opinionStates.states),
  answer: Nullable(Type.String()),
  answeredAt: Nullable(Moment),
  answeredBy: Nullable(Type.String()),
  changed: Nullable(Type.String()),
  adoptedAt: Nullable(Moment),
  adoptedBy: Nullable(Type.String()),
  mine: Type.Boolean(),
  can: Can,
})
export type OpinionRow = Static<typeof OpinionRow>

export const OpinionDetail = Type.Object({
  ...OpinionRow.properties,
  /** The change to a standard that came of it. */
  proposal: Nullable(
    Type.Object({ documentId: Id, clauseCode: Type.String(), words: Type.String(), state: Type.String() }),
  ),
  history: Type.Array(
    Type.Object({
      id: Id,
      at: Moment,
      title: TextPair,
      /** Null for whoever spoke without a name. */
      actorName: Nullable(Type.String()),
    }),
  ),
})
