import { expect, it } from 'vitest'
import { allRoles } from '#kernel/contract/roles.ts'
import { demoPeople } from './demo/demo-people.ts'
import { demoCampuses, demoSites, roomsOf } from './demo/demo-sites.ts'
import { demoUnits } from './demo/demo-units.ts'

it('[CLOUD-07] [DESK-16] [PROP-01] gives a demo bureau of 30 units, 1,000 people, 3 campuses and 31 sites of 186,800 m²', () => {
  const people = demoPeople()
  expect(demoUnits).toHaveLength(30)
  expect(people).toHaveLength(1000)
  expect(new Set(people.map(({ staffNo }) => staffNo)).size).toBe(1000)
  expect(new Set(people.map(({ identityKind }) => identityKind)).size).toBe(4)
  expect(demoCampuses).toHaveLength(3)
  expect(demoSites).toHaveLength(31)
  expect(demoSites.reduce((sum, { areaM2 }) => sum + areaM2, 0)).toBe(186_800)
  const rooms = demoSites.flatMap(roomsOf)
  expect(rooms.length).toBeGreaterThan(600)
  expect(new Set(rooms.map(({ code }) => code)).size).toBe(rooms.length)
})

it('is the same every time, with a person for each account and a dozen tradespeople', () => {
  expect(demoPeople()).toEqual(demoPeople())
  const accounts = demoPeople().flatMap(({ account }) => account ?? [])
  expect(accounts.sort()).toEqual([...allRoles].sort())
  const skilled = demoPeople().filter(({ skills }) => skills.length > 0)
  expect(skilled).toHaveLength(16)
  expect(new Set(skilled.flatMap(({ skills }) => skills))).toEqual(
    new Set(['水电', '空调', '电梯', '门窗', '网络', '土建']),
  )
})
