import type { BlockedSpan, GridItem, GridRow } from '#ui/time-grid/time-grid.tsx'

/** The day of the test page; a Monday. */
export const day = '2026-11-23'

const titles = [
  '周例会',
  '项目评审',
  '培训：公文写作与处理',
  '接待协调会',
  '预算编制会商会（各单位财务负责人参加）',
]
const at = (minute: number) => {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00+08:00`
}

/** A span on the day so many days later than the first. */
function spanOn(days: number, from: number, to: number) {
  const later = (iso: string) =>
    `${new Date(Date.parse(iso) + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
  return { from: later(at(from)), to: later(at(to)) }
}

/**
 * So many rooms and bookings, the same in every run; the first two rooms have one each, the others share the rest: on one
 * day, or over so many.
 */
export function makeRooms(rooms: number, bookings: number, days = 1) {
  const [share, rest] = [Math.floor((bookings - 2) / (rooms - 2)), (bookings - 2) % (rooms - 2)]
  const rows: GridRow[] = []
  const items: GridItem[] = []
  for (let room = 0; room < rooms; room++) {
    const id = `room-${room + 1}`
    rows.push({
      id,
      title: room === 2 ? '区政务服务中心三号楼多功能会议厅（同声传译）' : `第${room + 1}会议室`,
      note: `${8 + (room % 6) * 4} 座`,
      ...(room === 4 ? { closed: [{ from: at(7 * 60), to: at(9 * 60), reason: '清洁' }] } : {}),
    })
    const perRoom = share + (room - 2 < rest ? 1 : 0)
    const length = Math.floor((14 * 60) / perRoom / 15) * 15
    for (let index = 0; room > 1 && index < perRoom; index++) {
      const from = 7 * 60 + index * length
      items.push({
        id: `${id}-${index + 1}`,
        rowId: id,
        ...spanOn(
          ((index + room) % days) - (days > 7 ? 22 : 0),
          from,
          from + length - (index % 3 === 0 ? 30 : 15),
        ),
        title: titles[(room + index) % titles.length],
        note: '办公室',
        tone: index % 4 === 1 ? 'waiting' : 'good',
        state: index % 4 === 1 ? { zh: '待审批', en: 'Waiting' } : { zh: '已确认', en: 'Confirmed' },
        movable: index % 5 !== 4,
        waiting: index % 4 === 1,
        ...(index % 7 === 3 ? { private: true, title: undefined, note: undefined, state: '' } : {}),
      })
    }
  }
  items.push(
    {
      id: 'meeting',
      rowId: 'room-1',
      from: at(9 * 60),
      to: at(10 * 60 + 30),
      title: '机关事务月度例会',
      tone: 'good',
      state: { zh: '已确认', en: 'Confirmed' },
      movable: true,
      bufferAfterMinutes: 30,
    },
    {
      id: 'other',
      rowId: 'room-2',
      from: at(14 * 60),
      to: at(16 * 60),
      title: '安全检查',
      tone: 'working',
      state: { zh: '进行中', en: 'In session' },
      movable: true,
    },
  )
  const blocked: BlockedSpan[] = [
    { rowId: 'room-2', from: at(18 * 60), to: at(21 * 60), reason: { zh: '设备检修', en: 'Maintenance' } },
  ]
  return { rows, items, blocked }
}
