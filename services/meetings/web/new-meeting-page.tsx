import { useState } from 'react'
import type { Alternative } from '#engines/bookings/schema.ts'
import { ConflictHelp } from '#engines/bookings/web/conflict-help.tsx'
import { text } from '#kernel/contract/text.ts'
import { todayInChina } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useGo, useSearch } from '#kernel/web/navigate.ts'
import { problemOf } from '#kernel/web/problem-of.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { meetings } from '../module.ts'
import { proposeServices } from '../propose-services.ts'
import { ClashingDates, isOfSeries } from './clashing-dates.tsx'
import { type ChosenRoom, chosenRooms, FurtherRooms } from './further-rooms.tsx'
import { type MeetingDraft, NeedsForm } from './needs-form.tsx'
import { RoomChoice } from './room-choice.tsx'
import { type ChosenSeries, SeriesPart, seriesOf } from './series-part.tsx'
import { type ChosenTime, TimeChoice } from './time-choice.tsx'
import './meetings.css'

const messages = defineMessages({
  title: text('订会议室', 'Book a room'),
  home: text('首页', 'Home'),
  when: text('什么时候', 'When'),
  which: text('选一间空闲的会议室', 'Choose a free room'),
  needs: text('会议和会务', 'The meeting and its support'),
  book: text('订下', 'Book'),
  noRoom: text('请选会议室', 'Choose a room'),
  noFurther: text(
    '加的那间还没选：选一间，或去掉它。',
    'The room you added is not chosen yet: choose one, or take it off.',
  ),
  usual: text('工作例会', 'Working meeting'),
})

/** Books a meeting in three taps: the time is proposed, a free room is a tap, the rest is as it was last time. */
export default function NewMeetingPage() {
  const t = useText(messages)
  const [search] = useSearch()
  const defaults = useRead(meetings.actions.readDefaults, {})
  const roomId = typeof search.room === 'string' ? search.room : null
  const room = useRead(meetings.actions.readRoom, { roomId: roomId ?? '' }, { enabled: roomId !== null })
  const reading = defaults.isPending || (roomId !== null && room.isPending)
  const trail = [{ title: t('home'), to: '/' }]
  return (
    <Page title={t('title')} width="text" trail={trail}>
      {reading ? <Loading /> : null}
      {defaults.error ? <Problem error={defaults.error} onRetry={() => void defaults.refetch()} /> : null}
      {defaults.data && !reading ? (
        <BookingForm
          defaults={defaults.data}
          wanted={{
            day: typeof search.day === 'string' ? search.day : null,
            roomId: room.data?.id ?? null,
            places: room.data?.capacity ?? null,
            span: spanOf(search.from, search.to),
          }}
        />
      ) : null}
    </Page>
  )
}

type Defaults = NonNullable<ReturnType<typeof useRead<typeof meetings.actions.readDefaults>>['data']>

/** The time drawn in the grid, as the form has it. */
function spanOf(from: unknown, to: unknown): ChosenTime | null {
  const [begins, ends] = [Date.parse(String(from)), Date.parse(String(to))]
  if (Number.isNaN(begins) || Number.isNaN(ends) || ends <= begins) return null
  return timeOf(begins, ends)
}

function timeOf(begins: number, ends: number): ChosenTime {
  const local = new Date(begins + 8 * 3_600_000)
  return {
    day: local.toISOString().slice(0, 10),
    start: local.getUTCHours() * 60 + local.getUTCMinutes(),
    minutes: Math.round((ends - begins) / 60_000),
  }
}

/** The next whole hour of today, or tomorrow at nine once the day is over. */
function nextStart(day: string | null): { day: string; start: number } {
  const now = new Date(Date.now() + 8 * 3_600_000)
  const hour = now.getUTCHours() + 1
  if (day) return { day, start: 540 }
  if (hour < 17) return { day: todayInChina(), start: Math.max(hour, 9) * 60 }
  return { day: todayInChina(Date.now() + 86_400_000), start: 540 }
}

function BookingForm({
  defaults: { last, mayLead },
  wanted,
}: {
  defaults: Defaults
  wanted: { day: string | null; roomId: string | null; places: number | null; span: ChosenTime | null }
}) {
  const t = useText(messages)
  const go = useGo()
  const [time, setTime] = useState<ChosenTime>(
    wanted.span ?? { ...nextStart(wanted.day), minutes: last?.minutes ?? 60 },
  )
  const [roomId, setRoomId] = useState<string | null>(wanted.roomId)
  const [further, setFurther] = useState<ChosenRoom[]>([])
  const [asked, setAsked] = useState(false)
  const [series, setSeries] = useState<ChosenSeries>(null)
  const [draft, setDraft] = useState<MeetingDraft>({
    title: last?.title ?? t('usual'),
    // A guess: it does not stand against the room one came with.
    headcount: Math.min(last?.headcount ?? 10, wanted.places ?? Number.POSITIVE_INFINITY),
    services: last?.services ?? proposeServices({ class: 'ORDINARY', layout: null }),
    class: 'ORDINARY',
    private: false,
    layout: null,
    accessories: [],
    note: '',
  })
  const from = momentOf(time.day, time.start)
  const to = momentOf(time.day, time.start + time.minutes)
  const book = useWrite(meetings.actions.bookMeeting, {
    quiet: true,
    invalidates: ['/meetings', '/bookings'],
    onDone: ({ id }) => go(`/meetings/${id}`),
  })
  const send = (wait: boolean, place = { roomId, from, to, further }, repeated = series) => {
    setAsked(true)
    if (!place.roomId || lacking(place.further)) return
    const { note, layout, accessories: all, ...rest } = draft
    const accessories = all.filter(({ quantity }) => quantity > 0)
    book.mutate({
      ...rest,
      roomId: place.roomId,
      from: place.from,
      to: place.to,
      layout,
      accessories,
      furtherRooms: chosenRooms(place.further),
      ...(repeated ? { series: seriesOf(repeated, place.from) } : {}),
      ...(note.trim() ? { note: note.trim() } : {}),
      ...(wait ? { wait } : {}),
    })
  }
  const choose = (way: Alternative) => {
    setTime(timeOf(Date.parse(way.from), Date.parse(way.to)))
    // The way out stands in for the room that is taken, which may be a further one.
    const taken = problemOf(book.error).extra.resourceId
    const swapped = further.map((one) => (one.roomId === taken ? { ...one, roomId: way.resource.id } : one))
    const main = further.some((one) => one.roomId === taken) ? roomId : way.resource.id
    setFurther(swapped)
    setRoomId(main)
    send(false, { roomId: main, from: way.from, to: way.to, further: swapped })
  }
  const leaveOut = (days: string[]) => {
    if (!series) return
    const skipped = Object.fromEntries(days.map((day) => [day, { skip: true as const }]))
    const next = { ...series, choices: { ...series.choices, ...skipped } }
    setSeries(next)
    send(false, { roomId, from, to, further }, next)
  }
  return (
    <div className="hq-stack">
      <Section title={t('when')} look="plain">
        <TimeChoice value={time} onChange={setTime} />
      </Section>
      <Section title={t('which')} look="plain">
        <RoomChoice
          from={from}
          to={to}
          headcount={draft.headcount}
          usual={last?.roomId ?? null}
          value={roomId}
          onChange={setRoomId}
          onLayout={(layout) => setDraft((now) => ({ ...now, layout }))}
        />
        {roomId ? (
          <FurtherRooms from={from} to={to} mainId={roomId} value={further} onChange={setFurther} />
        ) : null}
        {asked && !roomId ? (
          <p className="meeting-lack" role="alert">
            {t('noRoom')}
          </p>
        ) : null}
        {asked && lacking(further) ? (
          <p className="meeting-lack" role="alert">
            {t('noFurther')}
          </p>
        ) : null}
      </Section>
      <Section title={t('needs')} look="plain">
        <div className="hq-stack">
          <NeedsForm value={draft} onChange={setDraft} roomId={roomId} mayLead={mayLead} />
          <SeriesPart
            value={series}
            onChange={setSeries}
            from={from}
            to={to}
            roomId={roomId}
            further={chosenRooms(further)}
            headcount={draft.headcount}
            accessories={draft.accessories}
          />
        </div>
      </Section>
      <div className="meeting-send">
        {isOfSeries(book.error) ? (
          <ClashingDates error={book.error} busy={book.isPending} onSkip={leaveOut} />
        ) : (
          <ConflictHelp
            error={book.error}
            busy={book.isPending}
            onChoose={choose}
            {...(series ? {} : { onWait: () => send(true) })}
          />
        )}
        <button
          type="button"
          className="meeting-button meeting-primary"
          disabled={book.isPending}
          aria-busy={book.isPending}
          onClick={() => send(false)}
        >
          {t('book')}
        </button>
      </div>
    </div>
  )
}

/** Was a further room added and not chosen? It is not left out in silence. */
const lacking = (further: readonly ChosenRoom[]) => further.some(({ roomId }) => roomId === null)

/** A moment of a day in China, by its minutes. */
function momentOf(day: string, minutes: number): string {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + minutes * 60_000).toISOString()
}
