import { describe, expect, it } from 'vitest'
import { overlayCalendar } from '#engines/calendar/overlay-calendar.ts'
import { parseWindows } from '#engines/calendar/parse-windows.ts'
import { statutoryDays, statutoryExceptions } from '#engines/calendar/statutory-days.ts'
import { makeWorkCalendar } from '#engines/calendar/work-calendar.ts'
import { type Clock, dueAt, provisionalDueAt, readClock, startClock } from './clock.ts'
import { changePledge, pauseClock, resumeClock } from './clock-changes.ts'
import { type OrderEvent, readClocks } from './clock-events.ts'
import { hopClock } from './clock-hop.ts'

const hours = parseWindows('08:30-12:00, 14:00-17:30')
const office = makeWorkCalendar(
  { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours },
  statutoryExceptions(statutoryDays(2026, 2026)),
)
const at = (text: string) => new Date(`${text}+08:00`)
/** A moment on Monday 2026-11-16, an ordinary working day. */
const monday = (time: string) => at(`2026-11-16T${time}`)
const normal = (minutes: number) => ({ minutes, roundTheClock: false })
const urgent = (minutes: number) => ({ minutes, roundTheClock: true })
const held = (from: string, to: string): Clock => {
  const clock = startClock(monday('09:00'), normal(120))
  return resumeClock(pauseClock(clock, office, monday(from), '等待配件').clock, office, monday(to)).clock
}

describe('orders: a pause plus a change of priority keeps the held time', () => {
  it('adds the held working minutes to the due moment', () => {
    expect(dueAt(startClock(monday('09:00'), normal(120)), office)).toEqual(monday('11:00'))
    expect(dueAt(held('09:30', '10:15'), office)).toEqual(monday('11:45'))
    expect(dueAt(held('11:00', '11:20'), office)).toEqual(monday('11:00')) // reached before the pause began
  })

  it('keeps the held time when the priority changes after the pause, before it and within it', () => {
    const after = changePledge(held('09:30', '10:15'), office, monday('10:30'), normal(60))
    expect(after.dueAfter).toEqual(monday('10:45'))
    const start = startClock(monday('09:00'), normal(120))
    const before = changePledge(start, office, monday('09:10'), normal(60)).clock
    const paused = pauseClock(before, office, monday('09:30'), '等待配件').clock
    expect(dueAt(resumeClock(paused, office, monday('10:15')).clock, office)).toEqual(monday('10:45'))
    const within = changePledge(
      pauseClock(start, office, monday('09:30'), '等待配件').clock,
      office,
      monday('09:50'),
      normal(60),
    ).clock
    expect(dueAt(resumeClock(within, office, monday('10:15')).clock, office)).toEqual(monday('10:45'))
  })

  it('keeps used and held time when an order becomes urgent and is counted round the clock', () => {
    const clock = held('09:30', '10:15') // 60 minutes used at 10:45
    const { dueAfter } = changePledge(clock, office, monday('10:45'), urgent(180))
    expect(dueAfter).toEqual(monday('12:45')) // two hours more, lunch included
  })

  it('counts only the working minutes of a pause over lunch and night as held', () => {
    const clock = startClock(monday('11:00'), normal(120))
    const paused = pauseClock(clock, office, monday('11:30'), '等待配件').clock
    const resumed = resumeClock(paused, office, at('2026-11-17T09:00')).clock
    expect(readClock(resumed, office, at('2026-11-17T09:00'))).toMatchObject({
      usedMinutes: 30,
      heldMinutes: 270,
    })
    expect(dueAt(resumed, office)).toEqual(at('2026-11-17T10:30'))
  })
})

describe('orders: the due date never goes backwards silently', () => {
  it('says by how much a change moved it earlier, and nothing where it did not', () => {
    const clock = startClock(monday('09:00'), normal(120))
    expect(changePledge(clock, office, monday('09:10'), normal(60))).toMatchObject({
      dueBefore: monday('11:00'),
      dueAfter: monday('10:00'),
      movedEarlierByMinutes: 60,
    })
    expect(changePledge(clock, office, monday('09:10'), normal(180)).movedEarlierByMinutes).toBeNull()
    expect(pauseClock(clock, office, monday('09:10'), '等待配件').movedEarlierByMinutes).toBeNull()
  })

  it('says so while paused too, by the provisional due moment', () => {
    const paused = pauseClock(
      startClock(monday('09:00'), normal(120)),
      office,
      monday('09:30'),
      '等待配件',
    ).clock
    const shorter = changePledge(paused, office, monday('10:00'), normal(90))
    expect(shorter).toMatchObject({ dueBefore: monday('11:30'), movedEarlierByMinutes: 30 })
  })

  it('leaves a stopped clock as it was: a later pause or pledge rewrites no result', () => {
    const clock = { ...held('09:30', '10:15'), stoppedAt: monday('11:45') }
    const later: Clock = {
      ...clock,
      terms: [...clock.terms, { from: monday('14:00'), minutes: 1, roundTheClock: false }],
      pauses: [...clock.pauses, { from: monday('15:00'), to: null, reason: '等待配件' }],
    }
    expect(readClock(later, office, monday('17:00'))).toEqual(readClock(clock, office, monday('17:00')))
    expect(readClock(clock, office, monday('17:00'))).toMatchObject({ state: 'met', remainingMinutes: 0 })
  })
})

describe('orders: while paused the due moment is open', () => {
  const paused = pauseClock(
    startClock(monday('09:00'), normal(120)),
    office,
    monday('09:30'),
    '等待配件',
  ).clock

  it('is null, and provisionally moves on with time', () => {
    expect(dueAt(paused, office)).toBeNull()
    expect(provisionalDueAt(paused, office, monday('10:00'))).toEqual(monday('11:30'))
    expect(readClock(paused, office, monday('11:00'))).toMatchObject({
      state: 'paused',
      provisional: true,
      dueAt: at('2026-11-16T14:30'),
      usedMinutes: 30,
      heldMinutes: 90,
      remainingMinutes: 90,
    })
  })

  it('stays known if the order was late before the pause', () => {
    const late = pauseClock(
      startClock(monday('09:00'), normal(60)),
      office,
      monday('10:30'),
      '等待配件',
    ).clock
    expect(readClock(late, office, monday('11:00'))).toMatchObject({
      state: 'overdue',
      remainingMinutes: -30,
    })
  })

  it('refuses a pause without a reason, a second one, and a resumption without a pause', () => {
    const clock = startClock(monday('09:00'), normal(120))
    expect(() => pauseClock(clock, office, monday('09:30'), ' ')).toThrow(/reason/)
    expect(() => pauseClock(paused, office, monday('09:40'), '等待配件')).toThrow(/held already/)
    expect(() => resumeClock(clock, office, monday('09:40'))).toThrow(/not held/)
    expect(() => resumeClock(paused, office, monday('09:20'))).toThrow(/not held/)
    expect(() => pauseClock(clock, office, monday('08:00'), '等待配件')).toThrow(/not started/)
    expect(() =>
      changePledge({ ...clock, stoppedAt: monday('10:00') }, office, monday('10:30'), normal(5)),
    ).toThrow()
    expect(() => startClock(monday('09:00'), normal(0))).toThrow(/not a pledge/)
  })
})

describe('orders: lunch, holiday, 调休 Saturday and night ticket', () => {
  const due = (start: string, minutes: number, calendar = office) =>
    dueAt(startClock(at(start), normal(minutes)), calendar)

  it('does not burn the pledge at lunch', () => {
    expect(due('2026-11-16T11:45', 30)).toEqual(monday('14:15'))
  })
  it('rests over the National Day week and works the 调休 Saturday', () => {
    expect(due('2026-09-30T17:15', 30)).toEqual(at('2026-10-08T08:45'))
    expect(due('2026-10-09T17:15', 30)).toEqual(at('2026-10-10T08:45'))
  })
  it('starts a night ticket at the opening, at once where a night window is open, and at once if urgent', () => {
    expect(due('2026-11-16T02:00', 30)).toEqual(monday('09:00'))
    const nights = overlayCalendar(office, makeWorkCalendar({ 7: parseWindows('20:00-06:00') }))
    expect(due('2026-11-16T02:00', 30, nights)).toEqual(monday('02:30'))
    expect(dueAt(startClock(at('2026-11-16T02:00'), urgent(30)), office)).toEqual(monday('02:30'))
  })
})

describe('orders: an automatic reply is no response', () => {
  const taken: OrderEvent[] = [
    { kind: 'received', at: monday('09:00'), holder: 'desk', role: 'desk' },
    { kind: 'pledged', at: monday('09:05'), respondMinutes: 30, finishMinutes: 120, roundTheClock: false },
    { kind: 'replied', at: monday('09:01'), responds: 'machine' },
    { kind: 'replied', at: monday('09:10') }, // a note among colleagues
  ]

  it('goes on running until a person answers', () => {
    const open = readClocks(taken)
    expect(open && readClock(open.respond, office, monday('09:40'))).toMatchObject({ state: 'overdue' })
    const answered = readClocks([...taken, { kind: 'replied', at: monday('09:20'), responds: 'human' }])
    expect(answered && readClock(answered.respond, office, monday('12:00'))).toMatchObject({
      state: 'met',
      usedMinutes: 20,
    })
    expect(answered?.finish.stoppedAt).toBeNull()
  })

  it('has both clocks start when the order was received, and none where nothing is pledged', () => {
    expect(readClocks(taken)?.finish.start).toEqual(monday('09:00'))
    expect(readClocks(taken.slice(0, 1))).toBeNull()
  })

  it('stands still between a finish and the reopening, and ignores what is replayed twice', () => {
    const pause: OrderEvent = { kind: 'paused', at: monday('09:30'), reason: '等待配件' }
    const rest: OrderEvent[] = [
      { kind: 'resumed', at: monday('09:40') },
      { kind: 'finished', at: monday('10:00'), holder: 'li', role: 'requester' },
      { kind: 'reopened', at: monday('11:00'), holder: 'wang', role: 'worker' },
    ]
    const clocks = readClocks([...taken, pause, pause, ...rest, ...rest.slice(0, 1)])
    expect(clocks?.finish.stoppedAt).toBeNull()
    expect(clocks && readClock(clocks.finish, office, monday('11:20'))).toMatchObject({
      usedMinutes: 70,
      heldMinutes: 70,
    })
    expect(clocks?.respond.stoppedAt).toEqual(monday('10:00'))
  })
})

describe('orders: reassigning is fair to the next holder and changes nothing for the requester', () => {
  const order = startClock(monday('09:00'), normal(120))

  it('gives the next holder what is left, by the same due moment', () => {
    const hop = hopClock(order, office, { receivedAt: monday('09:30:20'), handedOnAt: null }, 30)
    expect(dueAt(hop, office)).toEqual(dueAt(order, office))
    expect(readClock(hop, office, monday('10:00:20'))).toMatchObject({ usedMinutes: 30 })
  })

  it('gives never less than the minimum, even after the order is late', () => {
    for (const received of ['10:50', '11:30']) {
      const hop = hopClock(order, office, { receivedAt: monday(received), handedOnAt: null }, 30)
      expect(readClock(hop, office, monday(received))).toMatchObject({
        state: 'running',
        remainingMinutes: 30,
      })
    }
    expect(dueAt(order, office)).toEqual(monday('11:00'))
  })

  it('holds in the pauses of the order, follows its changes of pledge, and stops at the hand-over', () => {
    const paused = resumeClock(
      pauseClock(order, office, monday('09:20'), '等待配件').clock,
      office,
      monday('10:00'),
    ).clock
    const longer = changePledge(paused, office, monday('10:10'), normal(150)).clock
    const hop = hopClock(longer, office, { receivedAt: monday('09:40'), handedOnAt: null }, 30)
    expect(dueAt(hop, office)).toEqual(dueAt(longer, office))
    const passedOn = hopClock(
      longer,
      office,
      { receivedAt: monday('09:40'), handedOnAt: monday('10:20') },
      30,
    )
    expect(readClock(passedOn, office, monday('17:00'))).toMatchObject({ state: 'met', usedMinutes: 20 })
  })

  it('leaves the clocks of the order as they were, however often it is handed on', () => {
    const events: OrderEvent[] = [
      { kind: 'received', at: monday('09:00'), holder: 'desk', role: 'desk' },
      { kind: 'pledged', at: monday('09:00'), respondMinutes: 30, finishMinutes: 120, roundTheClock: false },
    ]
    const handed: OrderEvent[] = [
      { kind: 'assigned', at: monday('09:10'), holder: 'wang', role: 'worker' },
      { kind: 'accepted', at: monday('09:12'), holder: 'wang', role: 'worker' },
      { kind: 'transferred', at: monday('10:10'), holder: 'zhao', role: 'worker' },
    ]
    expect(readClocks([...events, ...handed])).toEqual(readClocks(events))
  })
})
