import { type Static, Type } from 'typebox'
import { Can, Moment, Nullable } from '#kernel/contract/action.ts'
import { Participant, SeatingPlan } from './seating/schema.ts'

/** The seat plan of a meeting with the people to be seated. `version` 0: nothing was saved yet, the plan is a proposal. */
export const SeatPlanView = Type.Object({
  version: Type.Integer(),
  plan: SeatingPlan,
  people: Type.Array(Participant),
  /** Highest first. */
  ranks: Type.Array(Type.String()),
  changedAt: Nullable(Moment),
  changedBy: Nullable(Type.String()),
  can: Can,
})
export type SeatPlanView = Static<typeof SeatPlanView>
