import { request as httpRequest } from 'node:http'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kernel } from '#kernel/module.ts'
import { useWorld } from '#test/harness.ts'
import { countRows } from './count-rows.ts'
import { type OwnServer, ownServer } from './own-server.ts'

const megabyte = 1024 * 1024
const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
const book = (more: string) =>
  `${more}<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`
const relations =
  '<Relationships><Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>'

/** A workbook of these parts; `more` stands before its XML. */
function workbook(sheet: string, parts: Record<string, string> = {}, before = ''): Buffer {
  const files = {
    'xl/workbook.xml': book(before),
    'xl/_rels/workbook.xml.rels': relations,
    'xl/worksheets/sheet1.xml': sheet,
    ...parts,
  }
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)]))),
  )
}

describe('an uploaded file', () => {
  const world = useWorld()
  const upload = (url: string, name: string, bytes: Buffer) => world.as('admin').upload(url, name, bytes)
  const take = (bytes: Buffer) => upload('/api/imports/units?mode=commit', 'x.xlsx', bytes)

  it('that unpacks to a hundred times its size is refused unopened, as a workbook and as a document', async () => {
    const bomb = new Uint8Array(12 * megabyte)
    const sheet = Buffer.from(
      zipSync({
        'xl/workbook.xml': strToU8(book('')),
        'xl/_rels/workbook.xml.rels': strToU8(relations),
        'xl/worksheets/sheet1.xml': bomb,
      }),
    )
    const before = await countRows(world)
    expect(await take(sheet)).toMatchObject({ status: 413, body: { code: 'sheets.too_large' } })
    const document = Buffer.from(
      zipSync({
        '[Content_Types].xml': strToU8(types),
        'word/document.xml': strToU8('<a/>'),
        'word/media/x.bin': bomb,
      }),
    )
    expect(await upload('/api/files', '合同.docx', document)).toMatchObject({
      status: 413,
      body: { code: 'sheets.too_large' },
    })
    expect(await countRows(world)).toEqual(before)
  })

  it('with a billion laughs or a door to other files in its XML reads nothing of it', async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${String.fromCharCode(98 + i)} "${`&${String.fromCharCode(97 + i)};`.repeat(10)}">`).join('')}<!ENTITY f SYSTEM "file:///etc/passwd">]>`
    const cell = (text: string) => `<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`
    for (const entity of ['&j;', '&f;']) {
      const sheet = `${laughs}<worksheet><sheetData>${cell(entity)}</sheetData></worksheet>`
      const strings = `${laughs}<sst><si><t>${entity}</t></si></sst>`
      for (const bytes of [
        workbook(sheet, {}, laughs),
        workbook(
          '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>',
          {
            'xl/sharedStrings.xml': strings,
          },
        ),
      ]) {
        const answer = await take(bytes)
        expect(answer.status).toBe(422)
        expect(JSON.stringify(answer.body)).not.toMatch(/哈哈|root:/)
      }
    }
  })

  it.each([
    ['tags that never end', '<row '.repeat(400_000)],
    ['a table begun again and again', '<sheetData '.repeat(200_000)],
    ['merged areas that never end', `</sheetData>${'<mergeCell ref="A1:B2" '.repeat(100_000)}`],
    ['cells far outside', '<row r="999999999"><c r="ZZZZZZ1"><v>1</v></c></row>'],
    ['nesting without end', '<row><c><is>'.repeat(10_000)],
  ])('with %s is refused at once', async (_, xml) => {
    const began = performance.now()
    const answer = await take(workbook(`<worksheet><sheetData>${xml}</sheetData></worksheet>`))
    expect(answer.status).toBe(422)
    expect(performance.now() - began).toBeLessThan(30_000)
  })

  it('has a name without folders, control characters and headers of its own', async () => {
    const docx = Buffer.from(
      zipSync({ '[Content_Types].xml': strToU8(types), 'word/document.xml': strToU8('<a/>') }),
    )
    for (const [given, kept] of [
      ['../../../etc/cron.d/x.docx', 'x.docx'],
      ['..\\\\..\\\\windows\\\\x.docx', 'x.docx'],
      ['a\\"; filename=b.html.docx', null],
      ['报告\u202e.docx', null],
    ] as const) {
      const answer = await upload('/api/files', given, docx)
      expect(answer.status, given).toBe(200)
      if (kept) expect(answer.body.name).toBe(kept)
      expect(answer.body.name).not.toMatch(/[/\\\0\r\n]/)
      const back = await world.as('admin').get(`/api/files/${answer.body.id}`)
      expect(back.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''[\w%.~!-]+$/)
      expect(back.headers['x-content-type-options']).toBe('nosniff')
      expect(back.headers['cache-control']).toMatch(/^private/)
    }
  })

  it.each([
    ['no boundary', 'multipart/form-data', 'x'],
    ['a boundary that never comes', 'multipart/form-data; boundary=zz', '--aa\r\n\r\nx'],
    [
      'no file in it',
      'multipart/form-data; boundary=a',
      '--a\r\ncontent-disposition: form-data; name="x"\r\n\r\n1\r\n--a--\r\n',
    ],
    [
      'a field called __proto__',
      'multipart/form-data; boundary=a',
      '--a\r\ncontent-disposition: form-data; name="__proto__"; filename="x"\r\n\r\n1\r\n--a--\r\n',
    ],
    [
      'two files',
      'multipart/form-data; boundary=a',
      '--a\r\ncontent-disposition: form-data; name="file"; filename="x"\r\n\r\n1\r\n--a\r\ncontent-disposition: form-data; name="file"; filename="y"\r\n\r\n1\r\n--a--\r\n',
    ],
    [
      'an end too soon',
      'multipart/form-data; boundary=a',
      '--a\r\ncontent-disposition: form-data; name="file"; filename="x"\r\n\r\n1',
    ],
    ['JSON instead', 'application/json', '{}'],
  ])('sent with %s is refused with words', async (_, type, payload) => {
    const answer = await world.as('admin').raw('POST', '/api/files', payload, type)
    expect([400, 413, 415, 422], JSON.stringify(answer.body)).toContain(answer.status)
    expect(answer.headers['content-type']).toContain('problem+json')
  })
})

describe('uploads under way', () => {
  const world = useWorld({ committing: true })
  let server: OwnServer
  let token = ''
  beforeAll(async () => {
    server = await ownServer(world, { uploads: { aFile: 2 * megabyte, together: 5 * megabyte } })
    token = (await world.as('admin').call(kernel.actions.createToken, { title: '上传', days: 1 })).token
  })
  afterAll(() => server.close())

  const head = '--a\r\ncontent-disposition: form-data; name="file"; filename="x.csv"\r\n\r\n'
  /** Sends `bytes` of a file in pieces, with the length told or not; then waits, or ends. */
  function send(bytes: number, end: boolean, tellLength = false) {
    const size = tellLength ? { 'content-length': head.length + bytes + 9 } : {}
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'multipart/form-data; boundary=a',
      ...size,
    }
    const path = '/api/imports/units?mode=dry-run'
    const request = httpRequest({ port: server.port, method: 'POST', path, headers })
    const answer = new Promise<{ status: number; code: string }>((resolve) => {
      request.once('error', () => resolve({ status: 0, code: 'cut off' }))
      request.once('response', async (response) => {
        let text = ''
        for await (const chunk of response.setEncoding('utf8')) text += chunk
        resolve({ status: response.statusCode!, code: JSON.parse(text).code })
      })
    })
    request.write(head)
    for (let sent = 0; sent < bytes; sent += 65_536)
      request.write(Buffer.alloc(Math.min(65_536, bytes - sent), 0x61))
    if (end) request.end('\r\n--a--\r\n')
    return { answer, stop: () => request.destroy() }
  }

  it('too large for one are refused with 413, whether they say so or not', async () => {
    for (const tellLength of [true, false]) {
      const { status, code } = await send(3 * megabyte, true, tellLength).answer
      expect([
        [413, 'kernel.too_large'],
        [0, 'cut off'],
      ]).toContainEqual([status, code])
    }
  })

  it('are bounded together: one more waits its turn outside, and room comes back', async () => {
    // Together a little less than there is room for; one that is turned away in the scramble comes again.
    let over = false
    const slow = new Map<number, ReturnType<typeof send>>()
    const comeIn = (index: number) => {
      const one = send(1.6 * megabyte, false)
      slow.set(index, one)
      void one.answer.then(() => over || comeIn(index))
    }
    for (const index of [1, 2, 3]) comeIn(index)
    await expect
      .poll(async () => (await send(1.5 * megabyte, true).answer).code, { timeout: 15_000 })
      .toBe('kernel.busy')
    over = true
    for (const { stop } of slow.values()) stop()
    await expect
      .poll(async () => (await send(1.5 * megabyte, true).answer).status, { timeout: 15_000 })
      .toBe(422)
  })
})
