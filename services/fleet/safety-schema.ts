import { type Static, Type } from 'typebox'
import { Can, Day, Id, Moment, Nullable } from '#kernel/contract/action.ts'

export const SafetyMeeting = Type.Object({
  id: Id,
  heldOn: Day,
  topic: Type.String(),
  place: Type.String(),
  attended: Type.Integer(),
  drivers: Type.Integer(),
  hasMinutes: Type.Boolean(),
  voided: Nullable(Type.Object({ by: Type.String(), reason: Type.String() })),
  can: Can,
})
export type SafetyMeeting = Static<typeof SafetyMeeting>

export const SafetyMeetingDetail = Type.Object({
  ...SafetyMeeting.properties,
  note: Type.String(),
  minutesFileId: Nullable(Id),
  createdBy: Type.String(),
  attendance: Type.Array(
    Type.Object({
      driverId: Id,
      name: Type.String(),
      signedAt: Nullable(Moment),
      /** The driver himself; false: whoever kept the list. */
      own: Type.Boolean(),
    }),
  ),
})

export const SafetyRecord = Type.Object({
  /** Days since the last accident in which somebody was hurt, or since the first record; null without any record. */
  days: Nullable(Type.Integer()),
  since: Nullable(Day),
  accidents: Type.Integer(),
  injuries: Type.Integer(),
  meetings: Type.Integer(),
})
