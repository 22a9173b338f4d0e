import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '#kernel/contract/action.ts'
import { allowNetworks } from '#platform/outbound/address-guard.ts'
import { useWorld } from '#test/harness.ts'
import { answerJson } from '#test/http-peer.ts'
import { type OidcPeer, openOidcPeer, providerFields } from '#test/oidc-peer.ts'
import { singleSignOn } from '../module.ts'

const { actions } = singleSignOn
type Fields = InputOf<typeof actions.addProvider>

describe('providers of single sign-on', () => {
  const world = useWorld()
  let peer: OidcPeer
  beforeAll(async () => {
    peer = await openOidcPeer({ callback: 'http://localhost/api/auth/single-sign-on/callback' })
  })
  afterAll(() => peer.close())
  beforeEach(() => allowNetworks('127.0.0.1'))
  afterEach(() => {
    allowNetworks('')
    peer.instead.clear()
  })
  const admin = () => world.as('security')
  const fields = (more: Partial<Fields> = {}): Fields => ({
    ...providerFields(peer),
    ...more,
  })
  const add = async (more: Partial<Fields> = {}) => (await admin().call(actions.addProvider, fields(more))).id
  const refusal = (code: string, path?: string) => ({
    code: `single-sign-on.${code}`,
    ...(path ? { body: { path } } : {}),
  })

  it('are shown to anybody by title while they are open, and their secret to nobody', async () => {
    const id = await add()
    await add({ title: '停用的', enabled: false })
    const answer = await world.nobody.get('/api/single-sign-on/doors')
    expect(answer.body).toEqual({ items: [{ id, title: '区统一认证' }] })
    const shown = await admin().call(actions.listProviders, {})
    expect(shown.items).toHaveLength(2)
    expect(JSON.stringify(shown)).not.toContain('secret')
    const kept = await world.ctx('system', ({ db }) => db.selectFrom('sso.provider').selectAll().execute())
    const events = await world.ctx('system', ({ db }) => db.selectFrom('kernel.event').selectAll().execute())
    expect(JSON.stringify([kept, events])).not.toContain(peer.clientSecret)
  })

  it('are out of reach of another bureau’s administrator', async () => {
    const id = await add()
    const other = world.other.as('security')
    expect((await other.call(actions.listProviders, {})).items).toEqual([])
    await expect(
      other.call(actions.changeProvider, { providerId: id, ...fields({ title: '改名' }) }),
    ).rejects.toMatchObject({ status: 404 })
    for (const action of [actions.removeProvider, actions.tryProvider, actions.listLinks])
      await expect(other.call(action, { providerId: id })).rejects.toMatchObject({ status: 404 })
    expect((await admin().call(actions.listProviders, {})).items).toMatchObject([{ id, title: '区统一认证' }])
  })

  it('have an address that can be one, a title of their own, and are five at most', async () => {
    for (const issuer of [
      'ftp://sso.example',
      'https://a:b@sso.example',
      'https://sso.example?x',
      'not a url',
    ])
      await expect(add({ issuer }), issuer).rejects.toMatchObject(refusal('bad_issuer', 'issuer'))
    await expect(add({ issuer: 'https://10.1.2.3' })).rejects.toMatchObject(
      refusal('inner_address', 'issuer'),
    )
    await expect(add({ issuer: 'http://8.8.8.8' })).rejects.toMatchObject(refusal('plain_issuer', 'issuer'))
    await expect(add({ scopes: 'profile' })).rejects.toMatchObject(refusal('scope_openid', 'scopes'))
    await add({ issuer: `${peer.issuer}/.well-known/openid-configuration` })
    expect((await admin().call(actions.listProviders, {})).items[0]!.issuer).toBe(peer.issuer)
    await expect(add()).rejects.toMatchObject(refusal('title_taken', 'title'))
    for (const title of ['二', '三', '四', '五']) await add({ title })
    await expect(add({ title: '六' })).rejects.toMatchObject(refusal('too_many'))
  })

  it('moved to another address, want the secret again and forget who was who', async () => {
    const id = await add()
    await world.ctx('staff', ({ db, actor }) =>
      db.insertInto('sso.link').values({ provider_id: id, subject: 'a', user_id: actor.userId! }).execute(),
    )
    const { clientSecret, ...rest } = fields({ secondFactorByProvider: true })
    const change = (more: Partial<Fields>) =>
      admin().call(actions.changeProvider, { providerId: id, ...rest, ...more })
    await change({})
    const links = async () => (await admin().call(actions.listLinks, { providerId: id })).items.length
    expect(await links()).toBe(1)
    const issuer = 'https://sso.example'
    await expect(change({ issuer })).rejects.toMatchObject(refusal('secret_again', 'clientSecret'))
    await change({ issuer, clientSecret })
    expect(await links()).toBe(0)
    await admin().call(actions.removeProvider, { providerId: id })
    expect((await admin().call(actions.listProviders, {})).items).toEqual([])
    expect((await world.nobody.get('/api/single-sign-on/doors')).body.items).toEqual([])
  })

  it('are tried, and what does not fit is said in plain words', async () => {
    const trial = async (providerId: string) => {
      const { good, words } = await admin().call(actions.tryProvider, { providerId })
      return { good, words: words.map((one) => one.words.zh).join('\n') }
    }
    const id = await add()
    const fine = await trial(id)
    expect(fine).toMatchObject({ good: true, words: expect.stringMatching(/连上了.*\n.*公钥 1 个/) })
    const odd = await add({ title: '不合', claim: 'employee_no', scopes: 'openid staff' })
    expect(await trial(odd)).toMatchObject({
      good: false,
      words: expect.stringMatching(/范围：staff[\s\S]*“employee_no”/),
    })
    const description = '/.well-known/openid-configuration'
    peer.instead.set(description, (response) => answerJson(response, { issuer: 'https://elsewhere.example' }))
    expect((await trial(id)).words).toMatch(/自称“https:\/\/elsewhere.example”/)
    peer.instead.set(description, (response) => response.end('<html>'))
    expect((await trial(id)).words).toMatch(/不是 OpenID Connect/)
    peer.instead.clear()
    peer.instead.set('/jwks', (response) => answerJson(response, { keys: [] }))
    expect((await trial(id)).words).toMatch(/没有公布/)
    allowNetworks('')
    expect((await trial(id)).words).toMatch(/127\.0\.0\.1.*HOUQIN_OUTBOUND_ALLOW/)
    const nobody = await openOidcPeer({ callback: 'http://localhost/x' })
    allowNetworks('127.0.0.1')
    const away = await add({ title: '不在', issuer: nobody.issuer })
    await nobody.close()
    expect((await trial(away)).words).toMatch(/连不上.*ECONNREFUSED/)
  })
})
