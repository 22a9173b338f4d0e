import { expect, it } from 'vitest'
import { parseFloor } from './parse-floor.ts'

it.each([
  ['3楼', '3楼', 3],
  ['三层', '3楼', 3],
  ['第十二层', '12楼', 12],
  ['3F', '3楼', 3],
  ['3', '3楼', 3],
  ['首层', '1楼', 1],
  ['B1', '地下1层', -1],
  ['地下二层', '地下2层', -2],
  ['地下室', '地下1层', -1],
  ['-1', '地下1层', -1],
  ['屋顶', '屋顶', 200],
  ['室外', '室外', 0],
])('reads the floor %s', (words, floor, floorNumber) => {
  expect(parseFloor(words)).toEqual({ floor, floorNumber })
})

it.each(['', '楼上', '0', '-0', '三百层', 'B99', '<3>'])('does not guess at %j', (words) => {
  expect(parseFloor(words)).toBeNull()
})
