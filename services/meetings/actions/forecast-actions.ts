import { Type } from 'typebox'
import { Nullable, read } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'

const Month = Type.String({ pattern: '^\\d{4}-\\d{2}$' })

export const forecastActions = {
  readForecast: read({
    path: '/meetings/forecast',
    permission: 'meetings.forecast',
    input: Type.Object({}),
    output: Type.Object({
      /** How it was reckoned. */
      method: Type.Union([Type.Literal('seasonal-trend'), Type.Literal('recent-mean'), Type.Literal('none')]),
      /** Share of the same half-year a year before; 1 is no growth. */
      growth: Nullable(Type.Number()),
      history: Type.Array(Type.Object({ month: Month, count: Type.Integer() })),
      items: Type.Array(
        Type.Object({
          month: Month,
          expected: Type.Number(),
          workingDays: Type.Integer(),
          /** Meetings on an average working day. */
          perDay: Type.Number(),
        }),
      ),
      /** The last half-year, as it would have been forecast before it began. */
      check: Type.Array(Type.Object({ month: Month, expected: Type.Number(), actual: Type.Integer() })),
      /** Mean absolute percentage error of the check; null when there is too little to check. */
      mapePercent: Nullable(Type.Number()),
      rooms: Type.Integer(),
      /** Most meetings on one day in the last year. */
      busiestDay: Type.Integer(),
    }),
    summary: text('会议需求预测', 'Forecast of meetings'),
  }),
}
