import { inject, it } from 'vitest'
import { demoPassword } from '#kernel/bureau/demo-accounts.ts'
import { kernel } from '#kernel/module.ts'
import { security } from '#platform/security/module.ts'
import { ask } from './ask.ts'
import { settled, type Visit, visit, withBrowser } from './browser.ts'
import { tap, touch, type } from './hand.ts'
import { expectAccessible, expectFits } from './looks.ts'

withBrowser()
const password = 'Qinglan-2026-suo'

async function signIn(visited: Visit, userName: string, words: string): Promise<void> {
  await type(visited, '用户名', userName)
  await type(visited, '密码', words)
  await visited.page.keyboard.press('Enter')
}

/** Somebody new, so that nobody of the other tests is locked out or loses a session. */
async function newcomer(name: string) {
  // Another name each time, so that a test can be repeated on the same bureau.
  const userName = `${name}.${Date.now().toString(36)}`
  await ask('admin', kernel.actions.createAccount, { userName, name: userName, password, roles: ['staff'] })
  return userName
}

/** The security administrator, come in by the sign-in page, at the desk that the menu leads to. */
async function atTheDesk(): Promise<Visit> {
  const officer = await visit(null, '/')
  await signIn(officer, 'security', demoPassword)
  await tap(officer, '登录安全', 'link')
  await settled(officer.page)
  return officer
}

it('the security administrator signs in, sees rules, accounts and sessions, and ends one: that device has to sign in again', async () => {
  const userName = await newcomer('yuanfang')
  const person = await visit(null, '/', { expects: /401/ })
  await signIn(person, userName, password)
  await person.page.getByRole('navigation', { name: '主菜单' }).waitFor()

  const officer = await atTheDesk()
  const { page } = officer
  for (const name of ['三员分立', '登录规则', '正在登录的设备'])
    await page.getByRole('heading', { name, exact: true }).waitFor()
  await expectAccessible(page)
  const row = page
    .getByRole('region', { name: '正在登录的设备' })
    .getByRole('row')
    .filter({ hasText: userName })
  await touch(officer, row.getByRole('button', { name: '结束' }))
  await touch(officer, page.getByRole('dialog').getByRole('button', { name: '结束' }))
  await row.waitFor({ state: 'detached' })

  await person.page.goto(`${person.address}/orders/mine`)
  await person.page.getByLabel('用户名').waitFor()

  const auditor = await visit('auditor', '/audit?type=security.sessions_ended')
  await auditor.page.getByRole('row').filter({ hasText: '秦怀安' }).first().waitFor()
})

it('a stricter rule holds at once: the account locks, the officer sees it and unlocks it, and the auditor reads who changed what', async () => {
  const userName = await newcomer('jinsuo')
  const { lockFailures: before } = await ask('security', security.actions.readSettings, {})
  try {
    const officer = await atTheDesk()
    const { page } = officer
    await type(officer, page.getByLabel('连错几次锁定'), '3')
    await tap(officer, '保存')
    await page.getByText('规则已保存').waitFor()

    for (let n = 0; n < 3; n++)
      await fetch(`${inject('address')}/api/auth/sign-in/username`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: userName, password: 'not-this-one' }),
      })
    const person = await visit(null, '/', { expects: /40[13]|42[39]/ })
    await signIn(person, userName, password)
    await person.page.getByRole('alert').filter({ hasText: /锁定/ }).waitFor()
    await expectAccessible(person.page)

    await type(officer, '姓名或用户名', userName)
    const row = page
      .getByRole('row')
      .filter({ hasText: userName })
      .filter({ hasText: /锁定到/ })
    await row.first().waitFor()
    await expectAccessible(page)
    await touch(officer, row.first().getByRole('button', { name: '解锁' }))
    await touch(officer, page.getByRole('dialog').getByRole('button', { name: '解锁' }))
    await row.first().waitFor({ state: 'detached' })
    await type(person, '密码', password)
    await person.page.keyboard.press('Enter')
    await person.page.getByRole('navigation', { name: '主菜单' }).waitFor()

    const auditor = await visit('auditor', '/audit?type=security.settings_changed')
    await auditor.page
      .getByRole('row')
      .filter({ hasText: '秦怀安' })
      .filter({ hasText: `lockFailures: ${before} → 3` })
      .first()
      .waitFor()
    await expectAccessible(auditor.page)
    await auditor.page.goto(`${auditor.address}/audit?type=security.account_unlocked`)
    await auditor.page.getByRole('row').filter({ hasText: '秦怀安' }).first().waitFor()
  } finally {
    await ask('security', security.actions.changeSettings, { lockFailures: before })
  }
})

it('on a phone the desk fits the screen', async () => {
  const officer = await visit('security', '/security', { size: { width: 390, height: 844 }, dark: true })
  await expectFits(officer.page)
  await expectAccessible(officer.page)
})
