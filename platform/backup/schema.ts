import { Type } from 'typebox'
import { Moment } from '#kernel/contract/action.ts'

const OrNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])

/** When to back up, and what to keep. */
export const Settings = Type.Object({
  enabled: Type.Boolean(),
  startAt: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
  keepDaily: Type.Integer({ minimum: 1, maximum: 60 }),
  keepWeekly: Type.Integer({ minimum: 0, maximum: 60 }),
  keepMonthly: Type.Integer({ minimum: 0, maximum: 60 }),
  warnAfterHours: Type.Integer({ minimum: 1, maximum: 1000 }),
})

export const RunKind = Type.Union([Type.Literal('backup'), Type.Literal('verify')])
export const CopyName = Type.String({ pattern: '^\\d{8}-\\d{6}$' })

/** A backup on the disk. */
export const CopyRow = Type.Object({
  name: CopyName,
  finishedAt: Moment,
  seconds: Type.Number(),
  sizeBytes: Type.Integer(),
  continuous: Type.Boolean(),
  verifiedAt: OrNull(Moment),
})

/** A try to make or verify one. */
export const RunRow = Type.Object({
  id: Type.String({ format: 'uuid' }),
  kind: RunKind,
  cause: Type.Union([Type.Literal('schedule'), Type.Literal('person'), Type.Literal('command')]),
  stage: Type.Union([
    Type.Literal('waiting'),
    Type.Literal('running'),
    Type.Literal('done'),
    Type.Literal('failed'),
  ]),
  askedAt: Moment,
  askedBy: Type.String(),
  finishedAt: OrNull(Moment),
  seconds: OrNull(Type.Number()),
  doneBytes: Type.Integer(),
  totalBytes: Type.Integer(),
  copyName: OrNull(Type.String()),
  problem: OrNull(Type.String()),
})

/** What is wrong with the backups; empty when all is well. */
export const Alarm = Type.Union([
  Type.Literal('none-yet'),
  Type.Literal('too-old'),
  Type.Literal('failed'),
  Type.Literal('archive-stuck'),
  Type.Literal('off'),
])

export const Overview = Type.Object({
  /** Whether the server backs up at all: not with a database of one's own. */
  embedded: Type.Boolean(),
  folder: OrNull(Type.String()),
  sameDisk: OrNull(Type.Boolean()),
  /** Only the bureau that has no superior speaks for the installation. */
  can: Type.Object({ manage: Type.Boolean() }),
  settings: Settings,
  alarms: Type.Array(Alarm),
  last: OrNull(CopyRow),
  ageSeconds: OrNull(Type.Number()),
  nextAt: OrNull(Moment),
  archivedAt: OrNull(Moment),
  copies: Type.Array(CopyRow),
  runs: Type.Array(RunRow),
  ownTools: Type.Array(Type.Object({ what: Type.String(), command: Type.String() })),
})
