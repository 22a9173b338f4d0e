import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { NotificationType } from '#kernel/contract/module.ts'
import type { Text } from '#kernel/contract/text.ts'
import { type Addressees, findRecipients, type Recipient } from './find-recipients.ts'
import { type Mailbox, matchMailboxes, standsFor } from './match-mailboxes.ts'
import type { CalendarMethod } from './send-mail.ts'
import { readSettings, type Settings, wishOf } from './wanted-channels.ts'
import { afterQuiet, digestAt } from './when-to-send.ts'
import { nextWorkingMoment } from './working-hours.ts'

/** The same thing again within this time, while the first is unread, is one piece of news with a count. */
const sameAgainMs = 10 * 60_000

export interface News {
  to: Addressees
  /** The account of whoever did it; nobody is told of their own deed. */
  by: string | null
  title: Text
  body?: Text
  /** Where it opens: `/orders/…`. */
  href: `/${string}`
  subjectType: string
  subjectId: string | null
  /** More pressing than its type usually is. */
  urgent?: boolean
  /** A leaders' matter: outside the application nothing of its words is said. */
  sealed?: boolean
  /**
   * An invitation (iCalendar) that goes with the mail, to be taken into the reader's own calendar. Such news is never
   * counted onto the one before or gathered into a digest: each moves a date. A sealed matter's names nothing either.
   */
  calendar?: { method: CalendarMethod; content: string }
}

/**
 * Tells people of something, in the running transaction; call it from an event's handler, so that what was rolled back
 * is never told. Ways out (mail, robots) are planned here and sent afterwards by `sendDue`.
 * @returns how many persons and shared mailboxes it reached
 */
export async function tell<T extends Readonly<Record<string, NotificationType>>>(
  ctx: Ctx,
  notices: T,
  type: keyof T & string,
  news: News,
): Promise<number> {
  const declared = notices[type]!
  const recipients = await findRecipients(ctx, news.to, news.by)
  const mailboxes = await matchMailboxes(ctx, type, declared, news.to, recipients)
  if (recipients.length + mailboxes.length === 0) return 0
  const urgent = news.urgent === true || declared.urgency === 'urgent'
  const users = recipients.map(({ userId }) => userId)
  const settings = await readSettings(ctx, [type], users)
  const mailReady = await hasMailServer(ctx)
  // Two servers telling of the same thing at once come one after the other, so that the second sees the first's.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${type}:${news.subjectId}`}, 7))`.execute(ctx.db)
  for (const person of recipients)
    await tellPerson(ctx, { type, declared, news, urgent, settings, mailReady, mailboxes }, person)
  for (const mailbox of mailboxes) {
    if (mailbox.channel === 'mail' && !mailReady) continue
    const id = await place(ctx, { mailboxId: mailbox.id, type, news, urgent, shown: false })
    if (id) await planDelivery(ctx, id, mailbox.channel, { dueAt: ctx.now, digest: false })
  }
  return recipients.length + mailboxes.length
}

interface Telling {
  type: string
  declared: NotificationType
  news: News
  urgent: boolean
  settings: Settings
  mailReady: boolean
  mailboxes: readonly Mailbox[]
}

async function tellPerson(ctx: Ctx, telling: Telling, person: Recipient): Promise<void> {
  const { type, declared, news, urgent, settings } = telling
  const wants = (channel: 'app' | 'mail') => wishOf(type, declared, channel, person, settings).wanted
  const replaced = telling.mailboxes.some((mailbox) => mailbox.instead && standsFor(mailbox, person))
  const mails = telling.mailReady && person.mailAddress !== null && !replaced && wants('mail')
  const shown = wants('app')
  if (!shown && !mails) return
  const id = await place(ctx, { userId: person.userId, type, news, urgent, shown })
  if (id && mails) await planDelivery(ctx, id, 'mail', await planOf(ctx, person, news, urgent))
  if (shown) await announce(ctx, person.userId)
}

async function hasMailServer(ctx: Ctx): Promise<boolean> {
  const found = await ctx.db.selectFrom('notifications.mail_server').select('id').executeTakeFirst()
  return found !== undefined
}

interface Placing {
  userId?: string
  mailboxId?: string
  type: string
  news: News
  urgent: boolean
  shown: boolean
}

/** Writes the news down, or counts it onto the same unread one of a moment ago. @returns the new one's id, else null */
async function place(
  ctx: Ctx,
  { userId, mailboxId, type, news, urgent, shown }: Placing,
): Promise<string | null> {
  const words = {
    title_zh: short(news.title.zh, 300),
    title_en: short(news.title.en, 300),
    body_zh: short(news.body?.zh ?? '', 1000),
    body_en: short(news.body?.en ?? '', 1000),
    href: news.href,
    urgent,
    sealed: news.sealed ?? false,
    calendar: news.calendar?.content ?? null,
    calendar_method: news.calendar?.method ?? null,
    last_at: ctx.now,
  }
  const since = new Date(ctx.now.getTime() - sameAgainMs)
  const again = news.calendar
    ? undefined
    : await ctx.db
        .updateTable('notifications.notification')
        .set({ ...words, times: sql`times + 1` })
        .where('type', '=', type)
        .where('subject_id', 'is not distinct from', news.subjectId)
        .where('user_id', 'is not distinct from', userId ?? null)
        .where('mailbox_id', 'is not distinct from', mailboxId ?? null)
        .where('read_at', 'is', null)
        .where('last_at', '>', since.toISOString())
        .returning('id')
        .executeTakeFirst()
  if (again) return null
  const { id } = await ctx.db
    .insertInto('notifications.notification')
    .values({
      ...words,
      user_id: userId ?? null,
      mailbox_id: mailboxId ?? null,
      type,
      subject_type: news.subjectType,
      subject_id: news.subjectId,
      shown,
      created_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

function short(words: string, most: number): string {
  const letters = [...words]
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : words
}

interface Plan {
  dueAt: Date
  digest: boolean
}

/** When mail to a person goes out: urgent at once; the rest by their digest, and after their quiet hours. */
async function planOf(ctx: Ctx, person: Recipient, news: News, urgent: boolean): Promise<Plan> {
  if (urgent) return { dueAt: ctx.now, digest: false }
  const gathered = news.calendar ? null : digestAt(ctx.now, person.digest)
  const from = gathered ?? ctx.now
  const digest = gathered !== null
  if (person.quiet === 'OFF_HOURS') return { dueAt: await nextWorkingMoment(ctx, from), digest }
  if (person.quiet === 'SPAN')
    return { dueAt: afterQuiet(from, person.quiet_from_minutes, person.quiet_to_minutes), digest }
  return { dueAt: from, digest }
}

export async function planDelivery(
  ctx: Ctx,
  notificationId: string,
  channel: string,
  plan: Plan,
): Promise<string> {
  const { id } = await ctx.db
    .insertInto('notifications.delivery')
    .values({
      notification_id: notificationId,
      channel,
      digest: plan.digest,
      created_at: ctx.now,
      due_at: plan.dueAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The person's open pages hear of it after the commit; nobody else does. */
export async function announce(ctx: Ctx, userId: string): Promise<void> {
  const words = JSON.stringify({
    bureauId: ctx.bureauId,
    id: userId,
    type: 'notifications.told',
    subjectType: 'notifications.inbox',
    subjectId: userId,
    userId,
  })
  await sql`select pg_notify('houqin_event', ${words})`.execute(ctx.db)
}
