import { Type } from 'typebox'
import { Done, Id, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { ShuttleLine, shuttleLine } from '../shuttle-schema.ts'

const linePath = '/fleet/shuttle-lines/:lineId' as const

/** The shuttle lines, kept here until a shuttle service keeps its own. */
export const shuttleActions = {
  listShuttleLines: read({
    path: '/fleet/shuttle-lines',
    permission: 'fleet.read-requests',
    input: Type.Object({ closed: Type.Optional(Type.Boolean()) }),
    output: Type.Object({ items: Type.Array(ShuttleLine) }),
    summary: text('班车线路', 'Shuttle lines'),
  }),
  createShuttleLine: write({
    path: '/fleet/shuttle-lines',
    permission: 'fleet.dispatch',
    input: Type.Object(shuttleLine),
    output: Type.Object({ id: Id }),
    summary: text('登记班车线路', 'Add a shuttle line'),
  }),
  changeShuttleLine: write({
    method: 'PATCH',
    path: linePath,
    permission: 'fleet.dispatch',
    input: Type.Object({ lineId: Id, ...shuttleLine }),
    output: Done,
    summary: text('修改班车线路', 'Change a shuttle line'),
  }),
  closeShuttleLine: write({
    path: `${linePath}/closure`,
    permission: 'fleet.dispatch',
    input: Type.Object({ lineId: Id }),
    output: Done,
    summary: text('停开班车线路', 'Close a shuttle line'),
  }),
} as const
