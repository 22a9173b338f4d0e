import { Type } from 'typebox'
import {
  Can,
  Day,
  Done,
  download,
  Id,
  Moment,
  Nullable,
  PageOf,
  paging,
  read,
  write,
} from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { roundStates } from '../insurance-words.ts'
import { Format, keysOf, Made } from '../register-schema.ts'

const keep = 'fleet.keep-register'
const see = 'fleet.read-board'
const Name = Type.String({ minLength: 1, maxLength: 100 })
const filters = {
  state: Type.Optional(Type.Array(keysOf(roundStates.states), { maxItems: 3 })),
  sort: Type.Optional(Type.Enum(['until', '-until'])),
}
const code = Type.String({ minLength: 20, maxLength: 200 })

const Insurer = Type.Object({
  id: Id,
  name: Type.String(),
  contact: Type.String(),
  fromDay: Day,
  toDay: Day,
  /** Within its period today. */
  selected: Type.Boolean(),
})

const Round = Type.Object({
  id: Id,
  number: Type.String(),
  title: Type.String(),
  terms: Type.String(),
  quotesUntil: Moment,
  state: keysOf(roundStates.states),
  openedAt: Nullable(Moment),
  openedBy: Nullable(Type.String()),
  witness: Nullable(Type.String()),
  winner: Nullable(Type.String()),
  failedReason: Nullable(Type.String()),
  vehicles: Type.Integer(),
  invited: Type.Integer(),
  quoted: Type.Integer(),
  can: Can,
})

/** Insurance bought from pre-selected insurers: invited, sealed, opened on record, the lowest wins. */
export const insuranceActions = {
  listInsurers: read({
    path: '/fleet/insurers',
    permission: see,
    input: Type.Object({}),
    output: Type.Object({ items: Type.Array(Insurer) }),
    summary: text('入围保险公司', 'Pre-selected insurers'),
  }),
  addInsurer: write({
    path: '/fleet/insurers',
    permission: keep,
    input: Type.Object({
      name: Name,
      contact: Type.Optional(Type.String({ maxLength: 100 })),
      fromDay: Day,
      toDay: Day,
    }),
    output: Made,
    summary: text('登记入围保险公司', 'Pre-select an insurer'),
  }),
  listRounds: read({
    path: '/fleet/insurance-rounds',
    permission: see,
    input: Type.Object({ ...paging, ...filters }),
    output: PageOf(Round),
    summary: text('保险询价', 'Insurance rounds'),
  }),
  exportRounds: download({
    path: '/fleet/insurance-rounds/export',
    permission: see,
    input: Type.Object({ ...filters, format: Format }),
    summary: text('导出保险询价', 'Export insurance rounds'),
  }),
  readRound: read({
    path: '/fleet/insurance-rounds/:roundId',
    permission: see,
    input: Type.Object({ roundId: Id }),
    output: Type.Object({
      ...Round.properties,
      plates: Type.Array(Type.String()),
      invitations: Type.Array(
        Type.Object({
          insurer: Type.String(),
          quotedAt: Nullable(Moment),
          /** For whoever sends it to the insurer, while quotes are taken. */
          link: Nullable(Type.String()),
          /** Null while sealed. */
          amountFen: Nullable(Type.Integer()),
          signedBy: Nullable(Type.String()),
          note: Nullable(Type.String()),
        }),
      ),
    }),
    summary: text('一次保险询价', 'One insurance round'),
  }),
  inviteInsurers: write({
    path: '/fleet/insurance-rounds',
    permission: keep,
    input: Type.Object({
      title: Type.String({ minLength: 1, maxLength: 200 }),
      terms: Type.String({ minLength: 1, maxLength: 4000 }),
      quotesUntil: Moment,
      vehicleIds: Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true }),
      insurerIds: Type.Array(Id, { minItems: 3, maxItems: 50 }),
    }),
    output: Made,
    summary: text('邀请保险公司报价', 'Invite insurers to quote'),
  }),
  openRound: write({
    path: '/fleet/insurance-rounds/:roundId/opening',
    permission: 'fleet.open-quotes',
    input: Type.Object({ roundId: Id, witness: Name }),
    output: Done,
    summary: text('开标', 'Open the quotes'),
  }),
  readInvitation: read({
    path: '/public/insurance-quotes/:code',
    permission: 'public',
    rateLimit: 30,
    input: Type.Object({ code }),
    output: Type.Object({
      insurer: Type.String(),
      title: Type.String(),
      terms: Type.String(),
      plates: Type.Array(Type.String()),
      quotesUntil: Moment,
      open: Type.Boolean(),
      quotedAt: Nullable(Moment),
    }),
    summary: text('查看保险询价邀请', 'Read an invitation to quote'),
  }),
  sealQuote: write({
    path: '/public/insurance-quotes/:code',
    permission: 'public',
    rateLimit: 10,
    input: Type.Object({
      code,
      amountFen: Type.Integer({ minimum: 1, maximum: 100_000_000_000 }),
      signedBy: Name,
      note: Type.Optional(Type.String({ maxLength: 1000 })),
    }),
    output: Done,
    summary: text('提交密封报价', 'Hand in a sealed quote'),
  }),
}
