import type { OrderRow } from '../schema.ts'

/** 二号办公楼 301室 · 窗边: where an order is, as short as a list needs it. */
export function placeOf(order: Pick<OrderRow, 'site' | 'room' | 'placeText'>): string {
  const place = [order.site.name, order.room?.name].filter(Boolean).join(' ')
  return order.placeText ? `${place} · ${order.placeText}` : place
}
