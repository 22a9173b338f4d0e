import { isIP } from 'node:net'
import { type Selectable, sql } from 'kysely'
import type { DB } from '#generated/tables.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { sealSecret } from '#kernel/identity/seal-secret.ts'
import { allowedNetworks, isOpened, mayCall } from '#platform/outbound/address-guard.ts'
import type { singleSignOn } from '../module.ts'
import { dropLinks } from './drop-links.ts'

type Actions = typeof singleSignOn.actions
type Fields = Omit<InputOf<Actions['changeProvider']>, 'providerId' | 'clientSecret'>
type Provider = Selectable<DB['sso.provider']>

const mostProviders = 5
const wellKnown = '/.well-known/openid-configuration'

/** @throws Problem 404 for one that is not there or was removed */
export async function findProvider(ctx: Ctx, providerId: string): Promise<Provider> {
  const row = await ctx.db
    .selectFrom('sso.provider')
    .selectAll()
    .where('id', '=', providerId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  return row
}

export async function emitProvider(ctx: Ctx, what: string, id: string, after: object): Promise<void> {
  await ctx.emit({ type: `single-sign-on.${what}`, subjectType: 'sso.provider', subjectId: id, after })
}

/** As the provider writes it of itself; people also paste the address of its description. */
function issuerOf(words: string): string {
  const issuer = words.trim().endsWith(wellKnown) ? words.trim().slice(0, -wellKnown.length) : words.trim()
  const url = URL.canParse(issuer) ? new URL(issuer) : null
  const odd =
    !url || url.username || url.password || url.search || url.hash || issuer.includes('/.well-known/')
  if (odd || !/^https?:\/\//.test(issuer))
    throw new Problem(422, 'single-sign-on.bad_issuer', { path: 'issuer' })
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const refuse = (code: string) => new Problem(422, code, { path: 'issuer', params: { host } })
  // Names are looked up at the call; what is an address already can be said now.
  if (isIP(host) && !mayCall(host)) throw refuse('single-sign-on.inner_address')
  if (isIP(host) && url.protocol === 'http:' && !isOpened(host)) throw refuse('single-sign-on.plain_issuer')
  return issuer
}

function valuesOf(input: Fields) {
  if (!input.scopes.split(' ').includes('openid'))
    throw new Problem(422, 'single-sign-on.scope_openid', { path: 'scopes' })
  return {
    title: input.title.trim(),
    issuer: issuerOf(input.issuer),
    client_id: input.clientId.trim(),
    scopes: input.scopes,
    authority: input.authority.trim(),
    claim: input.claim,
    match: input.match,
    second_factor_by_provider: input.secondFactorByProvider,
    enabled: input.enabled,
  }
}

async function others(ctx: Ctx, title: string, except: string | null): Promise<number> {
  let query = ctx.db.selectFrom('sso.provider').select(['id', 'title']).where('removed_at', 'is', null)
  if (except) query = query.where('id', '!=', except)
  const rows = await query.execute()
  if (rows.some((row) => row.title === title))
    throw new Problem(409, 'single-sign-on.title_taken', { path: 'title' })
  return rows.length
}

/** What the trail keeps of the settings: everything but the secret and the certificate. */
function told({
  title,
  issuer,
  client_id,
  claim,
  match,
  second_factor_by_provider,
  enabled,
}: ReturnType<typeof valuesOf>) {
  return {
    title,
    issuer,
    clientId: client_id,
    claim,
    match,
    secondFactorByProvider: second_factor_by_provider,
    enabled,
  }
}

export async function listDoors(ctx: Ctx): Promise<OutputOf<Actions['listDoors']>> {
  const items = await ctx.db
    .selectFrom('sso.door')
    .select(['id', 'title'])
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return { items: items.map(({ id, title }) => ({ id: id!, title: title! })) }
}

export async function listProviders(ctx: Ctx): Promise<OutputOf<Actions['listProviders']>> {
  const rows = await ctx.db
    .selectFrom('sso.provider as p')
    .selectAll()
    .select(
      sql<number>`(select count(*) from sso.link l where l.bureau_id = p.bureau_id and l.provider_id = p.id)`.as(
        'links',
      ),
    )
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return {
    items: rows.map((row) => ({
      id: row.id,
      title: row.title,
      issuer: row.issuer,
      clientId: row.client_id,
      scopes: row.scopes,
      authority: row.authority,
      claim: row.claim,
      match: row.match as 'user-name',
      secondFactorByProvider: row.second_factor_by_provider,
      enabled: row.enabled,
      createdAt: row.created_at,
      links: row.links,
    })),
    allowedNetworks: [...allowedNetworks()],
  }
}

/** @throws Problem 409 `single-sign-on.title_taken`, `single-sign-on.too_many`; 422 for an address that cannot be one */
export async function addProvider(
  ctx: Ctx,
  { clientSecret, ...input }: InputOf<Actions['addProvider']>,
): Promise<OutputOf<Actions['addProvider']>> {
  const values = valuesOf(input)
  if ((await others(ctx, values.title, null)) >= mostProviders)
    throw new Problem(409, 'single-sign-on.too_many', { params: { most: mostProviders } })
  const { id } = await ctx.db
    .insertInto('sso.provider')
    .values({ ...values, client_secret_sealed: sealSecret(clientSecret) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await emitProvider(ctx, 'provider_added', id, told(values))
  return { id }
}

/** Another issuer is another house: its subjects are other people, so the links of the former end. */
export async function changeProvider(
  ctx: Ctx,
  { providerId, clientSecret, ...input }: InputOf<Actions['changeProvider']>,
): Promise<OutputOf<Actions['changeProvider']>> {
  const before = await findProvider(ctx, providerId)
  const values = valuesOf(input)
  await others(ctx, values.title, providerId)
  const moved = before.issuer !== values.issuer
  // Nobody reads the secret, so nobody may have it sent to another address either.
  if (moved && !clientSecret) throw new Problem(422, 'single-sign-on.secret_again', { path: 'clientSecret' })
  await ctx.db
    .updateTable('sso.provider')
    .set({ ...values, ...(clientSecret ? { client_secret_sealed: sealSecret(clientSecret) } : {}) })
    .where('id', '=', providerId)
    .execute()
  const dropped = moved ? await dropLinks(ctx, providerId) : {}
  const secret = clientSecret ? { secretChanged: true } : {}
  await emitProvider(ctx, 'provider_changed', providerId, { ...told(values), ...secret, ...dropped })
  return done
}

export async function removeProvider(
  ctx: Ctx,
  { providerId }: InputOf<Actions['removeProvider']>,
): Promise<OutputOf<Actions['removeProvider']>> {
  const { title } = await findProvider(ctx, providerId)
  await ctx.db
    .updateTable('sso.provider')
    .set({ removed_at: ctx.now, enabled: false, client_secret_sealed: '' })
    .where('id', '=', providerId)
    .execute()
  await emitProvider(ctx, 'provider_removed', providerId, {
    title,
    ...(await dropLinks(ctx, providerId)),
  })
  return done
}
