import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PlannedMeeting, planMinutes, planTasks } from './plan-tasks.ts'
import { classes, type MeetingClass, type Service, services } from './words.ts'

const at = (time: string) => new Date(`2026-03-05T${time}:00+08:00`)
const meeting = (more: Partial<PlannedMeeting> = {}): PlannedMeeting => ({
  from: at('09:00'),
  to: at('11:00'),
  headcount: 20,
  class: 'ORDINARY',
  services: [],
  bookedAt: new Date('2026-03-02T09:00:00+08:00'),
  ...more,
})
const short = (tasks: ReturnType<typeof planTasks>) =>
  tasks.map(({ kind, round, dueAt }) => [
    `${kind}${round > 1 ? round : ''}`,
    new Date(dueAt.getTime() + 8 * 3_600_000).toISOString().slice(11, 16),
  ])

describe('planning the support of a meeting', () => {
  it('[MEET-01] goes through the four steps, with what was asked for', () => {
    const tasks = planTasks(meeting({ services: ['TEA', 'ROSTRUM', 'AV', 'PROJECTION', 'LOUNGE'] }))
    expect(short(tasks)).toEqual([
      ['TAKE_ON', '17:00'],
      ['CLEANING', '08:00'],
      ['SET_UP', '08:30'],
      ['ROSTRUM', '08:30'],
      ['LOUNGE', '08:20'],
      ['AV_TEST', '08:30'],
      ['TEA', '08:40'],
      ['IN_SESSION', '11:00'],
      ['TEA2', '09:30'],
      ['TEA3', '10:00'],
      ['TEA4', '10:30'],
      ['CLEANING2', '11:40'],
      ['RESET', '12:00'],
    ])
    expect(new Set(tasks.map(({ step }) => step))).toEqual(
      new Set(['TAKE_ON', 'SET_UP', 'IN_SESSION', 'RESET']),
    )
  })

  it('[MEET-06] tests sound and light half an hour before, and serves leaders more often', () => {
    const tea = (rank: MeetingClass) =>
      planTasks(meeting({ class: rank, services: ['TEA'] })).filter(({ kind }) => kind === 'TEA').length
    expect(tea('LEADERSHIP')).toBeGreaterThan(tea('ORDINARY'))
    const test = planTasks(meeting({ services: ['AV'] })).find(({ kind }) => kind === 'AV_TEST')!
    expect(at('09:00').getTime() - test.dueAt.getTime()).toBe(planMinutes.avTestDone * 60_000)
  })

  it('sets nothing before the booking was made, and everything before the beginning', () => {
    const moments = fc.integer({ min: 0, max: 20_000 }).map((minutes) => minutes * 60_000)
    const some = fc.record({
      start: moments,
      length: fc.integer({ min: 5, max: 3 * 1440 }),
      bookedAt: moments,
      headcount: fc.option(fc.integer({ min: 1, max: 500 })),
      class: fc.constantFrom(...(Object.keys(classes) as MeetingClass[])),
      services: fc.subarray(Object.keys(services) as Service[]),
    })
    fc.assert(
      fc.property(some, ({ start, length, bookedAt, ...rest }) => {
        const from = new Date(start)
        const to = new Date(start + length * 60_000)
        const tasks = planTasks({ ...rest, from, to, bookedAt: new Date(bookedAt) })
        const keys = tasks.map(({ kind, round }) => `${kind}/${round}`)
        expect(new Set(keys).size).toBe(keys.length)
        for (const task of tasks) {
          expect(task.dueAt.getTime()).toBeGreaterThanOrEqual(task.startsAt.getTime())
          if (task.step === 'TAKE_ON' || task.step === 'SET_UP')
            expect(task.dueAt.getTime()).toBeLessThanOrEqual(from.getTime())
          if (task.step === 'RESET') expect(task.startsAt).toEqual(to)
          if (task.kind === 'TEA' && task.round > 1)
            expect(task.startsAt < to && task.startsAt > from).toBe(true)
        }
      }),
    )
  })
})
