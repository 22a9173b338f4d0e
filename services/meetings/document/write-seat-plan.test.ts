import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { seatAll } from '../seating/protocol-order.ts'
import type { SeatingPlan } from '../seating/schema.ts'
import { allLayouts } from '../seating/words.ts'
import { readPrintedPdf } from './read-printed-pdf.ts'
import type { SeatPlanSheet } from './seat-plan-sheet.ts'
import { writeSeatPlanDocx } from './write-seat-plan-docx.ts'
import { writeSeatPlanPdf } from './write-seat-plan-pdf.ts'

const people = ['张三', '李铭琛', '欧阳修远', '龘𬭎', '买买提·艾力'].map((name, index) => ({
  id: `p${index}`,
  name,
  unit: index === 1 ? '发展和财政局' : null,
  rank: null,
}))

function sheetOf(
  layout: SeatingPlan['layout'],
  dimensions: SeatingPlan['dimensions'],
  seated = people,
): SeatPlanSheet {
  const empty: SeatingPlan = { layout, dimensions, evenRule: 'SECOND_AT_LEFT', taken: {} }
  return {
    meeting: '安全生产工作会议',
    time: '2026年11月22日9:00—11:00',
    room: '办公楼2号1楼报告厅',
    plan: seatAll(empty, seated, []).plan,
    printedAt: new Date('2026-11-22T01:00:00Z'),
  }
}

/** The cells of each row, as text. */
function tableOf(docx: Buffer): string[][] {
  const body = strFromU8(unzipSync(docx)['word/document.xml']!)
  const between = (text: string, tag: string) => [
    ...text.matchAll(new RegExp(`<w:${tag}>.*?</w:${tag}>`, 'gs')),
  ]
  return between(body, 'tr').map(([row]) =>
    between(row, 'tc').map(([cell]) =>
      [...cell.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text]) => text).join(''),
    ),
  )
}

test('every layout prints on one page across, every name on it, fonts inside', async () => {
  for (const layout of allLayouts) {
    const pdf = readPrintedPdf(await writeSeatPlanPdf(sheetOf(layout, { seats: 7, rostrumSeats: 3 })))
    expect(pdf.sizes, layout).toEqual([[297, 210]])
    expect(pdf.missing).toEqual([])
    const [page] = pdf.pages
    for (const { name } of people) expect(page, layout).toContain(name)
    for (const words of [
      '安全生产工作会议 座次图',
      '时间：2026年11月22日9:00—11:00',
      '地点：办公楼2号1楼报告厅',
      '规则来源：',
    ])
      expect(page).toContain(words)
  }
})

test('the rostrum in Word: an editable row, No. 1 in the middle, No. 2 at their left hand, which is our right', async () => {
  const rows = tableOf(await writeSeatPlanDocx(sheetOf('ROSTRUM', { seats: 6 })))
  expect(rows[0]).toEqual(['买买提·艾力', '欧阳修远', '张三', '李铭琛发展和财政局', '龘𬭎', '6'])
  expect(rows[1]).toEqual(['主席台'])
})

test('the largest hall keeps all its names, in both formats', async () => {
  const crowd = Array.from({ length: 630 }, (_, at) => ({
    id: `${at}`,
    name: `甲${at}`,
    unit: '统计局',
    rank: null,
  }))
  const sheet = sheetOf('THEATRE', { seats: 600, rostrumSeats: 30, aisles: 3 }, crowd)
  const pdf = readPrintedPdf(await writeSeatPlanPdf(sheet))
  const printed = new Set(pdf.pages[0]!.split('\n'))
  expect(crowd.filter(({ name }) => !printed.has(name))).toEqual([])
  const cells = new Set(tableOf(await writeSeatPlanDocx(sheet)).flat())
  expect(crowd.filter(({ name }) => !cells.has(name))).toEqual([])
})

test('a name, unit or room that the typeface cannot print is refused', async () => {
  const sheet = sheetOf('BOARD', { seats: 4 })
  const odd = sheetOf('BOARD', { seats: 4 }, [{ id: 'x', name: '王𠮷', unit: null, rank: null }])
  for (const write of [writeSeatPlanPdf, writeSeatPlanDocx]) {
    await expect(write(odd)).rejects.toMatchObject({ status: 422, code: 'meetings.typeface_lacks' })
    await expect(write({ ...sheet, room: '𠮷楼' })).rejects.toMatchObject({ params: { character: '𠮷' } })
  }
})
