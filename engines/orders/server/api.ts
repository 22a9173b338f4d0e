/** What a service line may ask of orders. The states are in `../states.ts`, the wire shapes in `../schema.ts`. */
export type { OrderDetail, OrderRow } from '../schema.ts'
export { addCost, type NewCost } from './add-cost.ts'
export { answerOrder, isSealed, orderRowOf, readOrderRow } from './answer-order.ts'
export { changeItem } from './change-item.ts'
export type { ComplaintMatter } from './complaint-matter.ts'
export { createOrder, type NewOrder } from './create-order.ts'
export { deedTime } from './deed-time.ts'
export { tellDemoNews } from './demo-news.ts'
export { duplicatesAt, type Place } from './find-duplicates.ts'
export { finishOrder, type WorkResult } from './finish-order.ts'
export { followOrder } from './follow-order.ts'
export { type ImportedOrder, importOrders } from './import-order.ts'
export { readCosts } from './list-costs.ts'
export { hasWords, type LookedUp, lookUpWords } from './look-up-words.ts'
export { orderFigures } from './measure-orders.ts'
export {
  isOwnWork,
  orderCan,
  requireHands,
  requireRequester,
  speaksForRequester,
  worksOn,
} from './order-can.ts'
export { lockOrder, type OrderRecord, readOrderRecord, requireOpen } from './order-record.ts'
export { maySeeOrder, openedBy, visibleOrders } from './policy.ts'
export { readInOrder } from './read-in-order.ts'
export { readOrder } from './read-order.ts'
export { refreshClocks } from './refresh-clocks.ts'
export { replyByMachine } from './reply-to-order.ts'
export { findOrders, isAmong, nameOrders, type OrderSelection } from './select-orders.ts'
export { ensureWorker } from './set-duty.ts'
export { settingOf } from './settings.ts'
