import { Type } from 'typebox'
import { download, Id, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { SeatingPlan } from '../seating/schema.ts'
import { SeatPlanView } from '../seats-schema.ts'

const path = '/meetings/:meetingId/seats' as const
const meetingId = Id
const permission = 'meetings.attendance'
const version = Type.Integer({ minimum: 0, maximum: 1_000_000_000 })
const PrintFormat = Type.Optional(Type.Enum(['pdf', 'docx']))

/** Who sits where. */
export const seatActions = {
  readSeats: read({
    path,
    permission,
    input: Type.Object({ meetingId }),
    output: SeatPlanView,
    summary: text('座次', 'Seat plan'),
  }),
  saveSeats: write({
    method: 'PUT',
    path,
    permission,
    /** `version`: the one that was read; somebody else's newer one answers 409 with it in `current`. */
    input: Type.Object({ meetingId, version, plan: SeatingPlan }),
    output: Type.Object({ version: Type.Integer() }),
    summary: text('保存座次', 'Save the seat plan'),
  }),
  seatByOrder: write({
    path: `${path}/order`,
    permission,
    input: Type.Object({ meetingId, version }),
    output: Type.Object({
      version: Type.Integer(),
      /** For whom there is no chair. */
      left: Type.Array(Type.String()),
    }),
    summary: text('按礼宾次序排座', 'Seat everybody by protocol order'),
  }),
  printSeats: download({
    path: `${path}/print`,
    permission,
    input: Type.Object({ meetingId, format: PrintFormat }),
    summary: text('打印座次图', 'Print the seat plan'),
  }),
  printNamePlates: download({
    path: '/meetings/:meetingId/name-plates',
    permission,
    input: Type.Object({
      meetingId,
      format: PrintFormat,
      size: Type.Optional(Type.Enum(['LARGE', 'SMALL'])),
      /** Whether the unit stands below the name. */
      unit: Type.Optional(Type.Boolean()),
    }),
    summary: text('打印桌签', 'Print name plates'),
  }),
}
