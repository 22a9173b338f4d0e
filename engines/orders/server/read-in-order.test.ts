import { expect, it } from 'vitest'
import { readInOrder } from './read-in-order.ts'

it('gives rows in the order asked for, a piece at a time, without those that are gone', async () => {
  const ids = Array.from({ length: 2500 }, (_, place) => `${(place * 7919) % 2500}`)
  const asked: number[] = []
  const rows = await readInOrder(ids, async (some) => {
    asked.push(some.length)
    return some
      .toSorted()
      .filter((id) => id !== '42')
      .map((id) => ({ id }))
  })
  expect(rows.map(({ id }) => id)).toEqual(ids.filter((id) => id !== '42'))
  expect(asked).toEqual([1000, 1000, 500])
})
