import { expect, it } from 'vitest'
import { meetings } from '#services/meetings/module.ts'
import { ask } from './ask.ts'
import { desk, phone, visit, withBrowser } from './browser.ts'
import { tap, touch, type } from './hand.ts'
import { expectAccessible, expectFits } from './looks.ts'

withBrowser()
const { actions } = meetings
const looks = [
  { size: desk, dark: false },
  { size: phone, dark: true },
] as const

const day = (days: number) =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

async function newEvent(title: string) {
  const { id } = await ask('dispatcher', actions.createEvent, { title, fromDay: day(0), toDay: day(3) })
  return id
}

it('[MEET-09] the desk changes title, last day and note of a major event beside its page', async () => {
  for (const [at, look] of looks.entries()) {
    const eventId = await newEvent(`投资洽谈会保障${at + 1}`)
    const visited = await visit('dispatcher', `/meetings/events/${eventId}`, { ...look, expects: /422/ })
    const { page } = visited
    await tap(visited, '修改活动')
    await page.getByRole('dialog').getByLabel('活动名称').waitFor()
    await expectFits(page)
    await expectAccessible(page)
    await type(visited, '活动名称', `投资洽谈会总保障${at + 1}`)
    const last = page.getByRole('dialog').getByLabel('结束日期')
    await type(visited, last, day(5))
    if (look.size === desk) await last.press('Enter')
    // The form for needs on the page behind has a note as well.
    await type(visited, page.getByRole('dialog').getByLabel('说明'), '含开幕式')
    await tap(visited, '保存')
    await page.getByRole('heading', { name: `投资洽谈会总保障${at + 1}` }).waitFor()
    await page.getByText('含开幕式').waitFor()
    expect(await ask('dispatcher', actions.readEvent, { eventId })).toMatchObject({
      title: `投资洽谈会总保障${at + 1}`,
      fromDay: day(0),
      toDay: day(5),
      note: '含开幕式',
    })
    // An end before the beginning is refused in the dialog, which keeps what was typed.
    await tap(visited, '修改活动')
    await type(visited, last, day(-2))
    if (look.size === desk) await last.press('Enter')
    await tap(visited, '保存')
    await page.getByRole('dialog').getByRole('alert').first().waitFor()
    await expectAccessible(page)
    expect((await ask('dispatcher', actions.readEvent, { eventId })).toDay).toBe(day(5))
  }
})

it('[MEET-09] a milestone is added, changed, finished, opened again and removed', async () => {
  for (const [at, look] of looks.entries()) {
    const eventId = await newEvent(`博览会保障${at + 1}`)
    const read = async () => (await ask('dispatcher', actions.readEvent, { eventId })).milestoneList
    const visited = await visit('dispatcher', `/meetings/events/${eventId}`, look)
    const { page } = visited
    await type(visited, '新节点：做什么', '展位搭建')
    const due = page.getByLabel('什么时候前')
    await type(visited, due, day(2))
    if (look.size === desk) await due.press('Enter')
    await tap(visited, '增加节点')
    await page.getByText('展位搭建').waitFor()
    await tap(visited, '修改节点 展位搭建')
    const panel = page.getByRole('dialog')
    await panel.getByLabel('做什么').waitFor()
    await expectFits(page)
    await expectAccessible(page)
    await type(visited, panel.getByLabel('做什么'), '展位搭建和验收')
    await type(visited, panel.getByLabel('什么时候前'), day(3))
    if (look.size === desk) await panel.getByLabel('什么时候前').press('Enter')
    await touch(visited, panel.getByRole('button', { name: '保存' }))
    await panel.waitFor({ state: 'hidden' })
    const box = page.getByRole('checkbox', { name: /展位搭建和验收/ })
    await box.waitFor({ state: 'attached' })
    expect(await read()).toMatchObject([{ title: '展位搭建和验收', dueOn: day(3), doneAt: null }])
    await touch(visited, box)
    await page.getByText(/完成于/).waitFor()
    // What is done is not changed any more.
    expect(await page.getByRole('button', { name: '修改节点 展位搭建和验收' }).count()).toBe(0)
    await expectFits(page)
    await expectAccessible(page)
    await touch(visited, box)
    await page.getByRole('button', { name: '修改节点 展位搭建和验收' }).waitFor()
    await tap(visited, '删除')
    await expect.poll(read).toEqual([])
  }
})

it('[MEET-08] rank, place and side of a participant are set in a dialog', async () => {
  for (const [at, look] of looks.entries()) {
    const from = Date.now() + (20 + at) * 86_400_000
    const times = { from: new Date(from).toISOString(), to: new Date(from + 3_600_000).toISOString() }
    const { items } = await ask('dispatcher', actions.findFreeRooms, times)
    const { id: meetingId } = await ask('dispatcher', actions.bookMeeting, {
      title: '会见',
      headcount: 6,
      roomId: items[0]!.id,
      ...times,
    })
    await ask('dispatcher', actions.addParticipants, {
      meetingId,
      items: [
        { name: '周海', unit: '外办' },
        { name: '吴江', unit: '外宾' },
      ],
    })
    const visited = await visit('dispatcher', `/meetings/${meetingId}/people`, look)
    const { page } = visited
    await tap(visited, '修改 吴江')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('名单上第几位').waitFor()
    await expectFits(page)
    await expectAccessible(page)
    await type(visited, dialog.getByRole('combobox', { name: '职级' }), '正厅级')
    await type(visited, dialog.getByLabel('名单上第几位'), '1')
    await touch(visited, dialog.getByRole('radio', { name: '客方' }))
    await touch(visited, dialog.getByRole('button', { name: '保存' }))
    await dialog.waitFor({ state: 'hidden' })
    await page.getByText('外宾 · 正厅级 · 客方').waitFor()
    const { items: people } = await ask('dispatcher', actions.listParticipants, { meetingId })
    expect(people.map(({ name, rank, party }) => [name, rank, party])).toEqual([
      ['吴江', '正厅级', 'GUEST'],
      ['周海', null, null],
    ])
    await expectFits(page)
    await expectAccessible(page)
  }
})
