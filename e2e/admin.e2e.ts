import { expect, it } from 'vitest'
import { directory } from '#engines/directory/module.ts'
import { ask } from './ask.ts'
import { settled, visit, withBrowser } from './browser.ts'
import { countDeed } from './day-counts.ts'
import { tap, touch, type } from './hand.ts'
import { picture } from './looks.ts'

withBrowser()
// Another name on every run, so that the run can be repeated on the same bureau.
const mark = Date.now().toString(36).toUpperCase()

const sheet = (lines: string[][]) => ({
  name: '物业.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`),
})
const head = ['物业编号', '物业名称', '类型', '建筑面积', '地址']

it('the administrator imports a sheet: the fault is shown by line and column and nothing is written; corrected, all of it is', async () => {
  const admin = await visit('admin', '/import')
  const { page } = admin
  const good = [`T${mark}1`, `试验楼${mark}`, '办公楼', '1200', '滨江路1号']
  const bad = [`T${mark}2`, `试验附楼${mark}`, '办公楼', '一千多', '滨江路2号']
  const sites = async () =>
    (await ask('admin', directory.actions.searchPlaces, { search: mark })).items.length

  await tap(admin, /^物业/, 'radio')
  const chooser = page.locator('input[type=file]')
  admin.counts.taps++
  await chooser.setInputFiles(sheet([head, good, bad]))
  const finding = page.getByRole('row').filter({ hasText: '建筑面积' })
  await finding.waitFor()
  await expect(finding.textContent()).resolves.toMatch(/^3建筑面积\S+/)
  await page.getByText('1 行可导入').waitFor()
  await expect(page.getByRole('button', { name: /^全部导入/ }).count()).resolves.toBe(0)
  await expect(sites()).resolves.toBe(0)
  await picture(page, 'admin')

  admin.counts.taps++
  await chooser.setInputFiles(sheet([head, good, [...bad.slice(0, 3), '1030', bad[4]!]]))
  await tap(admin, '全部导入（2 行）')
  await page.getByText('已导入 2 行，其中 2 行有变化。').waitFor()
  await expect(sites()).resolves.toBe(2)
  countDeed('admin', '导入：预检、改正、写入 import: dry run, correct, commit', admin)
})

it('the administrator opens an account, grants a role, and the person can sign in with it', async () => {
  const userName = `wang.${mark.toLowerCase()}`
  const admin = await visit('admin', '/accounts')
  const { page } = admin
  await tap(admin, '开通账号')
  const panel = page.getByRole('dialog')
  await type(admin, panel.getByLabel('姓名'), '王新来')
  await type(admin, panel.getByLabel('用户名'), userName)
  await type(admin, panel.getByLabel('初始密码'), 'Qinglan-2026-xin')
  await touch(admin, panel.getByRole('button', { name: '开通账号' }))
  await page.getByText('账号已开通').waitFor()
  countDeed('admin', '开通账号 open an account', admin)

  admin.counts.taps = 0
  admin.counts.keys = 0
  await type(admin, '姓名或用户名', userName)
  const row = page.getByRole('row').filter({ hasText: userName })
  await touch(admin, row.getByRole('button', { name: '修改' }))
  await touch(admin, page.getByRole('dialog').getByRole('checkbox', { name: '调度' }))
  await touch(admin, page.getByRole('dialog').getByRole('button', { name: '保存' }))
  await page.getByText('已保存').waitFor()
  await row.filter({ hasText: '调度' }).waitFor()
  countDeed('admin', '授予角色 grant a role', admin)

  const newcomer = await visit(null, '/')
  await type(newcomer, '用户名', userName)
  await type(newcomer, '密码', 'Qinglan-2026-xin')
  await newcomer.page.keyboard.press('Enter')
  await newcomer.page.getByRole('link', { name: '维修调度台' }).first().waitFor()
})

it('the administrator finds the empty sheet and what is there now beside each kind', async () => {
  const admin = await visit('admin', '/')
  const { page } = admin
  await tap(admin, '导入', 'link')
  await settled(page)
  for (const name of ['下载空表', '下载现有内容']) {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/\.xlsx$/)
  }
})
