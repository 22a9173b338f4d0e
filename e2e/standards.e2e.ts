import { expect, it } from 'vitest'
import { standards } from '#engines/standards/module.ts'
import { ask } from './ask.ts'
import { phone, settled, visit, withBrowser } from './browser.ts'
import { tap, touch, type } from './hand.ts'
import { expectAccessible, expectFits } from './looks.ts'

withBrowser()

it('[STD-09] the section head sees what is wrong with a draft while writing, mends it and issues it', async () => {
  const stamp = Date.now()
  const { nodes } = await ask('manager', standards.actions.readTree, {})
  const code = `MW-${stamp}`
  const { id } = await ask('manager', standards.actions.createDocument, {
    code: `HQ/${code}`,
    title: `门卫规范${stamp}`,
    nodeId: nodes.find((one) => one.code === 'TG-02')!.id,
    source: '本中心制定',
    clauses: [
      {
        code: `${code}-01`,
        title: '开门',
        body: '值班人员必须开门,并登记。',
        lines: [{ text: '大门已打开', mandatory: true }],
      },
    ],
  })
  const manager = await visit('manager', `/standards/${id}/draft`)
  const { page } = manager
  await page.getByText('4 处须改正', { exact: false }).waitFor()
  await page.getByText('“必须”应改为“应”。').waitFor()
  await type(manager, '范围', '本标准适用于办公楼大门。')
  await type(manager, '责任岗位', '门卫执行，值班长检查。')
  await tap(manager, '改正标点和单位')
  const body = page.getByLabel('要求')
  expect(await body.inputValue()).toBe('值班人员必须开门，并登记。')
  await type(manager, body, '值班人员应开门，并登记。')
  await page.getByText('可以发布；另有', { exact: false }).waitFor()
  await expectAccessible(page)
  await tap(manager, /^保存草稿$/)
  await page.waitForURL(new RegExp(`/standards/${id}$`))
  await settled(page)
  await touch(manager, page.getByRole('button', { name: /^发\s?布$/ }))
  await touch(manager, page.getByRole('button', { name: /^发\s?布$/ }).last())
  await page.getByRole('heading', { name: '发布时的体例检查' }).waitFor()
  const shown = await ask('manager', standards.actions.readDocument, { documentId: id })
  expect(shown.version).toMatchObject({
    inForce: true,
    findings: [{ rule: 'part-advised' }, { rule: 'part-advised' }],
  })
})

it('[STD-01] the tree, the list to be written and the borrowed sources read well at a desk and on a phone', async () => {
  for (const size of [undefined, phone]) {
    const manager = await visit('manager', '/standards/tree', { size, dark: size !== undefined })
    for (const path of ['/standards/tree', '/standards/planned', '/standards/borrowed', '/standards']) {
      await manager.page.goto(manager.address + path)
      await settled(manager.page)
      await expect.soft(expectAccessible(manager.page), path).resolves.toBeUndefined()
      await expect.soft(expectFits(manager.page), path).resolves.toBeUndefined()
    }
  }
}, 300_000)
