import { Type } from 'typebox'
import { Id, Moment, Nullable, TextPair } from '#kernel/contract/action.ts'
import { locales } from '#kernel/contract/text.ts'
import { RoleName } from '#kernel/schema.ts'

const MailAddress = Type.String({ pattern: '^[^@\\s,;<>]+@[^@\\s,;<>]+$', maxLength: 200 })
const NoticeType = Type.String({ pattern: '^[a-z][a-z-]*\\.[a-z][a-z_]*$', maxLength: 80 })
export const Channel = Type.Enum(['app', 'mail'])
export const OutsideChannel = Type.Enum(['mail', 'wecom', 'dingtalk', 'feishu'])
const MinuteOfDay = Type.Integer({ minimum: 0, maximum: 1439 })

/** One piece of news in a person's list. */
export const Notification = Type.Object({
  id: Id,
  type: Type.String(),
  title: TextPair,
  body: TextPair,
  href: Type.String(),
  urgent: Type.Boolean(),
  times: Type.Integer(),
  createdAt: Moment,
  lastAt: Moment,
  readAt: Nullable(Moment),
})

/** A box of the matrix: whether it is on, and whether it may be changed. */
const Box = Type.Object({ channel: Channel, wanted: Type.Boolean(), locked: Type.Boolean() })

export const MatrixLine = Type.Object({
  type: Type.String(),
  module: TextPair,
  title: TextPair,
  urgent: Type.Boolean(),
  boxes: Type.Array(Box),
})

export const RoleMatrixLine = Type.Object({
  type: Type.String(),
  module: TextPair,
  title: TextPair,
  urgent: Type.Boolean(),
  /** The descriptor itself says that nobody may switch it off. */
  fixed: Type.Boolean(),
  boxes: Type.Array(Type.Object({ channel: Channel, wanted: Type.Boolean(), mandatory: Type.Boolean() })),
})

const Habits = {
  mailAddress: Nullable(MailAddress),
  locale: Type.Enum([...locales]),
  quiet: Type.Enum(['NONE', 'OFF_HOURS', 'SPAN']),
  /** Minutes of the day in Asia/Shanghai; used with SPAN, which may reach over midnight. */
  quietFromMinutes: MinuteOfDay,
  quietToMinutes: MinuteOfDay,
  digest: Type.Enum(['NONE', 'HOURLY', 'DAILY']),
}

export const Preferences = Type.Object({
  ...Habits,
  /** Whether the bureau has a mail server at all. */
  mailReady: Type.Boolean(),
  matrix: Type.Array(MatrixLine),
})

export const PreferencesInput = Type.Object({
  ...Habits,
  choices: Type.Array(Type.Object({ type: NoticeType, channel: Channel, wanted: Type.Boolean() }), {
    maxItems: 200,
  }),
})

export const RoleDefaultsInput = Type.Object({
  role: RoleName,
  defaults: Type.Array(
    Type.Object({
      type: NoticeType,
      channel: Channel,
      wanted: Type.Boolean(),
      mandatory: Type.Boolean(),
    }),
    { maxItems: 200 },
  ),
})

const MailServerFields = {
  host: Type.String({ pattern: '^[A-Za-z0-9.:_-]+$', minLength: 1, maxLength: 200 }),
  port: Type.Integer({ minimum: 1, maximum: 65535 }),
  security: Type.Enum(['TLS', 'STARTTLS', 'NONE']),
  userName: Type.String({ maxLength: 200 }),
  fromAddress: MailAddress,
  fromName: Type.String({ maxLength: 100 }),
  authority: Type.String({ maxLength: 20000 }),
  siteAddress: Type.String({ pattern: '^(https?://[^\\s]+)?$', maxLength: 200 }),
}

/** The mail server as the administrator sees it: never with the password. */
export const MailServer = Type.Object({ ...MailServerFields, passwordSet: Type.Boolean() })

export const MailServerInput = Type.Object({
  ...MailServerFields,
  /** Absent keeps the one there is; empty takes it away. */
  password: Type.Optional(Type.String({ maxLength: 200 })),
})

const MailboxFields = {
  name: Type.String({ minLength: 1, maxLength: 100 }),
  channel: OutsideChannel,
  role: Nullable(RoleName),
  unitId: Nullable(Id),
  types: Type.Array(NoticeType, { maxItems: 100 }),
  instead: Type.Boolean(),
  /** A mail address, or a robot platform’s base address: `https://oapi.dingtalk.com`, or a proxy’s. */
  address: Type.String({ minLength: 3, maxLength: 300 }),
  locale: Type.Enum([...locales]),
}

/** A shared address or robot; its key and secret never leave the server. */
export const Mailbox = Type.Object({
  id: Id,
  ...MailboxFields,
  keySet: Type.Boolean(),
  secretSet: Type.Boolean(),
})

export const MailboxInput = {
  ...MailboxFields,
  /** The `key`, `access_token` or hook id in the robot's address. Absent keeps the one there is. */
  key: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_-]*$', maxLength: 200 })),
  /** The secret of 加签 / 签名校验, where the robot has one. Absent keeps it, empty takes it away. */
  secret: Type.Optional(Type.String({ maxLength: 200 })),
}

/** One line of the sending log: to whom and how it went, never what it said. */
export const Delivery = Type.Object({
  id: Id,
  type: Type.String(),
  title: TextPair,
  channel: OutsideChannel,
  recipient: Type.String(),
  status: Type.Enum(['WAITING', 'SENT', 'GIVEN_UP']),
  attempts: Type.Integer(),
  createdAt: Moment,
  dueAt: Moment,
  triedAt: Nullable(Moment),
  sentAt: Nullable(Moment),
  answer: Type.String(),
})
