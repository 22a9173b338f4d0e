import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { Locale } from '#kernel/contract/text.ts'
import { readCode } from '#kernel/identity/secret.ts'
import type { feeds } from '../module.ts'
import type { FeedSource } from './api.ts'
import { writeCalendar } from './write-calendar.ts'

type Actions = typeof feeds.actions

interface OwnerRow {
  user_id: string
  person_id: string | null
  locale: Locale
}

/**
 * The calendar behind a secret address. @throws Problem 404 whenever it is not one that holds now, whatever the reason
 */
export function feedOpener(sources: readonly FeedSource[]) {
  return async function openFeed(ctx: Ctx, input: InputOf<Actions['openFeed']>): Promise<FileAnswer> {
    const code = readCode(input.code.replace(/\.ics$/, ''))
    if (!code || (ctx.bureauId && ctx.bureauId !== code.bureauId)) throw new Problem(404, 'kernel.not_found')
    if (!ctx.bureauId) await ctx.enterBureau(code.bureauId)
    const { rows } = await sql<OwnerRow>`
      select m.user_id, m.person_id, f.locale from feeds.feed f
      join kernel.member m on m.bureau_id = f.bureau_id and m.user_id = f.user_id and m.disabled_at is null
      where f.bureau_id = kernel.bureau() and f.id = ${code.id} and f.revoked_at is null`.execute(ctx.db)
    const owner = rows[0]
    if (!owner) throw new Problem(404, 'kernel.not_found')
    const dates = []
    for (const source of sources)
      dates.push(...(await source(ctx, { userId: owner.user_id, personId: owner.person_id })))
    const words = writeCalendar(dates, owner.locale, '')
    return {
      bytes: Buffer.from(words),
      mediaType: 'text/calendar; charset=utf-8',
      fileName: 'houqin.ics',
      disposition: 'inline',
      etag: `"${createHash('sha256').update(words).digest('base64url')}"`,
    }
  }
}
