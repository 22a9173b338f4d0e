import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { Mailbox } from './match-mailboxes.ts'
import type { CalendarMethod } from './send-mail.ts'

/** Mails taken at once; with the time-outs of a mail server they are done well within the lease. */
const mailsAtOnce = 10
const digestsAtOnce = 3
const postsAtOnce = 10
const leaseMs = 5 * 60_000
/** What the robots of 企业微信, 钉钉 and 飞书 take in a minute. */
const postsAMinute = 20

/** One delivery that this server sends now. */
export interface Claimed {
  id: string
  channel: string
  digest: boolean
  attempts: number
  created_at: string
  to_address: string | null
  user_id: string | null
  mailbox_id: string | null
  type: string
  title_zh: string
  title_en: string
  body_zh: string
  body_en: string
  href: string
  sealed: boolean
  urgent: boolean
  times: number
  calendar: string | null
  calendar_method: CalendarMethod | null
}

const open = (ctx: Ctx) => sql`d.bureau_id = kernel.bureau() and d.sent_at is null and d.given_up_at is null
  and d.due_at <= ${ctx.now} and (d.leased_until is null or d.leased_until <= ${ctx.now})`

/** Takes the deliveries that `which` allows: nobody else has them until the lease is over. */
async function claim(ctx: Ctx, which: RawBuilder<unknown>, limit: number): Promise<Claimed[]> {
  const until = new Date(ctx.now.getTime() + leaseMs)
  const { rows } = await sql<Claimed>`
    with due as (
      select d.id from notifications.delivery d
      join notifications.notification n on n.bureau_id = d.bureau_id and n.id = d.notification_id
      where ${open(ctx)} and ${which}
      order by d.due_at, d.id limit ${limit} for update of d skip locked)
    update notifications.delivery d
    set attempts = attempts + 1, tried_at = ${ctx.now}, leased_until = ${until}
    from due, notifications.notification n
    where d.bureau_id = kernel.bureau() and d.id = due.id
      and n.bureau_id = d.bureau_id and n.id = d.notification_id
    returning d.id, d.channel, d.digest, d.attempts, d.created_at, d.to_address, n.user_id, n.mailbox_id, n.type,
      n.title_zh, n.title_en, n.body_zh, n.body_en, n.href, n.sealed, n.urgent, n.times, n.calendar,
      n.calendar_method`.execute(ctx.db)
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** A digest need not say what its reader has read in the application meanwhile. */
async function dropRead(ctx: Ctx): Promise<void> {
  await sql`
    update notifications.delivery d set given_up_at = ${ctx.now}, answer = '已在应用内阅读 / read in the application'
    from notifications.notification n
    where ${open(ctx)} and d.digest and n.bureau_id = d.bureau_id and n.id = d.notification_id
      and n.read_at is not null`.execute(ctx.db)
}

/** Mails to send now, each group one mail: single news, and each person's digest as a whole. */
export async function claimMails(ctx: Ctx): Promise<Claimed[][]> {
  await dropRead(ctx)
  const single = await claim(ctx, sql`d.channel = 'mail' and not d.digest`, mailsAtOnce)
  const { rows } = await sql<{ user_id: string }>`
    select distinct n.user_id from notifications.delivery d
    join notifications.notification n on n.bureau_id = d.bureau_id and n.id = d.notification_id
    where ${open(ctx)} and d.digest limit ${digestsAtOnce}`.execute(ctx.db)
  const digests: Claimed[][] = []
  for (const { user_id: userId } of rows)
    digests.push(await claim(ctx, sql`d.channel = 'mail' and d.digest and n.user_id = ${userId}`, 200))
  return [...single.map((one) => [one]), ...digests.filter((group) => group.length > 0)]
}

/**
 * Posts to send now through robots, no more than each takes in a minute; the rest stays queued. The robot's row is
 * locked while it is counted, so that two servers together keep the limit.
 */
export async function claimPosts(ctx: Ctx): Promise<{ mailbox: Mailbox; post: Claimed }[]> {
  const { rows } = await sql<{ mailbox_id: string }>`
    select distinct n.mailbox_id from notifications.delivery d
    join notifications.notification n on n.bureau_id = d.bureau_id and n.id = d.notification_id
    where ${open(ctx)} and d.channel <> 'mail'`.execute(ctx.db)
  const posts: { mailbox: Mailbox; post: Claimed }[] = []
  for (const { mailbox_id: mailboxId } of rows) {
    const mailbox = await ctx.db
      .selectFrom('notifications.mailbox')
      .selectAll()
      .where('id', '=', mailboxId)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (!mailbox) continue
    const left = postsAMinute - (await triedLately(ctx, mailboxId))
    if (left <= 0) continue
    const which = sql`d.channel <> 'mail' and n.mailbox_id = ${mailboxId}`
    for (const post of await claim(ctx, which, Math.min(left, postsAtOnce))) posts.push({ mailbox, post })
  }
  return posts
}

async function triedLately(ctx: Ctx, mailboxId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from notifications.delivery d
    join notifications.notification n on n.bureau_id = d.bureau_id and n.id = d.notification_id
    where d.bureau_id = kernel.bureau() and n.mailbox_id = ${mailboxId}
      and d.tried_at > ${new Date(ctx.now.getTime() - 60_000)}`.execute(ctx.db)
  return rows[0]!.count
}
