import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Axis, minuteAt, offsetOf } from './axis.ts'
import { clockSpan, minuteOf, startOfDay } from './china-minutes.ts'
import { carrySpan, drawSpan, shiftSpan, stretchSpan } from './snap-span.ts'

const axis: Axis = { open: 7 * 60, close: 21 * 60, step: 15 }
const monday = startOfDay('2026-11-23')
const tuesday = startOfDay('2026-11-24')
const at = (clock: string, day = '2026-11-23') => minuteOf(`${day}T${clock}:00+08:00`)
const span = (from: string, to: string, day?: string) => ({ from: at(from, day), to: at(to, day) })
const said = ({ from, to }: { from: number; to: number }) => clockSpan(from, to)

describe('places on the axis', () => {
  it('takes the clock of China, and gives the hours that are not shown no room', () => {
    const days = [monday, tuesday]
    expect(offsetOf(axis, days, minuteOf('2026-11-22T23:30:00Z'))).toBe(30)
    expect(offsetOf(axis, days, at('06:00'))).toBe(0)
    expect(offsetOf(axis, days, at('22:00'))).toBe(14 * 60)
    expect(offsetOf(axis, days, at('03:00', '2026-11-24'))).toBe(14 * 60)
    expect(offsetOf(axis, days, at('09:00', '2026-11-25'))).toBe(28 * 60)
  })

  it('gives back every shown moment from its place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 28 * 60 - 1 }), (offset) => {
        const days = [monday, tuesday]
        expect(offsetOf(axis, days, minuteAt(axis, days, offset))).toBe(offset)
      }),
    )
  })
})

describe('drawing', () => {
  const draw = (from: string, to: string) => said(drawSpan(axis, [monday], at(from), at(to)))
  it('takes whole steps, in both directions, at least one', () => {
    expect(draw('09:05', '10:20')).toBe('09:00–10:30')
    expect(draw('10:20', '09:05')).toBe('09:00–10:30')
    expect(draw('09:05', '09:06')).toBe('09:00–09:15')
    expect(draw('09:00', '10:30')).toBe('09:00–10:30')
  })

  it('stays in the shown hours of the day in which it began', () => {
    expect(draw('20:50', '23:00')).toBe('20:45–21:00')
    expect(draw('21:00', '21:00')).toBe('20:45–21:00')
    expect(draw('08:00', '05:00')).toBe('07:00–08:00')
    const across = drawSpan(axis, [monday, tuesday], at('20:00'), at('08:00', '2026-11-24'))
    expect(said(across)).toBe('20:00–21:00')
  })
})

describe('carrying', () => {
  const one = span('09:00', '10:30')
  it('keeps the length and where it was grabbed, and snaps', () => {
    expect(said(carrySpan(axis, [monday], one, at('10:00'), at('12:07')))).toBe('11:00–12:30')
    expect(said(carrySpan(axis, [monday], one, at('10:00'), at('12:08')))).toBe('11:15–12:45')
  })

  it('stops at the ends of the day, and lands in the day under the pointer', () => {
    expect(said(carrySpan(axis, [monday], one, at('09:00'), at('20:50')))).toBe('19:30–21:00')
    expect(said(carrySpan(axis, [monday], one, at('10:30'), at('07:00')))).toBe('07:00–08:30')
    const next = carrySpan(axis, [monday, tuesday], one, at('09:00'), at('20:50', '2026-11-24'))
    expect(next).toEqual(span('19:30', '21:00', '2026-11-24'))
  })

  it('leaves what is longer than a day long', () => {
    const trip = { from: at('15:00'), to: at('10:00', '2026-11-24') }
    const moved = carrySpan(axis, [monday, tuesday], trip, at('16:00'), at('17:00'))
    expect(moved).toEqual({ from: at('16:00'), to: at('11:00', '2026-11-24') })
  })

  it('is never off the steps nor outside the hours', () => {
    const within = fc.integer({ min: 0, max: 14 * 60 })
    fc.assert(
      fc.property(within, within, (grabbed, dropped) => {
        const open = monday + axis.open
        const { from, to } = carrySpan(axis, [monday], one, open + grabbed, open + dropped)
        expect((from - open) % axis.step).toBe(0)
        expect(to - from).toBe(90)
        expect(from).toBeGreaterThanOrEqual(open)
        expect(to).toBeLessThanOrEqual(monday + axis.close)
      }),
    )
  })
})

describe('stretching', () => {
  const one = span('09:00', '10:30')
  it('pulls one end, leaves a step at least, and stops at the end of the day', () => {
    expect(said(stretchSpan(axis, [monday], one, 'to', at('11:50')))).toBe('09:00–11:45')
    expect(said(stretchSpan(axis, [monday], one, 'to', at('08:00')))).toBe('09:00–09:15')
    expect(said(stretchSpan(axis, [monday], one, 'to', at('23:00')))).toBe('09:00–21:00')
    expect(said(stretchSpan(axis, [monday], one, 'from', at('08:10')))).toBe('08:15–10:30')
    expect(said(stretchSpan(axis, [monday], one, 'from', at('12:00')))).toBe('10:15–10:30')
    expect(said(stretchSpan(axis, [monday], one, 'from', at('05:00')))).toBe('07:00–10:30')
  })
})

describe('one step further', () => {
  it('goes to the neighbouring day of the line, or stops', () => {
    const days = [monday, tuesday]
    expect(said(shiftSpan(axis, days, span('09:00', '10:00'), 1))).toBe('09:15–10:15')
    expect(shiftSpan(axis, days, span('20:00', '21:00'), 1)).toEqual(span('07:00', '08:00', '2026-11-24'))
    expect(shiftSpan(axis, days, span('07:00', '08:00', '2026-11-24'), -1)).toEqual(span('20:00', '21:00'))
    expect(shiftSpan(axis, days, span('07:00', '08:00'), -1)).toEqual(span('07:00', '08:00'))
    expect(shiftSpan(axis, [monday], span('20:00', '21:00'), 1)).toEqual(span('20:00', '21:00'))
  })
})
