import { expect, it } from 'vitest'
import { orders } from '#engines/orders/module.ts'
import { repairs } from '../../module.ts'
import { keepsOfShift, keptPaths } from './kept-reads.ts'
import { shiftQuery } from './shift.ts'

it('keeps what the pages of a shift read, and no other list', () => {
  expect(keptPaths).toEqual({
    list: orders.actions.listOrders.path,
    duty: orders.actions.readMyDuty.path,
    repair: repairs.actions.readRepair.path,
  })
  expect(keepsOfShift(keptPaths.list, shiftQuery)).toBe(true)
  expect(keepsOfShift(keptPaths.list, { mine: true })).toBe(false)
})
