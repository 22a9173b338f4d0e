import { Type } from 'typebox'
import { Id, Moment, Nullable } from '#kernel/contract/action.ts'
import { RoleName } from '#kernel/schema.ts'

/** How strictly a bureau guards its doors; units stand in the names. */
export const SecuritySettings = Type.Object({
  passwordLength: Type.Integer({ minimum: 8, maximum: 64 }),
  passwordClasses: Type.Integer({ minimum: 1, maximum: 4 }),
  passwordHistory: Type.Integer({ minimum: 0, maximum: 24 }),
  passwordDays: Type.Integer({ minimum: 0, maximum: 730 }),
  passwordWarnDays: Type.Integer({ minimum: 0, maximum: 60 }),
  changeFirstPassword: Type.Boolean(),
  lockFailures: Type.Integer({ minimum: 3, maximum: 100 }),
  lockSeconds: Type.Integer({ minimum: 30, maximum: 86400 }),
  idleSeconds: Type.Integer({ minimum: 0, maximum: 86400 }),
  sessionSeconds: Type.Integer({ minimum: 900, maximum: 2592000 }),
  twoFactorRoles: Type.Array(RoleName, { maxItems: 9 }),
  twoFactorGraceHours: Type.Integer({ minimum: 0, maximum: 720 }),
  trustedDevices: Type.Boolean(),
})

/** The three administrators (三员分立). */
export const Offices = Type.Object({
  /** Wanted; it takes hold with the first security administrator. */
  wanted: Type.Boolean(),
  separatedAt: Nullable(Moment),
  /** Who has asked to end it; the other office must agree. */
  joiningAskedBy: Nullable(Type.String()),
  joiningAskedAs: Nullable(Type.Union([Type.Literal('admin'), Type.Literal('security')])),
})

export const OpenSession = Type.Object({
  id: Id,
  accountId: Id,
  name: Type.String(),
  userName: Type.String(),
  /** `chrome`, `firefox`, `safari`, `edge`, `wechat`, `program`, `other` */
  browser: Type.String(),
  /** `windows`, `mac`, `linux`, `kylin`, `uos`, `android`, `harmony`, `ios`, `other` */
  system: Type.String(),
  address: Nullable(Type.String()),
  since: Moment,
  lastSeenAt: Nullable(Moment),
  byProvider: Type.Boolean(),
  /** The one that asks. */
  current: Type.Boolean(),
})
