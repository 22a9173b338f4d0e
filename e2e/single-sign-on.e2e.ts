import { expect, inject, it } from 'vitest'
import { singleSignOn } from '#platform/single-sign-on/module.ts'
import { type OidcPeer, openOidcPeer, providerFields } from '#test/oidc-peer.ts'
import { ask } from './ask.ts'
import { phone, settled, type Visit, visit, withBrowser } from './browser.ts'
import { tap, touch, type } from './hand.ts'
import { expectAccessible, expectFits } from './looks.ts'

withBrowser()
const { actions } = singleSignOn

/** A provider for one test, entered on the page's own form and taken away at the end. */
async function withProvider(work: (peer: OidcPeer) => Promise<void>): Promise<void> {
  const peer = await openOidcPeer({ callback: `${inject('address')}/api/auth/single-sign-on/callback` })
  try {
    await work(peer)
  } finally {
    const { items } = await ask('admin', actions.listProviders, {})
    for (const { id } of items) await ask('admin', actions.removeProvider, { providerId: id })
    await peer.close()
  }
}

/** From our button through the provider's own pages: who one is, then consent. */
async function signInThere(visited: Visit, subject: string): Promise<void> {
  const { page, context } = visited
  // Its pages want a typeface from the Internet.
  await context.route('https://fonts.googleapis.com/**', (route) =>
    route.fulfill({ contentType: 'text/css', body: '' }),
  )
  await tap(visited, '用区统一认证登录', 'link')
  await page.getByPlaceholder('Enter any login').fill(subject)
  await page.getByPlaceholder('and password').fill('any')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

it('the administrator enters a provider and tries it; then people sign in at its own page and come back to where they were', async () => {
  await withProvider(async (peer) => {
    const admin = await visit('admin', '/single-sign-on')
    const { page } = admin
    await expectAccessible(page)
    await tap(admin, '接入')
    const panel = page.getByRole('dialog')
    await type(admin, panel.getByLabel('名称'), '区统一认证')
    await type(admin, panel.getByLabel('认证地址（Issuer）'), peer.issuer)
    await type(admin, panel.getByLabel('客户端标识（Client ID）'), peer.clientId)
    await type(admin, panel.getByLabel('密钥（Client secret）'), peer.clientSecret)
    await touch(admin, panel.getByRole('switch', { name: '在登录页显示' }))
    await touch(admin, panel.getByRole('button', { name: '保存' }))
    await page.getByRole('heading', { name: '区统一认证' }).waitFor()
    await tap(admin, '试连')
    await page.getByText(/^连上了/).waitFor()
    await page.getByText(/验签公钥 1 个/).waitFor()
    await expectAccessible(page)

    peer.people.set('p-1001', 'staff')
    const person = await visit(null, '/me', { size: phone })
    await expectAccessible(person.page)
    await expectFits(person.page)
    await signInThere(person, 'p-1001')
    await person.page.waitForURL(`${person.address}/me`)
    await person.page.getByRole('navigation', { name: '主菜单' }).waitFor()

    await page.reload()
    await page.getByRole('cell', { name: 'p-1001' }).waitFor()
  })
})

it('whoever is refused reads why on the sign-in page, and an address can put no words there', async () => {
  await withProvider(async (peer) => {
    await ask('admin', actions.addProvider, providerFields(peer))
    peer.people.set('p-1002', 'nobody.here')
    const stranger = await visit(null, '/')
    await signInThere(stranger, 'p-1002')
    await stranger.page.getByText(/这里没有对应的账号/).waitFor()
    await stranger.page.goto(`${stranger.address}/?refused=%3Cb%3Epay%20here`)
    await settled(stranger.page)
    await expect(stranger.page.locator('body').textContent()).resolves.not.toContain('pay here')
  })
})
