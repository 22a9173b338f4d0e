import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { reports } from '#engines/reports/module.ts'
import { kernel } from '#kernel/module.ts'
import { readSheet } from '#kernel/sheets/read-sheet.ts'
import { repairs } from '#services/repairs/module.ts'
import { useWorld } from '#test/harness.ts'

const markup = '<img src=x onerror="alert(1)"><script>alert(2)</script>&amp;\'"`{{7*7}}]]>'
const formulas = [
  '=1+1',
  '+1+1',
  '-1+cmd|x',
  '@SUM(A1)',
  '＝1+1',
  "'=1",
  '=HYPERLINK("http://evil.example")',
  '"=1+1"',
  '=1,2;3',
]

describe('a hostile text', () => {
  const world = useWorld()
  let siteId = ''
  beforeEach(async () => {
    const site = await world.ctx('system', ({ db }) =>
      db.selectFrom('directory.site').select('id').where('code', '=', 'P001').executeTakeFirstOrThrow(),
    )
    siteId = site.id
  })
  const report = (description: string) =>
    world
      .as('staff')
      .call(repairs.actions.report, { siteId, kind: 'PLUMBING_ELECTRIC', description, urgency: 'NORMAL' })

  it('of HTML comes back letter by letter as JSON, which no browser takes for a page', async () => {
    const { id } = await report(markup)
    const answer = await world.as('staff').get(`/api/repairs/${id}`)
    expect(answer.body.description).toBe(markup)
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })

  it('of HTML is text in the print view, whose page runs nothing', async () => {
    const director = world.as('director')
    const made = await director.call(reports.actions.createReport, {
      kind: 'annual',
      year: 2025,
      cutoffOn: '2025-12-31',
    })
    const section = made.sections.find(({ role }) => role === 'problems')!
    await director.call(reports.actions.saveSection, {
      reportId: made.id,
      sectionId: section.id,
      version: section.version,
      heading: section.heading,
      blocks: [{ kind: 'paragraph', runs: [{ kind: 'text', text: markup }] }],
    })
    const page = await director.get(`/api/reports/${made.id}/print`)
    expect(page.status).toBe(200)
    const html = page.bytes.toString('utf8')
    expect(html).toContain('&lt;script&gt;')
    expect(html).not.toMatch(/<(script|img)\b/i)
    expect(html).not.toMatch(/\son\w+="/)
    expect(page.headers['content-security-policy']).toContain("script-src 'self'")
  })

  it('is written into no page as HTML: no source does so', () => {
    const root = join(import.meta.dirname, '..', '..')
    const sources = ['app', 'kernel', 'platform', 'engines', 'services', 'ui'].flatMap((floor) =>
      readdirSync(join(root, floor), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
        .map((file) => join(root, floor, file)),
    )
    expect(sources.length).toBeGreaterThan(300)
    const door =
      /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write|\beval\(|new Function\(/
    expect(sources.filter((file) => door.test(readFileSync(file, 'utf8')))).toEqual([])
  })

  it.each(['csv', 'xlsx'] as const)(
    'that a spreadsheet would calculate is guarded in %s, and comes back as it was',
    async (format) => {
      for (const text of formulas) await report(text)
      const file = await world.as('dispatcher').get(`/api/repairs/export?format=${format}`)
      expect(file.status).toBe(200)
      const cells = format === 'csv' ? file.bytes.toString('utf8').split(/\r\n|,/) : []
      expect(cells.filter((cell) => /^"?[=+@\t\r＝＋＠]/.test(cell))).toEqual([])
      const sheet = await readSheet(file.bytes, `x.${format}`)
      const found = sheet.rows.map(({ cells: row }) => row.故障描述)
      expect(found.toSorted()).toEqual(formulas.toSorted())
      const again = await world
        .as('admin')
        .upload('/api/imports/repairs?mode=commit', `x.${format}`, file.bytes)
      expect(again.body).toMatchObject({ changed: 0, refused: [] })
    },
  )

  it('in a search finds nothing and breaks nothing', async () => {
    for (const words of [
      markup,
      "' or 1=1 --",
      '%',
      '_',
      '\\',
      '%%%%',
      'a'.repeat(50),
      '(',
      '[',
      '*',
      ':*',
      '&|!',
    ])
      for (const url of ['/api/repairs', '/api/people', '/api/sites', '/api/accounts'])
        expect(
          (await world.as('admin').get(`${url}?${new URLSearchParams({ search: words })}`)).status,
        ).toBeLessThan(500)
  })

  it('in a file name splits no header', async () => {
    const { token } = await world
      .as('admin')
      .call(kernel.actions.createToken, { title: 'a\r\nset-cookie: x=1', days: 1 })
    expect(token).toMatch(/^\S+$/)
    const answer = await world.as('admin').get('/api/imports/sites/current?format=csv%0d%0aset-cookie:x=1')
    expect(answer.status).toBe(400)
    expect(answer.headers['set-cookie']).toBeUndefined()
  })
})
