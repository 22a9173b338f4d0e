import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { orderStory } from '#test/order-story.ts'
import { orders } from '../module.ts'
import { filterOrders } from './filter-orders.ts'
import { lookUpWords, wordsOf } from './look-up-words.ts'

const titles = [
  '会议室空调不制冷',
  '空调漏水，电梯旁',
  '电梯按钮不亮',
  '一号电梯异响',
  '绿植枯黄',
  '投影仪 HDMI 无信号',
  '门锁坏了，𠮷师傅来过',
  '屋顶 100% 漏水',
  '线号 A_B\\C 断开',
  '灯',
]

describe('search', () => {
  const world = useWorld()
  const story = orderStory(world)
  let searchable: { id: string; search_words: string }[] = []

  beforeEach(async () => {
    for (const [place, title] of titles.entries())
      await story.report({ title, placeText: `${place + 1}层东侧` })
    searchable = await world.ctx('system', (ctx) =>
      ctx.db.selectFrom('orders.service_order').select(['id', 'search_words']).execute(),
    )
  })

  const expected = (search: string) =>
    searchable
      .filter(({ search_words }) =>
        wordsOf(search).every((word) => search_words.includes(word.toLowerCase())),
      )
      .map(({ id }) => id)
      .sort()
  const listed = async (search: string) =>
    (await world.as('dispatcher').call(orders.actions.listOrders, { search, limit: 100 })).items
      .map(({ id }) => id)
      .sort()

  it('finds exactly the orders in which every word stands, frequent or rare, whatever its letters', async () => {
    /** Pieces of what the orders are found by, one to three of them, also such as stand in none together. */
    const piece = fc
      .tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 4 }))
      .map(([which, start, length]) => {
        const letters = [...searchable[which % searchable.length]!.search_words]
        return letters.slice(start % letters.length, (start % letters.length) + length).join('')
      })
    const search = fc.array(fc.oneof(piece, fc.constantFrom('龘龘', '空调', '%', 'HDMI')), {
      minLength: 1,
      maxLength: 3,
    })
    await fc.assert(
      fc.asyncProperty(
        search.map((pieces) => pieces.join(' ')),
        async (asked) => {
          const [rare, frequent] = await world.ctx('dispatcher', async (ctx) => {
            const byIds = await filterOrders(ctx, {}, await lookUpWords(ctx, asked)).execute()
            const byReading = await filterOrders(ctx, {}, { words: wordsOf(asked), ids: null }).execute()
            return [byIds, byReading].map((rows) => rows.map(({ id }) => id).sort())
          })
          expect([asked, rare, frequent]).toEqual([asked, expected(asked), expected(asked)])
        },
      ),
      { numRuns: 60 },
    )
  })

  it('finds a rare character of a name by itself, and takes % _ \\ as they are', async () => {
    for (const search of ['𠮷', '𠮷师', '100%', 'a_b', 'a_b\\c', '空调 电梯', '电梯'])
      expect([search, await listed(search), expected(search).length > 0]).toEqual([
        search,
        expected(search),
        true,
      ])
    for (const search of ['空%调', '空_', '电梯 绿植'])
      expect([search, await listed(search)]).toEqual([search, []])
  })

  it('gives the same orders page by page as at once', async () => {
    const dispatcher = world.as('dispatcher')
    for (const search of ['电梯', '漏水 东侧', '东侧']) {
      const all: string[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const page: { items: { id: string }[]; next: string | null } = await dispatcher.call(
          orders.actions.listOrders,
          { search, limit: 1, ...(cursor ? { cursor } : {}) },
        )
        all.push(...page.items.map(({ id }) => id))
        cursor = page.next
      }
      expect([search, all.sort()]).toEqual([search, expected(search)])
      expect(all.length).toBeGreaterThan(0)
    }
  })
})
