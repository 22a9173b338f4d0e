import { Type } from 'typebox'
import { download, Id, Nothing, PageOf, paging, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import {
  Candidate,
  Cost,
  HistoryLine,
  LedgerView,
  OrderDetail,
  OrderRow,
  orderFilters,
  Reason,
} from './schema.ts'

const ofOrder = Type.Object({ orderId: Id })
const orderPath = '/orders/:orderId' as const

/** What people look at. */
export const readActions = {
  listOrders: read({
    path: '/orders',
    permission: 'orders.read',
    input: Type.Object({
      ...paging,
      ...orderFilters,
      /** `due`: what falls due first; only open orders have a promise to sort by. */
      sort: Type.Optional(Type.Union([Type.Literal('newest'), Type.Literal('due')])),
    }),
    output: PageOf(OrderRow),
    summary: text('工单', 'Orders'),
  }),
  exportOrders: download({
    path: '/orders/export',
    permission: 'orders.read',
    input: Type.Object({
      ...orderFilters,
      format: Type.Optional(Type.Union([Type.Literal('xlsx'), Type.Literal('csv')])),
    }),
    summary: text('导出工单', 'Export orders'),
  }),
  summariseOrders: read({
    path: '/orders/summary',
    permission: 'orders.read',
    input: Type.Object({
      line: orderFilters.line,
      mine: orderFilters.mine,
      inMyHands: orderFilters.inMyHands,
    }),
    output: Type.Object({
      byState: Type.Record(Type.String(), Type.Integer()),
      open: Type.Integer(),
      overdue: Type.Integer(),
      dueSoon: Type.Integer(),
      urgent: Type.Integer(),
      notStarted: Type.Integer(),
    }),
    summary: text('在办概况', 'How things stand'),
  }),
  readOrder: read({
    path: orderPath,
    permission: 'orders.read',
    input: ofOrder,
    output: OrderDetail,
    summary: text('一张工单', 'One order'),
  }),
  openOrder: write({
    path: `${orderPath}/opening`,
    permission: 'signed-in',
    input: Type.Object({ orderId: Id, reason: Reason }),
    output: OrderDetail,
    summary: text('查看受限工单（留痕）', 'Open a restricted order, on record'),
  }),
  readLedger: read({
    path: `${orderPath}/ledger`,
    permission: 'orders.read',
    input: ofOrder,
    output: LedgerView,
    summary: text('流转台账：每一分钟在谁手里', 'Ledger: in whose hands every minute was'),
  }),
  readHistory: read({
    path: `${orderPath}/history`,
    permission: 'orders.read',
    input: Type.Object({ orderId: Id, ...paging }),
    output: PageOf(HistoryLine),
    summary: text('工单经过', 'History of an order'),
  }),
  listCandidates: read({
    path: `${orderPath}/candidates`,
    permission: 'orders.dispatch',
    input: ofOrder,
    output: Type.Object({ items: Type.Array(Candidate) }),
    summary: text('可派人员', 'Who could do it'),
  }),
  listDuplicates: read({
    path: `${orderPath}/duplicates`,
    permission: 'orders.dispatch',
    input: ofOrder,
    output: Type.Object({ items: Type.Array(OrderRow) }),
    summary: text('同一地点的同类工单', 'Open orders of the kind at the same place'),
  }),
  listCosts: read({
    path: `${orderPath}/costs`,
    permission: 'orders.read',
    input: ofOrder,
    output: Type.Object({ items: Type.Array(Cost), totalFen: Type.Integer() }),
    summary: text('费用明细', 'Costs of an order'),
  }),
  readMyDuty: read({
    path: '/orders/my-duty',
    permission: 'orders.work',
    input: Nothing,
    output: Type.Object({ onDuty: Type.Boolean(), maxLoad: Type.Integer(), load: Type.Integer() }),
    summary: text('我在不在岗', 'Whether I am on duty'),
  }),
}
