import { describe, expect, it } from 'vitest'
import { kernel } from '#kernel/module.ts'
import { callerWith } from '#test/caller.ts'
import { useWorld } from '#test/harness.ts'

describe('the server', () => {
  const world = useWorld()

  it('says that it lives, that it is ready, and how it fares', async () => {
    expect((await world.nobody.get('/healthz')).body).toMatchObject({ status: 'ok' })
    expect((await world.nobody.get('/readyz')).body).toEqual({ status: 'ready' })
    expect((await world.nobody.get('/metrics')).body).toContain('houqin_http_request_seconds_bucket')
  })

  it('describes every action in OpenAPI, and serves a reference that needs no network', async () => {
    const { body } = await world.nobody.get('/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    expect(body.paths['/api/session'].get.operationId).toBe('kernel.session')
    const page = await world.nobody.get('/docs/')
    expect(page.status).toBe(200)
    expect(String(page.body)).not.toMatch(/(src|href)="https?:/)
  })

  it('answers an unknown address with a problem', async () => {
    expect(await world.nobody.get('/api/nothing-here')).toMatchObject({
      status: 404,
      body: { code: 'kernel.no_such_address' },
    })
  })

  it('names every wrong field in the reader’s language', async () => {
    const answer = await world.as('staff').post('/api/me/tokens', { title: '', days: 'many' })
    expect(answer.status).toBe(400)
    expect(answer.body.errors).toEqual([
      { path: 'title', message: '必须填写' },
      { path: 'days', message: '格式不对' },
    ])
    const english = callerWith(world.app, { 'accept-language': 'en', cookie: '' })
    expect((await english.get('/api/session')).body.detail).toBe('Sign in first.')
  })

  it('takes blanks alone for nothing written', async () => {
    for (const title of ['   ', '\u3000', '\ufeff', '\u200b\u200b']) {
      const answer = await world.as('staff').post('/api/me/tokens', { title, days: 3 })
      expect(answer).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'title', message: '必须填写' }] },
      })
    }
  })

  it('takes no broken JSON, no other content type and no endless body', async () => {
    const send = (payload: string, type: string) =>
      world.app.inject({ method: 'POST', url: '/api/me/tokens', payload, headers: { 'content-type': type } })
    expect((await send('{', 'application/json')).statusCode).toBe(400)
    expect((await send('<a/>', 'application/xml')).statusCode).toBe(415)
    expect((await send(`"${'x'.repeat(2_000_000)}"`, 'application/json')).statusCode).toBe(413)
  })

  it('refuses characters a database cannot keep', async () => {
    const answer = await world.as('staff').post('/api/me/tokens', { title: 'a\u0000b', days: 3 })
    expect(answer).toMatchObject({ status: 400, body: { code: 'kernel.bad_text' } })
  })

  it('leaves a trace of every write, in history that is paged by keyset', async () => {
    for (const title of ['一', '二', '三']) {
      await world.as('staff').call(kernel.actions.createToken, { title, days: 1 })
    }
    const auditor = world.as('auditor')
    const first = await auditor.call(kernel.actions.readAudit, { type: 'kernel.token_created', limit: 2 })
    expect(first.items).toHaveLength(2)
    const second = await auditor.call(kernel.actions.readAudit, {
      type: 'kernel.token_created',
      limit: 2,
      cursor: first.next!,
    })
    const titles = [...first.items, ...second.items].map((entry) => (entry.after as { title: string }).title)
    expect(titles).toEqual(['三', '二', '一'])
    expect(second.next).toBeNull()
    expect((await auditor.get('/api/audit?cursor=nonsense')).body.code).toBe('kernel.bad_cursor')
  })

  it('exports the history as a sheet', async () => {
    await world.as('staff').call(kernel.actions.createToken, { title: '=1+1', days: 1 })
    const answer = await world.as('auditor').get('/api/audit/export?format=csv')
    expect(answer.headers['content-type']).toContain('text/csv')
    expect(answer.bytes.toString('utf8')).toContain('新建令牌')
  })

  it('keeps the filters of a list by name, mine or shared', async () => {
    const view = { list: 'orders', name: '我的超期', query: 'overdue=true' }
    const { id } = await world.as('dispatcher').call(kernel.actions.saveView, view)
    await world.as('dispatcher').call(kernel.actions.saveView, { ...view, query: 'overdue=true&site=1' })
    expect(
      (await world.as('dispatcher').call(kernel.actions.listViews, { list: 'orders' })).items,
    ).toMatchObject([{ id, query: 'overdue=true&site=1', mine: true }])
    expect((await world.as('worker').call(kernel.actions.listViews, { list: 'orders' })).items).toEqual([])
    expect((await world.as('worker').delete(`/api/views/${id}`)).status).toBe(404)
    await world.as('dispatcher').call(kernel.actions.saveView, { ...view, shared: true })
    expect((await world.as('worker').call(kernel.actions.listViews, { list: 'orders' })).items).toHaveLength(
      1,
    )
  })
})

describe('a repeated write', () => {
  const world = useWorld({ committing: true })
  const input = { title: '离线补发', days: 2 }

  it('gets the first answer, and happens once', async () => {
    const idempotencyKey = 'phone-1-000001'
    const staff = world.as('staff')
    const first = await staff.call(kernel.actions.createToken, input, { idempotencyKey })
    const again = await staff.call(kernel.actions.createToken, input, { idempotencyKey })
    expect(again).toEqual(first)
    expect((await staff.call(kernel.actions.listTokens, {})).items).toHaveLength(1)
  })

  it('waits for the first when both come at once', async () => {
    const idempotencyKey = 'phone-1-000002'
    const liaison = world.as('liaison')
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => liaison.call(kernel.actions.createToken, input, { idempotencyKey })),
    )
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    expect((await liaison.call(kernel.actions.listTokens, {})).items).toHaveLength(1)
  })

  it('with other content under the same key is refused', async () => {
    const staff = world.as('staff')
    const send = (title: string) =>
      staff.post('/api/me/tokens', { title, days: 1 }, { 'idempotency-key': 'phone-1-000003' })
    expect((await send('甲')).status).toBe(200)
    expect(await send('乙')).toMatchObject({ status: 422, body: { code: 'kernel.key_reused' } })
  })
})
