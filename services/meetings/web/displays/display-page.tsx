import { useEffect, useState } from 'react'
import { call } from '#kernel/contract/client.ts'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { problemOf } from '#kernel/web/problem-of.ts'
import type { Board, Slot } from '../../display-schema.ts'
import { shortestWalkUp } from '../../display-words.ts'
import { meetings } from '../../module.ts'
import { type DaySplit, splitDay } from '../../split-day.ts'
import { useBoard } from './use-board.ts'
import './display.css'

const messages = defineMessages({
  free: text('空闲', 'Free'),
  taken: text('使用中', 'In use'),
  booked: text('已预订', 'Booked'),
  closed: text('停用', 'Closed'),
  private: text('会议（不公开）', 'Private meeting'),
  until: text('到 {time}', 'Until {time}'),
  rest: text('今天余下时间都空闲', 'Free for the rest of today'),
  next: text('下一场 {time} {title}', 'Next {time} {title}'),
  noMore: text('今天没有别的会议', 'No more meetings today'),
  checkIn: text('签到，我们到了', 'Check in'),
  checkInBy: text('{time} 前不签到将释放', 'Released at {time} without check-in'),
  book: text('现在用 {n} 分钟', 'Use it for {n} min'),
  end: text('结束，让出会议室', 'End and give it back'),
  stale: text('网络中断，显示的是 {time} 的情况', 'No network; this is how it was at {time}'),
  starting: text('正在连接…', 'Connecting…'),
})

const soonMs = 15 * 60_000
const minuteMs = 60_000

/** The screen at a room's door. */
export default function DisplayPage() {
  const t = useText(messages)
  const format = useFormat()
  const code = useParam('code')
  const shown = useBoard(code)
  const { board, at, staleSince, refused } = shown
  useEffect(() => {
    document.title = board?.room.name ?? t('starting')
  }, [board, t])
  if (refused)
    return (
      <main className="display" data-look="closed">
        <p className="display-title" role="alert">
          {problemOf(refused).detail || refused.body.title}
        </p>
      </main>
    )
  if (!board)
    return (
      <main className="display" data-look="closed">
        <p className="display-title">{t('starting')}</p>
      </main>
    )
  const day = splitDay(board, at)
  return (
    <main className="display" data-look={lookOf(day, at)} data-night={isNight(at) ? '' : undefined}>
      <header className="display-head">
        <h1>{board.room.name}</h1>
        <time className="display-clock">{format.time(at)}</time>
      </header>
      <Now day={day} />
      <Today board={board} at={at} />
      <footer className="display-foot">
        {staleSince === null ? (
          <Doings code={code} day={day} at={at} onDone={shown.refresh} />
        ) : (
          <span className="display-stale" role="alert">
            {t('stale', { time: format.when(staleSince) })}
          </span>
        )}
      </footer>
    </main>
  )
}

function lookOf(day: DaySplit, at: number): 'free' | 'soon' | 'taken' | 'closed' {
  if (day.closed !== null && !day.now) return 'closed'
  if (day.now) return 'taken'
  return day.freeUntil !== null && day.freeUntil - at < soonMs ? 'soon' : 'free'
}

/** From eight in the evening to half past six: a corridor is dark. */
function isNight(at: number): boolean {
  const minutes = Math.floor(at / minuteMs + 8 * 60) % 1440
  return minutes >= 20 * 60 || minutes < 6 * 60 + 30
}

function Now({ day }: { day: DaySplit }) {
  const t = useText(messages)
  const format = useFormat()
  const { now, next, closed, freeUntil, restFree } = day
  return (
    <section className="display-now" aria-live="polite">
      <span className="display-state">
        {now ? t(now.inUse ? 'taken' : 'booked') : closed !== null ? t('closed') : t('free')}
      </span>
      {now ? <span className="display-title">{now.title ?? t('private')}</span> : null}
      <span className="display-sub">
        {now
          ? [now.unit, t('until', { time: format.time(now.to) })].filter(Boolean).join(' · ')
          : (closed ??
            (restFree ? t('rest') : freeUntil ? t('until', { time: format.time(freeUntil) }) : ''))}
      </span>
      {now && !now.inUse && now.checkInBy ? (
        <span className="display-sub">{t('checkInBy', { time: format.time(now.checkInBy) })}</span>
      ) : null}
      <span className="display-sub">
        {next ? t('next', { time: format.time(next.from), title: next.title ?? t('private') }) : t('noMore')}
      </span>
    </section>
  )
}

function Today({ board, at }: { board: Board; at: number }) {
  const t = useText(messages)
  const format = useFormat()
  return (
    <ul className="display-day">
      {board.slots.map((slot) => (
        <li
          key={slot.id}
          data-now={Date.parse(slot.from) <= at && at < Date.parse(slot.to) ? '' : undefined}
          data-past={Date.parse(slot.to) <= at ? '' : undefined}
        >
          {format.time(slot.from)}—{format.time(slot.to)} {slot.title ?? t('private')}
        </li>
      ))}
    </ul>
  )
}

interface DoingsProps {
  code: string
  day: DaySplit
  at: number
  onDone: () => Promise<void>
}

/** What a finger can do here: say that people came, take the free room, give it back. */
function Doings({ code, day, at, onDone }: DoingsProps) {
  const t = useText(messages)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState('')
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true)
    setRefusal('')
    try {
      await work()
    } catch (error) {
      const told = problemOf(error)
      setRefusal(told.detail || told.title)
    }
    await onDone()
    setBusy(false)
  }
  const arriving = arrivingOf(day, at)
  const room = day.restFree || (day.freeUntil !== null && day.freeUntil - at >= shortestWalkUp * minuteMs)
  const { actions } = meetings
  return (
    <>
      <span className="hq-row">
        {arriving ? (
          <button
            type="button"
            disabled={busy}
            onClick={() => void run(() => call(actions.checkInAtDoor, { code, bookingId: arriving.id }))}
          >
            {t('checkIn')}
          </button>
        ) : null}
        {day.now?.here ? (
          <button
            type="button"
            disabled={busy}
            onClick={() => void run(() => call(actions.endAtDoor, { code, bookingId: day.now?.id ?? '' }))}
          >
            {t('end')}
          </button>
        ) : null}
        {room && !arriving
          ? ([30, 60] as const).map((minutes) => (
              <button
                key={minutes}
                type="button"
                disabled={busy}
                onClick={() => void run(() => call(actions.bookAtDoor, { code, minutes }))}
              >
                {t('book', { n: minutes })}
              </button>
            ))
          : null}
      </span>
      {refusal ? (
        <span className="display-stale" role="alert">
          {refusal}
        </span>
      ) : null}
    </>
  )
}

/** The booking whose people may check in now: the one that is on, or the next one shortly before. */
function arrivingOf({ now, next }: DaySplit, at: number): Slot | null {
  const one = now ?? next
  return one && !one.inUse && Date.parse(one.checkInFrom) <= at ? one : null
}
