import { describe, expect, it } from 'vitest'
import { catalogue } from '#engines/catalogue/module.ts'
import { directory } from '#engines/directory/module.ts'
import { useWorld } from '#test/harness.ts'
import { type FaultKind, itemCodeOf } from '../words.ts'
import { readAs, reportFault } from './test-story.ts'

/** The six services a property centre gives, and how each is asked for. */
const services: [string, FaultKind, string][] = [
  ['水电供应', 'PLUMBING_ELECTRIC', '龙头漏水'],
  ['房屋维修', 'ROOF_WALLS', '墙皮脱落'],
  ['空调保障', 'AIR_CONDITIONING', '不制冷'],
  ['电梯维护', 'ELEVATOR', '电梯异响'],
  ['绿化管养', 'GREENING', '树枝折断'],
  ['机关宿舍管护', 'DOORS_WINDOWS', '宿舍门锁损坏'],
]

describe('property services', () => {
  const world = useWorld()

  it.each(services)(
    '%s is in the catalogue with its pledge, and is taken as an order under it [PROP-03]',
    async (name, kind, words) => {
      const dormitory = await world.as('admin').call(directory.actions.createSite, {
        code: 'P009',
        name: '青年公寓',
        kind: '集体宿舍',
        floorAreaM2: 3200,
      })
      const { items } = await world.as('staff').call(catalogue.actions.listItems, { line: 'repairs' })
      const item = items.find(({ code }) => code === itemCodeOf(kind, 'MINOR_REPAIR'))
      expect(item?.version.pledges.map(({ urgency }) => urgency).sort()).toEqual(['NORMAL', 'URGENT'])
      const place = name === '机关宿舍管护' ? { siteId: dormitory.id, roomId: undefined } : {}
      const receipt = await reportFault(world, { kind, description: words, ...place })
      const order = await readAs(world, 'dispatcher', receipt.id)
      expect(order).toMatchObject({ kind, item: { nameZh: item?.version.name.zh } })
      expect(receipt.finishDueAt).toBeTruthy()
    },
  )
})
