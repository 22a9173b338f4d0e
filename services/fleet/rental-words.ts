import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { type Text, text } from '#kernel/contract/text.ts'

/** What the agreed price is for. */
export const priceBases = {
  WHOLE: text('一次包干', 'For the whole ride'),
  DAY: text('按天', 'A day'),
  KM: text('按公里', 'A kilometre'),
} as const satisfies Record<string, Text>
export type PriceBasis = keyof typeof priceBases

/** What the history calls what happened. */
export const rentalEvents = {
  'fleet.request_rented': text('已租车', 'Vehicle rented'),
  'fleet.rental_ordered': text('租车', 'Vehicle rented'),
  'fleet.rental_returned': text('登记租车结果', 'Rented ride recorded'),
  'fleet.rental_corrected': text('更正租车结果', 'Rented ride corrected'),
  'fleet.rental_cancelled': text('取消租车', 'Rented vehicle called off'),
  'fleet.rental_supplier_added': text('登记租赁单位', 'Rental supplier added'),
  'fleet.rental_supplier_changed': text('修改租赁单位', 'Rental supplier changed'),
  'fleet.rental_supplier_closed': text('停用租赁单位', 'Rental supplier closed'),
} as const satisfies Record<string, Text>

/** The words of the refusals: what happened, and the next step. */
export const rentalProblems = {
  'fleet.unknown_supplier': text(
    '没有这家租赁单位，或者已经停用，请重新选择。',
    'There is no such supplier, or it is closed; choose another.',
  ),
  'fleet.supplier_exists': text(
    '已有名为“{name}”的租赁单位，请修改那一家。',
    'There is a supplier called “{name}”; change that one.',
  ),
  'fleet.supplier_closed': text('这家租赁单位已经停用。', 'This supplier has been closed.'),
  'fleet.contract_turned': text(
    '合同终止日期不能早于起始日期，请改日期。',
    'The contract ends before it begins; change the days.',
  ),
  'fleet.rental_too_small': text(
    '这辆车除驾驶员外只有 {seats} 座，申请有 {persons} 人，请租大一些的车。',
    'Besides the driver it seats {seats}, the request has {persons} persons; rent a larger one.',
  ),
  'fleet.back_before_leaving': text(
    '收车时间要晚于出车时间，请改时间。',
    'It came back before it left; change the times.',
  ),
  'fleet.not_back_yet': text(
    '收车时间还没到，用车结束后再登记。',
    'That time has not come; record it once the ride is over.',
  ),
  'fleet.dearer_than_agreed': text(
    '费用 {yuan} 元高于约定的 {agreed} 元，请写明原因。',
    'It cost {yuan} yuan, more than the {agreed} agreed; say why.',
  ),
} as const satisfies ProblemTexts
