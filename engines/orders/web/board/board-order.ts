import type { Text } from '#kernel/contract/text.ts'
import type { OrderRow } from '../../schema.ts'

/** An order on the board, with the words that only its service line knows. */
export interface BoardOrder extends OrderRow {
  /** 空调, 电梯 … */
  kindTitle: Text
  /** 办公楼1号 · 302室 · 窗边 */
  placeLabel: string
  /** The same fault was here before. */
  repeated: boolean
}

/** What may be done to a card; each opens its dialog. */
export type BoardDeed = 'assign' | 'urgency' | 'merge' | 'void' | 'remind' | 'reply'

/** What the board tells its page. */
export interface BoardActs {
  open: (orderId: string) => void
  ask: (deed: BoardDeed, order: BoardOrder) => void
  takeOn: (order: BoardOrder) => void
  offer: (order: BoardOrder) => void
  turn: (order: BoardOrder) => void
  select: (orderId: string) => void
  drag: (order: BoardOrder | null) => void
}
