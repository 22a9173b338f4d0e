import { expect, it } from 'vitest'
import { fleet } from '../../../module.ts'
import { keepsOfFleet, keptPath } from './kept-reads.ts'

it('keeps a driver’s day without a network, by the path of the descriptor', () => {
  expect(keptPath).toBe(fleet.actions.listMyTrips.path)
  expect(keepsOfFleet(fleet.actions.listTrips.path)).toBe(false)
})
