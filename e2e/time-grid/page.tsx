import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { applyLocale, currentLocale } from '#kernel/web/locale.ts'
import { Look } from '#kernel/web/look.tsx'
import { type GridView, type PlacedSpan, TimeGrid } from '#ui/time-grid/time-grid.tsx'
import { day as firstDay, makeRooms } from './rooms.ts'

/** What the grid asked its page for, for the test to read. */
export interface Call {
  name: 'make' | 'move' | 'open' | 'day'
  value: unknown
}

declare global {
  interface Window {
    calls: Call[]
    /** How long React took to put the grid there, in milliseconds. */
    renderMs: number
  }
}
window.calls = []

const asked = new URLSearchParams(window.location.search)
const number = (name: string, usual: number) => Number(asked.get(name) ?? usual)
const rooms = number('rooms', 50)

/** A page as a service would write it: keeps the items, does what the grid asks. */
function Page() {
  const made = useMemo(() => makeRooms(rooms, number('items', 500), number('days', 1)), [])
  const rows = asked.has('row') ? made.rows.filter(({ id }) => id === asked.get('row')) : made.rows
  const [items, setItems] = useState(made.items)
  const [view, setView] = useState((asked.get('view') ?? 'day') as GridView)
  const [day, setDay] = useState(firstDay)
  const [selected, setSelected] = useState<string | null>(null)
  const handlers = useMemo(
    () => ({
      onMake: (span: PlacedSpan) => {
        window.calls.push({ name: 'make', value: span })
        const id = `made-${window.calls.length}`
        const fresh = { ...span, id, title: '新预订', tone: 'new', state: '新建', movable: true } as const
        setItems((before) => [...before, fresh])
      },
      onMove: (change: PlacedSpan & { id: string }) => {
        window.calls.push({ name: 'move', value: change })
        setItems((before) => before.map((one) => (one.id === change.id ? { ...one, ...change } : one)))
      },
      onOpen: (id: string) => {
        window.calls.push({ name: 'open', value: id })
        setSelected(id)
      },
      onDay: (chosen: string) => {
        window.calls.push({ name: 'day', value: chosen })
        setDay(chosen)
        setView('day')
      },
    }),
    [],
  )
  return (
    <main style={{ padding: '1rem' }}>
      <h1>会议室</h1>
      <TimeGrid
        label="会议室预订"
        rows={rows}
        items={items}
        blocked={made.blocked}
        day={day}
        view={view}
        now={`${firstDay}T11:20:00+08:00`}
        selected={selected}
        {...(asked.has('read') ? { onOpen: handlers.onOpen } : handlers)}
      />
    </main>
  )
}

const root = createRoot(document.getElementById('root')!)
const client = new QueryClient()
const page = (
  <StrictMode>
    <QueryClientProvider client={client}>
      <Look>
        <Page />
      </Look>
    </QueryClientProvider>
  </StrictMode>
)
await applyLocale(currentLocale())
const began = performance.now()
flushSync(() => root.render(page))
window.renderMs = performance.now() - began
