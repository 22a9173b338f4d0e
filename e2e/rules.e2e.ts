import { expect, it } from 'vitest'
import { desk, phone, visit, withBrowser } from './browser.ts'
import { expectAccessible, expectFits } from './looks.ts'

withBrowser()

it('the director finds a rule, tries a number, and reads what is allowed and who says so', async () => {
  const { page } = await visit('director', '/rules', { size: desk })
  await page.getByRole('searchbox').first().fill('陪餐')
  await page.getByRole('link', { name: '陪餐人数' }).first().click()
  await page.getByText('接待对象 10 人以内不超过 3 人').first().waitFor()
  await page.getByLabel('接待对象（人）').fill('12')
  await page.getByLabel('要核对的数（人）').fill('5')
  await page.getByRole('button', { name: '试算' }).click()
  await page.getByText(/不超过4\s人；现为5\s人，超出1\s人/).waitFor()
  expect(await page.getByText('中办发〔2013〕22号').count()).toBeGreaterThan(0)
  await expectAccessible(page)
})

it('the auditor reads what was refused on a phone, in the dark, and changes nothing', async () => {
  const { page } = await visit('auditor', '/rules/decisions?refused=true', { size: phone, dark: true })
  await page.getByText('招标文件发出至投标截止').first().waitFor()
  await expectFits(page)
  await expectAccessible(page)
  await page.goto(page.url().replace(/\/rules.*/, '/rules/MEETING.FEE_CAP'))
  await page.getByText('青澜区会议费管理办法（演示）').first().waitFor()
  expect(await page.getByRole('button', { name: '改限值' }).count()).toBe(0)
  await expectFits(page)
})
