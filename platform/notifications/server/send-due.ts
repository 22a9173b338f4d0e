import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { Locale } from '#kernel/contract/text.ts'
import { createContext, systemActor } from '#kernel/create-context.ts'
import { startWorkLoop } from '#kernel/events/work-loop.ts'
import type { Installation } from '#kernel/server/installation.ts'
import { type Claimed, claimMails, claimPosts } from './claim-deliveries.ts'
import { findMailServer, type MailServer } from './mail-server.ts'
import type { Mailbox } from './match-mailboxes.ts'
import type { Outcome } from './outcome.ts'
import { recordOutcome } from './record-outcome.ts'
import { sendRobot } from './robots/send-robot.ts'
import { type Mail, sendMail } from './send-mail.ts'
import { mailWords, outsideWords, postWords } from './write-words.ts'

type Running = Pick<Installation, 'database' | 'clock'>

/** One thing to send, ready before anything is on the wire. */
interface Parcel {
  claimed: Claimed[]
  send: (now: Date) => Promise<Outcome>
}

/**
 * Sends what is due, of every bureau: claimed in one transaction, sent outside of any, marked in another. A server that
 * dies in between leaves a lease that runs out, and the delivery is tried again: at least once, never lost; a mail then
 * carries the Message-ID it had. Two servers share the work by SKIP LOCKED.
 * @returns how many deliveries were tried
 */
export async function sendDue(installation: Running): Promise<number> {
  const now = installation.clock()
  const bureaus = await installation.database.asOwner(async (db) => {
    const found = await sql<{ bureau_id: string }>`
      select distinct bureau_id from notifications.delivery
      where sent_at is null and given_up_at is null and due_at <= ${now}
        and (leased_until is null or leased_until <= ${now})`.execute(db)
    return found.rows.map((row) => row.bureau_id)
  })
  let tried = 0
  for (const bureauId of bureaus) {
    const parcels = await within(installation, bureauId, packParcels)
    for (const { claimed, send } of parcels) {
      const outcome = await send(installation.clock())
      await within(installation, bureauId, (ctx) => recordOutcome(ctx, claimed, outcome))
      tried += claimed.length
    }
  }
  return tried
}

function within<T>(installation: Running, bureauId: string, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const now = installation.clock()
  return installation.database.transaction({ bureauId, mode: 'write', now }, (db) =>
    work(createContext({ db, bureauId, actor: systemActor, locale: 'zh-CN', requestId: 'send-due', now })),
  )
}

async function packParcels(ctx: Ctx): Promise<Parcel[]> {
  const server = await findMailServer(ctx)
  const site = server?.site_address ?? ''
  const parcels: Parcel[] = []
  for (const claimed of await claimMails(ctx)) parcels.push(await packMail(ctx, server, claimed))
  for (const { mailbox, post } of await claimPosts(ctx)) parcels.push(packPost(mailbox, post, site))
  return parcels
}

async function addressOf(ctx: Ctx, first: Claimed): Promise<{ address: string | null; locale: Locale }> {
  if (first.mailbox_id) {
    const box = await ctx.db
      .selectFrom('notifications.mailbox')
      .select(['address', 'locale'])
      .where('id', '=', first.mailbox_id)
      .executeTakeFirstOrThrow()
    return { address: box.address, locale: box.locale as Locale }
  }
  const person = await ctx.db
    .selectFrom('notifications.preference')
    .select(['mail_address', 'locale'])
    .where('user_id', '=', first.user_id)
    .executeTakeFirst()
  return {
    address: first.to_address ?? person?.mail_address ?? null,
    locale: (person?.locale ?? 'zh-CN') as Locale,
  }
}

async function packMail(ctx: Ctx, server: MailServer | undefined, claimed: Claimed[]): Promise<Parcel> {
  const first = claimed[0]!
  const { address, locale } = await addressOf(ctx, first)
  if (!server || !address) {
    const answer = server ? '没有邮箱地址 / no mail address' : '没有邮件服务器 / no mail server'
    return { claimed, send: async () => ({ kind: server ? 'refused' : 'later', answer }) }
  }
  const items = claimed.map((one) => outsideWords(one, locale, server.site_address))
  const domain = server.from_address.split('@')[1]!
  const words = mailWords(items, locale)
  return {
    claimed,
    send: (now) =>
      sendMail(server, {
        ...words,
        to: address,
        messageId: `<${first.id}@${domain}>`,
        now,
        ...calendarOf(claimed),
      }),
  }
}

function calendarOf([first, ...more]: Claimed[]): Pick<Mail, 'calendar'> {
  if (!first?.calendar || !first.calendar_method || more.length > 0) return {}
  return { calendar: { method: first.calendar_method, content: first.calendar } }
}

function packPost(mailbox: Mailbox, post: Claimed, site: string): Parcel {
  const words = postWords(outsideWords(post, mailbox.locale as Locale, site))
  return { claimed: [post], send: (now) => sendRobot(mailbox, words, now) }
}

/** Keeps sending, until the returned function is called. */
export function startSending(
  installation: Installation,
  report: (error: unknown) => void,
): () => Promise<void> {
  return startWorkLoop(installation, () => sendDue(installation), report)
}
