import { Type } from 'typebox'
import { Can, Done, Id, Moment, Nullable, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { Ref, TaskKindName } from '../schema.ts'

const path = '/meetings/usual-attendants' as const

/** 会务责任人: who has the tasks of a room or a site from the moment they are planned. */
export const usualActions = {
  listUsualAttendants: read({
    path,
    permission: 'meetings.board',
    input: Type.Object({}),
    output: Type.Object({
      items: Type.Array(
        Type.Object({
          id: Id,
          site: Ref,
          /** Null: all rooms of the site. */
          room: Nullable(Ref),
          /** Null: every kind of task. */
          kind: Nullable(TaskKindName),
          person: Ref,
          /** False: has left, or no longer serves; the tasks go to the next in line. */
          works: Type.Boolean(),
          setAt: Moment,
          setBy: Type.String(),
          can: Can,
        }),
      ),
    }),
    summary: text('会务责任人', 'Usual attendants'),
  }),
  setUsualAttendant: write({
    method: 'PUT',
    path,
    permission: 'meetings.set-attendants',
    input: Type.Object({
      /** One of both: a room, or a site for all its rooms. */
      siteId: Type.Optional(Id),
      roomId: Type.Optional(Id),
      kind: Type.Optional(Nullable(TaskKindName)),
      personId: Id,
    }),
    output: Type.Object({ id: Id }),
    summary: text('设定会务责任人', 'Name a usual attendant'),
  }),
  removeUsualAttendant: write({
    method: 'DELETE',
    path: `${path}/:usualId`,
    permission: 'meetings.set-attendants',
    input: Type.Object({ usualId: Id }),
    output: Done,
    summary: text('取消会务责任人', 'Take a usual attendant back'),
  }),
}
