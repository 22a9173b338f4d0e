import { Type } from 'typebox'
import { Day, Done, download, Id, PageOf, paging, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { Format, Why } from '../account-schema.ts'
import { GivenPoint, TakenPoints, Terminal, TerminalNumber, Track, TrackLook } from '../position-schema.ts'

const terminalOrder = { sort: Type.Optional(Type.Enum(['fitted', '-fitted'])) }
const lookFilters = {
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  sort: Type.Optional(Type.Enum(['at', '-at'])),
}

/** 定位接入: points from a gateway, kept only while the vehicle is on a trip of ours. */
export const positionActions = {
  takePositions: write({
    path: '/fleet/positions',
    permission: 'fleet.exchange',
    input: Type.Object({ points: Type.Array(GivenPoint, { minItems: 1, maxItems: 2000 }) }),
    output: TakenPoints,
    summary: text('接收定位点（网关令牌）', 'Take positions in from a gateway'),
  }),
  takeJt808: write({
    path: '/fleet/positions/jt808',
    permission: 'fleet.exchange',
    input: Type.Object({
      /** As hexadecimal digits or base64; one text may hold several frames. */
      frames: Type.Array(Type.String({ minLength: 2, maxLength: 8000 }), { minItems: 1, maxItems: 1000 }),
      encoding: Type.Optional(Type.Enum(['hex', 'base64'])),
    }),
    output: TakenPoints,
    summary: text('接收 JT/T 808 位置信息（0x0200）', 'Take JT/T 808 position reports (0x0200) in'),
  }),
  listTerminals: read({
    path: '/fleet/terminals',
    permission: 'fleet.exchange',
    input: Type.Object({ ...paging, ...terminalOrder }),
    output: PageOf(Terminal),
    summary: text('车载终端', 'Terminals in vehicles'),
  }),
  exportTerminals: download({
    path: '/fleet/terminals/export',
    permission: 'fleet.exchange',
    input: Type.Object({ ...terminalOrder, format: Format }),
    summary: text('导出车载终端', 'Export terminals in vehicles'),
  }),
  fitTerminal: write({
    path: '/fleet/terminals',
    permission: 'fleet.exchange',
    input: Type.Object({ number: TerminalNumber, plate: Type.String({ minLength: 7, maxLength: 8 }) }),
    output: Type.Object({ id: Id }),
    summary: text('登记车载终端', 'Note which terminal is in which vehicle'),
  }),
  removeTerminal: write({
    path: '/fleet/terminals/:terminalId/removal',
    permission: 'fleet.exchange',
    input: Type.Object({ terminalId: Id }),
    output: Done,
    summary: text('拆除车载终端', 'Take a terminal out'),
  }),
  lookAtTrack: write({
    path: '/fleet/trips/:tripId/track-looks',
    permission: 'fleet.read-tracks',
    input: Type.Object({ tripId: Id, reason: Why }),
    output: Track,
    summary: text('查看轨迹（须填原因，留痕）', 'Look at a track, with a reason and on record'),
  }),
  listTrackLooks: read({
    path: '/fleet/track-looks',
    permission: 'fleet.supervise',
    input: Type.Object({ ...paging, ...lookFilters }),
    output: PageOf(TrackLook),
    summary: text('谁看过轨迹', 'Who looked at tracks'),
  }),
  exportTrackLooks: download({
    path: '/fleet/track-looks/export',
    permission: 'fleet.supervise',
    input: Type.Object({ ...lookFilters, format: Format }),
    summary: text('导出轨迹查看记录', 'Export who looked at tracks'),
  }),
}
