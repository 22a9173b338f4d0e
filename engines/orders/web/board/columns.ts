import { type Text, text } from '#kernel/contract/text.ts'
import type { OrderState } from '../../states.ts'

/** A column of the board: states a dispatcher thinks of as one. */
export interface BoardColumn {
  readonly key: string
  readonly title: Text
  readonly states: readonly OrderState[]
  /** What an empty column says. */
  readonly empty: Text
}

/** From left to right, as an order travels. */
export const boardColumns: readonly BoardColumn[] = [
  {
    key: 'new',
    title: text('待受理', 'New'),
    states: ['SUBMITTED'],
    empty: text('都受理了', 'All taken on'),
  },
  {
    key: 'unassigned',
    title: text('待派单', 'To assign'),
    states: ['ACCEPTED', 'OFFERED'],
    empty: text('都派出去了', 'All assigned'),
  },
  {
    key: 'assigned',
    title: text('已派', 'Assigned'),
    states: ['ASSIGNED', 'TAKEN'],
    empty: text('没有等着开工的', 'Nothing waits to start'),
  },
  {
    key: 'working',
    title: text('进行中', 'In progress'),
    states: ['IN_PROGRESS'],
    empty: text('没有正在做的', 'Nothing under way'),
  },
  {
    key: 'paused',
    title: text('暂停', 'Paused'),
    states: ['PAUSED'],
    empty: text('没有暂停的', 'None paused'),
  },
  {
    key: 'finished',
    title: text('待确认', 'To confirm'),
    states: ['FINISHED'],
    empty: text('都确认了', 'All confirmed'),
  },
]
