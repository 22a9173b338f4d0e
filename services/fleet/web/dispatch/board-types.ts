import type { OutputOf } from '#kernel/contract/action.ts'
import type { fleet } from '../../module.ts'

type Actions = typeof fleet.actions

export type Board = OutputOf<Actions['readBoard']>
export type BoardTrip = Board['trips'][number]
export type QueuedRequest = Board['queue'][number]
export type Proposal = OutputOf<Actions['listProposals']>['items'][number]
export type DayPlan = OutputOf<Actions['readDayPlan']>
