import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { todayInChina, useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useSearch } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { DayInput } from '#ui/day-input.tsx'
import { Empty } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { useShortcut } from '#ui/shortcuts.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { usePhone } from '#ui/use-phone.ts'
import { fleet } from '../../module.ts'
import { BoardGrid } from './board-grid.tsx'
import { BoardRentals } from './board-rentals.tsx'
import type { BoardSide } from './board-rows.ts'
import type { Board } from './board-types.ts'
import { RequestCard } from './request-card.tsx'
import { RequestChoices } from './request-choices.tsx'
import { TripPanel } from './trip-panel.tsx'
import { useAssign } from './use-assign.tsx'
import './dispatch.css'

const messages = defineMessages({
  title: text('派车台', 'Dispatch board'),
  how: text(
    '把申请拖到车辆或驾驶员一行就能派车；键盘：j、k 选申请，a 看建议，回车或数字采用。',
    'Drag a request onto a vehicle or a driver. Keys: j and k choose, a shows proposals, Enter or a number takes one.',
  ),
  plan: text('排车方案', 'Plan the day'),
  queue: text('待派申请 {n}', 'Awaiting a vehicle: {n}'),
  none: text('没有待派的申请', 'Nobody waits for a vehicle'),
  next: text('审批通过的申请会按时间出现在这里。', 'Approved requests appear here by time.'),
  both: text('车和人', 'Both'),
  vehicles: text('车辆', 'Vehicles'),
  drivers: text('驾驶员', 'Drivers'),
  before: text('前一天', 'Day before'),
  today: text('今天', 'Today'),
  after: text('后一天', 'Day after'),
  day: text('日期', 'Day'),
  nextCard: text('下一张申请', 'Next request'),
  lastCard: text('上一张申请', 'Previous request'),
  proposals: text('看派车建议', 'Show proposals'),
  for: text('{number} 的派车建议', 'Proposals for {number}'),
  trip: text('派车单', 'Trip'),
  waiting: text('待派', 'Waiting'),
  assigned: text('已派', 'Assigned'),
})

const sidesOf: Record<string, readonly BoardSide[]> = {
  both: ['vehicles', 'drivers'],
  vehicles: ['vehicles'],
  drivers: ['drivers'],
}
const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The dispatcher's screen: who waits on the left, who drives what on the right, live. */
export default function BoardPage() {
  const t = useText(messages)
  const [search, change] = useSearch()
  const asked = String(search.day ?? '')
  const day = /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : todayInChina()
  const view = String(search.rows ?? 'both') in sidesOf ? String(search.rows ?? 'both') : 'both'
  const board = useRead(fleet.actions.readBoard, { day })
  return (
    <Page
      title={t('title')}
      subtitle={board.data?.mayDispatch ? t('how') : null}
      width="wide"
      action={{ title: messages.plan, to: `/fleet/plans?day=${day}` }}
    >
      <div className="hq-row dispatch-bar">
        <Button onClick={() => change({ day: dayAfter(day, -1) })}>{t('before')}</Button>
        <Button onClick={() => change({ day: undefined })}>{t('today')}</Button>
        <Button onClick={() => change({ day: dayAfter(day, 1) })}>{t('after')}</Button>
        <span className="dispatch-day">
          <DayInput value={day} label={t('day')} onChange={(value) => change({ day: value ?? undefined })} />
        </span>
        <Segmented
          value={view}
          options={(['both', 'vehicles', 'drivers'] as const).map((one) => ({ value: one, label: t(one) }))}
          onChange={(value) => change({ rows: value === 'both' ? undefined : value })}
        />
      </div>
      {board.isPending ? <Loading /> : null}
      {board.error ? <Problem error={board.error} onRetry={() => void board.refetch()} /> : null}
      {board.data ? <Desk board={board.data} sides={sidesOf[view]!} /> : null}
    </Page>
  )
}

/** Queue and grid of one day; on a phone one or the other. */
function Desk({ board, sides }: { board: Board; sides: readonly BoardSide[] }) {
  const t = useText(messages)
  const format = useFormat()
  const phone = usePhone()
  const [search, change] = useSearch()
  const [chosenId, setChosen] = useState<string | null>(null)
  const [carriedId, setCarried] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const [tab, setTab] = useState<'waiting' | 'assigned'>('waiting')
  const { queue, mayDispatch } = board
  const at = queue.findIndex(({ id }) => id === chosenId)
  const chosen = queue[at] ?? null
  const carried = queue.find(({ id }) => id === carriedId) ?? null
  const openId = typeof search.open === 'string' ? search.open : null
  const assign = useAssign(() => {
    setAsking(false)
    // The next card is at hand at once.
    setChosen(queue[at + 1]?.id ?? queue[at - 1]?.id ?? null)
  })
  const walk = (step: number) => {
    const next = queue[Math.min(queue.length - 1, Math.max(0, at + step))]
    if (!next) return
    setChosen(next.id)
    document.querySelector<HTMLElement>(`[data-request="${next.id}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  useShortcut('j', t('nextCard'), () => walk(1))
  useShortcut('k', t('lastCard'), () => walk(-1))
  useShortcut('a', t('proposals'), () => setAsking(true), mayDispatch && chosen !== null)
  const now = Date.now()
  const cards = (
    <section className="dispatch-queue" aria-label={t('queue', { n: queue.length })}>
      <h2>{t('queue', { n: queue.length })}</h2>
      {queue.length === 0 ? <Empty title={t('none')} next={t('next')} icon="tasks" /> : null}
      <ul className="dispatch-plain">
        {queue.map((request) => (
          <RequestCard
            key={request.id}
            request={request}
            chosen={request.id === chosenId}
            now={now}
            onChoose={() => {
              setChosen(request.id)
              setAsking(mayDispatch)
            }}
            {...(mayDispatch && !phone
              ? { onCarry: (up: boolean) => setCarried(up ? request.id : null) }
              : {})}
          />
        ))}
      </ul>
    </section>
  )
  const grid = (
    <div className="dispatch-grid">
      <BoardRentals rentals={board.rentals} />
      <BoardGrid
        board={board}
        sides={sides}
        carried={carried}
        selected={openId}
        onDropRequest={(request, row) => assign.drop(request, row)}
        onOpen={(id) => change({ open: id }, { push: true })}
      />
    </div>
  )
  return (
    <>
      {phone ? (
        <Segmented
          block
          value={tab}
          options={[
            { value: 'waiting', label: `${t('waiting')} ${queue.length}` },
            { value: 'assigned', label: `${t('assigned')} ${board.trips.length + board.rentals.length}` },
          ]}
          onChange={setTab}
        />
      ) : null}
      <div className="dispatch-desk">
        {phone && tab === 'assigned' ? null : cards}
        {phone && tab === 'waiting' ? null : grid}
      </div>
      <SidePanel
        open={asking && chosen !== null}
        title={
          chosen
            ? `${t('for', { number: chosen.number })} · ${format.time(chosen.from)}–${format.time(chosen.to)}`
            : ''
        }
        onClose={() => setAsking(false)}
      >
        {chosen ? (
          <RequestChoices
            key={chosen.id}
            request={chosen}
            trips={board.trips}
            busy={assign.busy}
            onTake={(proposal) => void assign.take(chosen, proposal)}
            onDone={() => setAsking(false)}
          />
        ) : null}
      </SidePanel>
      <SidePanel
        open={openId !== null}
        title={t('trip')}
        onClose={() => change({ open: undefined })}
        {...(openId ? { to: `/fleet/dispatch/${openId}` } : {})}
      >
        {openId ? <TripPanel tripId={openId} board={board} /> : null}
      </SidePanel>
      {assign.dialog}
    </>
  )
}
