import { useEffect } from 'react'
import { text } from '#kernel/contract/text.ts'
import { type MomentLike, useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { createStore, useStore } from '#kernel/web/store.ts'
import { Shape } from './shape.tsx'

const messages = defineMessages({
  left: text('还剩{time}', '{time} left'),
  over: text('已超{time}', '{time} over'),
  paused: text('已暂停计时', 'Clock paused'),
  met: text('按时完成', 'Done in time'),
  missed: text('超时{time}完成', 'Done {time} late'),
  promised: text('承诺 {when}', 'Promised {when}'),
})

// One beat for all clocks of the page: hundreds of rows tick together.
const beat = createStore(Date.now())
let listeners = 0
let timer: ReturnType<typeof setInterval> | undefined

/** The moment now, renewed every 15 seconds while somebody looks. */
export function useNow(): number {
  useEffect(() => {
    listeners += 1
    timer ??= setInterval(() => beat.set(Date.now()), 15_000)
    return () => {
      listeners -= 1
      if (listeners > 0) return
      clearInterval(timer)
      timer = undefined
    }
  }, [])
  return useStore(beat)
}

export interface ClockProps {
  /** Promised moment; null shows nothing promised. */
  due: MomentLike | null
  /** When it was done; the clock stands still. */
  doneAt?: MomentLike | null
  paused?: boolean
  /** Minutes before the promise from which it counts as near; 60 when absent. */
  warnMinutes?: number
  /** Also says when it was promised. */
  full?: boolean
}

const asTime = (value: MomentLike) => (value instanceof Date ? value.getTime() : new Date(value).getTime())

/**
 * A promise as a sentence that counts by the clock on the wall: 还剩2小时15分, 已超40分钟. Working time is another
 * measure; where it is meant, the words say 工作时间. Red only when the promise is broken.
 */
export function Clock({ due, doneAt, paused, warnMinutes = 60, full }: ClockProps) {
  const t = useText(messages)
  const format = useFormat()
  const now = useNow()
  if (due === null && !paused) return <span className="hq-faint">—</span>
  // While a pause leaves the promise open there is no moment to count to; one broken before the pause stays broken.
  const counted = due === null ? 0 : (asTime(due) - asTime(doneAt ?? now)) / 60_000
  const late = counted < 0
  const tone = late
    ? 'bad'
    : paused
      ? 'paused'
      : doneAt
        ? 'good'
        : counted <= warnMinutes
          ? 'waiting'
          : 'calm'
  const words = doneAt
    ? late
      ? t('missed', { time: format.duration(counted) })
      : t('met')
    : paused && !late
      ? t('paused')
      : t(late ? 'over' : 'left', { time: format.duration(counted) })
  return (
    <span className={`hq-clock hq-clock-${tone}`}>
      <span className="hq-clock-words">
        {tone === 'calm' ? null : <Shape tone={tone} />}
        {words}
      </span>
      {full && due !== null ? (
        <span className="hq-faint">{t('promised', { when: format.when(due, now) })}</span>
      ) : null}
    </span>
  )
}
