import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '#kernel/contract/action.ts'
import { kernel } from '#kernel/module.ts'
import { allowNetworks } from '#platform/outbound/address-guard.ts'
import { security } from '#platform/security/module.ts'
import { type Caller, callerWith } from '#test/caller.ts'
import { useWorld } from '#test/harness.ts'
import { makeKey, type OidcPeer, openOidcPeer, providerFields, walkThrough } from '#test/oidc-peer.ts'
import { cookiesOf, signInAs, tryPassword } from '#test/sign-in.ts'
import { singleSignOn } from '../module.ts'

const { actions } = singleSignOn
const password = 'a-long-password'
const callback = 'http://localhost/api/auth/single-sign-on/callback'
const refused = (code: string) => ({ status: 302, headers: { location: `/?refused=single-sign-on.${code}` } })

describe('single sign-on', () => {
  const world = useWorld({ committing: true })
  let peer: OidcPeer
  let made = 0
  let name = ''
  beforeAll(async () => {
    peer = await openOidcPeer({ callback })
  })
  afterAll(() => peer.close())
  beforeEach(async () => {
    allowNetworks('127.0.0.1')
    world.clock.set(new Date().toISOString())
    name = `zhao${made++}`
    await account(name)
  })
  afterEach(async () => {
    allowNetworks('127.0.0.1')
    peer.people.clear()
    peer.instead.clear()
    const { items } = await admin().call(actions.listProviders, {})
    for (const { id } of items) await admin().call(actions.removeProvider, { providerId: id })
  })
  const admin = () => world.as('security')
  const account = (userName: string) =>
    world
      .as('admin')
      .call(kernel.actions.createAccount, { userName, name: '赵一', password, roles: ['manager'] })

  type Fields = InputOf<typeof actions.addProvider>
  const fields = (more: Partial<Fields> = {}): Fields => ({
    ...providerFields(peer),
    ...more,
  })
  const add = async (more: Partial<Fields> = {}) => (await admin().call(actions.addProvider, fields(more))).id
  const door = (id: string, to = '') =>
    world.nobody.get(`/api/auth/single-sign-on/${id}${to ? `?to=${encodeURIComponent(to)}` : ''}`)

  /** Goes to the provider and signs in there as a subject. @returns what the browser holds when it comes back */
  async function goThere(id: string, subject: string, to = '') {
    const left = await door(id, to)
    expect(left.status).toBe(302)
    const back = await walkThrough(peer, String(left.headers.location), subject)
    return { cookie: cookiesOf(left), back: back.pathname + back.search }
  }
  const comeBack = (cookie: string, back: string) => callerWith(world.app, { cookie }).get(back)
  async function signIn(id: string, subject: string, to = '') {
    const { cookie, back } = await goThere(id, subject, to)
    return comeBack(cookie, back)
  }
  const inside = (answer: Parameters<typeof cookiesOf>[0]): Caller =>
    callerWith(world.app, { cookie: cookiesOf(answer) })
  const whoIs = async (answer: Parameters<typeof cookiesOf>[0]) =>
    (await inside(answer).get('/api/session')).body.userName
  const trail = async (type: string) =>
    (await world.as('auditor').call(kernel.actions.readAudit, { type })).items

  it('links at the first sign-in by user name, then goes by the subject, and the password still works', async () => {
    const id = await add()
    peer.people.set('subject-1', name.toUpperCase())
    const first = await signIn(id, 'subject-1', '/orders?tab=mine')
    expect(first).toMatchObject({ status: 302, headers: { location: '/orders?tab=mine' } })
    expect(await whoIs(first)).toBe(name)
    expect((await trail('single-sign-on.linked'))[0]).toMatchObject({ actorName: '赵一' })
    expect((await trail('kernel.signed_in'))[0]!.after).toMatchObject({ provider: '区统一认证' })

    // The provider calls the person something else now; the subject is the same.
    peer.people.set('subject-1', 'somebody.else')
    expect(await whoIs(await signIn(id, 'subject-1'))).toBe(name)
    const { items } = await admin().call(actions.listLinks, { providerId: id })
    expect(items).toMatchObject([{ userName: name, subject: 'subject-1' }])
    expect((await tryPassword(world, name, password)).status).toBe(200)
    const mine = await signInAs(world, name, password)
    const sessions = await mine.call(security.actions.listMySessions, {})
    expect(sessions.items.map((one) => one.byProvider).sort()).toEqual([false, false, true, true])
  })

  it('opens a session that the library signs out of like its own, with the same cookie', async () => {
    const id = await add()
    peer.people.set('subject-2', name)
    const answer = await signIn(id, 'subject-2')
    const lines = [answer.headers['set-cookie']].flat().map(String)
    const ours = lines.find((line) => line.includes('session_token'))!
    const theirs = [(await tryPassword(world, name, password)).headers['set-cookie']].flat().map(String)[0]!
    const shape = (line: string) =>
      line
        .replace(/=[^;]+/, '=')
        .split('; ')
        .sort()
    expect(shape(ours)).toEqual(shape(theirs))
    expect(lines.find((line) => line.startsWith('houqin.single_sign_on='))).toContain('Max-Age=0')

    const person = inside(answer)
    expect((await person.get('/api/session')).status).toBe(200)
    const out = await person.post('/api/auth/sign-out')
    expect(out.status).toBe(200)
    expect(String(out.headers['set-cookie'])).toContain('session_token=;')
    expect((await person.get('/api/session')).status).toBe(401)

    // A provider that is taken away takes along whom it let in, and nobody else.
    const again = inside(await signIn(id, 'subject-2'))
    const byPassword = await signInAs(world, name, password)
    expect((await again.get('/api/session')).status).toBe(200)
    await admin().call(actions.removeProvider, { providerId: id })
    expect((await again.get('/api/session')).status).toBe(401)
    expect((await byPassword.get('/api/session')).status).toBe(200)
  })

  it('refuses a user name that was given to another subject, until an administrator unlinks it', async () => {
    const id = await add()
    peer.people.set('former', name)
    const former = await signIn(id, 'former')
    peer.people.set('newcomer', name)
    expect(await signIn(id, 'newcomer')).toMatchObject(refused('linked_elsewhere'))
    expect((await trail('single-sign-on.refused'))[0]!.after).toMatchObject({
      refusal: 'single-sign-on.linked_elsewhere',
      named: name,
    })
    const { items } = await admin().call(actions.listLinks, { providerId: id })
    await admin().call(actions.unlink, { linkId: items[0]!.id })
    // Whoever came in by it is outside again.
    expect((await inside(former).get('/api/session')).status).toBe(401)
    expect(await whoIs(await signIn(id, 'newcomer'))).toBe(name)
    peer.people.set('former', 'unknown.now')
    expect(await signIn(id, 'former')).toMatchObject(refused('unknown_person'))
  })

  it('refuses people it does not know, those of another bureau, disabled accounts and odd claims', async () => {
    const id = await add()
    for (const claim of ['nobody.here', 'other-staff', '', `${name}\u0000`, 'x'.repeat(3000)]) {
      peer.people.set('stranger', claim)
      expect(await signIn(id, 'stranger'), claim.slice(0, 20)).toMatchObject(refused('unknown_person'))
    }
    peer.people.set('mine', name)
    const before = await signIn(id, 'mine')
    const { items } = await world.as('admin').call(kernel.actions.listAccounts, { search: name })
    await world.as('admin').call(kernel.actions.changeAccount, { accountId: items[0]!.id, disabled: true })
    expect((await inside(before).get('/api/session')).status).toBe(401)
    expect(await signIn(id, 'mine')).toMatchObject(refused('account_disabled'))
    expect((await trail('single-sign-on.refused'))[0]).toMatchObject({ subjectType: 'kernel.member' })
  })

  it('takes an answer only from the browser that asked, once, in time', async () => {
    const id = await add()
    peer.people.set('subject-3', name)
    const { cookie, back } = await goThere(id, 'subject-3')
    // Another browser, handed the answer by somebody.
    expect(await comeBack('', back)).toMatchObject(refused('start_again'))
    expect(await comeBack('houqin.single_sign_on=bm90IG91cnM', back)).toMatchObject(refused('start_again'))
    const other = await goThere(id, 'subject-3')
    expect(await comeBack(other.cookie, back)).toMatchObject(refused('start_again'))
    expect(await comeBack(cookie, back.replace(/state=[^&]+/, 'state=forged'))).toMatchObject(
      refused('start_again'),
    )
    expect(await comeBack(cookie, `${back}&state=again`)).toMatchObject(refused('start_again'))
    expect(await comeBack(cookie, back.replace(/code=[^&]+/, 'code=forged'))).toMatchObject(
      refused('not_believed'),
    )
    expect(await whoIs(await comeBack(cookie, back))).toBe(name)
    // The provider redeems a code once.
    expect(await comeBack(cookie, back)).toMatchObject(refused('not_believed'))

    const late = await goThere(id, 'subject-3')
    world.clock.advance({ minutes: 11 })
    expect(await comeBack(late.cookie, late.back)).toMatchObject(refused('start_again'))
  })

  it('says so when the person cancels, and shows nothing of what came in the address', async () => {
    const id = await add()
    const left = await door(id)
    const state = new URL(String(left.headers.location)).searchParams.get('state')
    const iss = encodeURIComponent(peer.issuer)
    const back = `/api/auth/single-sign-on/callback?error=access_denied&error_description=%3Cmarquee%3E&state=${state}&iss=${iss}`
    const answer = await comeBack(cookiesOf(left), back)
    expect(answer).toMatchObject(refused('declined'))
    expect(JSON.stringify([answer.body, answer.headers])).not.toContain('marquee')
    // An answer in the name of another provider (mix-up, RFC 9207).
    const elsewhere = back.replace(iss, encodeURIComponent('http://127.0.0.1:1'))
    expect(await comeBack(cookiesOf(left), elsewhere)).toMatchObject(refused('not_believed'))
  })

  it('comes back to a path of this site only', async () => {
    const id = await add()
    peer.people.set('subject-4', name)
    const outside = [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/\t/evil.example',
      '/a\\b',
      '/.//evil.example',
      'x',
    ]
    for (const to of outside) expect((await signIn(id, 'subject-4', to)).headers.location, to).toBe('/')
    expect((await signIn(id, 'subject-4', '/a/../b?x=1#y')).headers.location).toBe('/b?x=1#y')
  })

  it('believes no token that the provider’s published keys did not sign', async () => {
    const id = await add()
    peer.people.set('subject-5', name)
    const { kty, n, e, kid, use, alg } = makeKey('first') as Record<string, string>
    peer.instead.set('/jwks', (response) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ keys: [{ kty, n, e, kid, use, alg }] })),
    )
    expect(await signIn(id, 'subject-5')).toMatchObject(refused('not_believed'))
  })

  it('says whose fault it is: a provider that is away, fails or forwards, or a wrong secret', async () => {
    const id = await add()
    peer.people.set('subject-6', name)
    for (const [status, code] of [
      [503, 'away'],
      [302, 'not_believed'],
    ] as const) {
      const { cookie, back } = await goThere(id, 'subject-6')
      peer.instead.set('/token', (response) => response.writeHead(status, { location: '/elsewhere' }).end())
      expect(await comeBack(cookie, back)).toMatchObject(refused(code))
      peer.instead.clear()
      expect(peer.calls).not.toContain('/elsewhere')
    }
    const wrong = await add({ title: '密钥不对', clientSecret: 'another' })
    expect(await signIn(wrong, 'subject-6')).toMatchObject(refused('wrong_settings'))
    const gone = await openOidcPeer({ callback })
    const away = await add({ title: '连不上', issuer: gone.issuer })
    await gone.close()
    expect(await door(away)).toMatchObject(refused('away'))
    expect(await door('no-such-id')).toMatchObject(refused('no_such_door'))
    await admin().call(actions.changeProvider, { providerId: id, ...fields({ enabled: false }) })
    expect(await door(id)).toMatchObject(refused('no_such_door'))
  })

  it('waits five seconds for a silent provider', async () => {
    const silent = await openOidcPeer({ callback })
    silent.instead.set('/.well-known/openid-configuration', () => undefined)
    const id = await add({ issuer: silent.issuer })
    const began = performance.now()
    expect(await door(id)).toMatchObject(refused('away'))
    expect(performance.now() - began).toBeLessThan(30_000)
    await silent.close()
  })

  it('calls no provider in an inner network that the operator did not open', async () => {
    const id = await add()
    const before = peer.calls.length
    allowNetworks('')
    // What is kept of the provider's description is too old then.
    world.clock.advance({ minutes: 6 })
    expect(await door(id)).toMatchObject(refused('away'))
    expect(peer.calls).toHaveLength(before)
  })

  it('takes the secret and the claim as the provider offers them', async () => {
    const other = await openOidcPeer({ callback, secretBy: 'client_secret_post', namesInToken: true })
    const id = await add({ issuer: other.issuer })
    other.people.set('subject-7', name)
    const left = await door(id)
    const back = await walkThrough(other, String(left.headers.location), 'subject-7')
    expect(await whoIs(await comeBack(cookiesOf(left), back.pathname + back.search))).toBe(name)
    await other.close()
  })

  it('finds people by staff number', async () => {
    const id = await add({ match: 'staff-number' })
    peer.people.set('subject-8', 'g005')
    expect(await whoIs(await signIn(id, 'subject-8'))).toBe('manager')
    peer.people.set('subject-9', 'manager')
    expect(await signIn(id, 'subject-9')).toMatchObject(refused('unknown_person'))
  })

  it('leaves the second factor to the provider where it vouches, and asks for the password where not', async () => {
    const id = await add()
    peer.people.set('subject-10', name)
    const rule = (twoFactorRoles: 'manager'[]) =>
      admin().call(security.actions.changeSettings, { twoFactorRoles, twoFactorGraceHours: 0 })
    await rule(['manager'])
    try {
      expect(await signIn(id, 'subject-10')).toMatchObject(refused('second_factor_here'))
      expect((await admin().call(actions.listLinks, { providerId: id })).items).toEqual([])
      await rule([])
      const own = (on: boolean) =>
        world.installation.pool.query(
          'update identity."user" set "twoFactorEnabled" = $2 where username = $1',
          [name, on],
        )
      await own(true)
      expect(await signIn(id, 'subject-10')).toMatchObject(refused('second_factor_here'))
      await own(false)
      await rule(['manager'])
      await admin().call(actions.changeProvider, {
        providerId: id,
        ...fields({ secondFactorByProvider: true }),
      })
      const answer = await signIn(id, 'subject-10')
      world.clock.advance({ minutes: 1 })
      const session = await inside(answer).call(kernel.actions.session, {})
      expect(session).toMatchObject({ userName: name, owes: null, secondFactor: false })
      // By password the same person owes one.
      const mine = await signInAs(world, name, password)
      expect((await mine.call(kernel.actions.session, {})).owes).toBe('second-factor')
    } finally {
      await rule([])
    }
  })

  it('lets nobody do by the provider’s word alone what needs the password afresh', async () => {
    const id = await add()
    peer.people.set('subject-11', name)
    const person = inside(await signIn(id, 'subject-11'))
    const token = () => person.post('/api/me/tokens', { title: '数据', days: 1 })
    expect(await token()).toMatchObject({ status: 403, body: { code: 'kernel.password_again' } })
    await person.call(security.actions.confirmMyPassword, { current: password })
    expect((await token()).status).toBe(200)
  })
})
