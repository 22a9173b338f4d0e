import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { explainDeadline as explain } from '../explain-deadline.ts'
import type { calendar } from '../module.ts'
import { NoWorkingTimeError } from '../working-spans.ts'
import { defaultCalendars } from './default-calendars.ts'
import { loadCalendar } from './load-calendar.ts'

type Action = (typeof calendar.actions)['explainDeadline']

/** Which years a deadline may begin in: beyond them no notice is known, and no deadline is asked for. */
const [firstYear, lastYear] = [2000, 2100]

/** A deadline with its way there. @throws Problem 422 */
export async function explainDeadline(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const name = input.calendar ?? 'work'
  const from = new Date(input.from)
  const year = from.getUTCFullYear()
  if (!(year >= firstYear && year <= lastYear))
    throw new Problem(422, 'calendar.year_out_of_range', { path: 'from' })
  const calendarValue = await loadCalendar(ctx, { name, siteId: input.siteId })
  try {
    const { dueAt, steps } = explain(calendarValue, from, input.minutes)
    return {
      dueAt: dueAt.toISOString(),
      calendar: await titleOf(ctx, name),
      steps: steps.map((step) => ({ ...step, from: step.from.toISOString(), to: step.to.toISOString() })),
    }
  } catch (error) {
    if (error instanceof NoWorkingTimeError)
      throw new Problem(422, 'calendar.no_working_time', { path: 'calendar' })
    throw error
  }
}

async function titleOf(ctx: Ctx, name: string) {
  const row = await ctx.db
    .selectFrom('calendar.work_calendar')
    .select(['title_zh', 'title_en'])
    .where('name', '=', name)
    .executeTakeFirst()
  const usual = defaultCalendars.find((one) => one.name === name)?.title
  return row ? { zh: row.title_zh, en: row.title_en } : (usual ?? { zh: name, en: name })
}
