import { Empty } from '../empty.tsx'
import { usePhone } from '../use-phone.ts'
import './time-grid.css'
import './grid-items.css'
import './grid-over.css'
import './month-and-list.css'
import './print-grid.css'
import type { TimeGridProps } from './grid-shapes.ts'
import { gridWords } from './grid-words.ts'
import { HourGrid } from './hour-grid.tsx'
import { MonthGrid } from './month-grid.tsx'
import { RowList } from './row-list.tsx'

export type {
  BlockedSpan,
  CarriedSpan,
  GridItem,
  GridRow,
  GridView,
  PlacedSpan,
  TimeGridProps,
} from './grid-shapes.ts'

/**
 * Rows (rooms, vehicles, people) and their time: by day, week or month. What is drawn, moved or stretched, by hand or
 * by keys, is given to `onMake` and `onMove`; the caller keeps the items. Always on the clock of China. On a phone a
 * day is a list of rows with their free times.
 */
export function TimeGrid(props: TimeGridProps) {
  const phone = usePhone()
  const { view, rows } = props
  if (rows.length === 0) return <Empty title={gridWords.noRows} icon="calendar" />
  if (view === 'month') return <MonthGrid {...props} />
  if (view === 'day' && phone) return <RowList {...props} />
  return <HourGrid {...props} view={view} />
}
