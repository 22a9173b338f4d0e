import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { countRows } from './count-rows.ts'
import { addressWith, everyAction, problemTexts, sendRaw } from './every-action.ts'

const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
/** Values that some program somewhere takes for something else. */
const values = [
  '1e400',
  '-0',
  '123456789012345678901234567890',
  '"NaN"',
  '"Infinity"',
  '""',
  '"a\\u0000b"',
  '"\\ud800"',
  '"\'; drop table kernel.event; --"',
  '"<script>alert(1)</script>"',
  '"../../../../etc/passwd"',
  '{"toString":1,"length":-1}',
  '[[[null]]]',
  'true',
  deep(60),
]
/** Bodies that are no object of ours. */
const bodies = [
  '[]',
  '"text"',
  'null',
  '{',
  '{"a":1,}',
  '\ufeff{}',
  deep(100_000),
  `{"a":${deep(5000)}}`,
  '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
]

const withoutTrail = (counts: Record<string, number>) => ({
  ...counts,
  'kernel.event': 0,
  'kernel.outbox': 0,
})

describe('arbitrary input', () => {
  const world = useWorld()
  /** What there is before each test: all of them begin with the same. */
  let fresh: Record<string, number> | undefined

  it.each(everyAction)('$name: is refused in words we have, and changes nothing', async (named) => {
    const { action } = named
    const names = Object.keys(action.input.properties as object)
    const wild = fc.sample(fc.dictionary(fc.constantFrom(...names, 'x'), fc.jsonValue()), 4)
    const all = [
      ...values.map((value) => `{${names.map((name) => `"${name}":${value}`).join(',')}}`),
      ...bodies,
      ...wild.map((value) => JSON.stringify(value)),
    ]
    const url = addressWith(action, () => randomUUID())
    fresh ??= await countRows(world)
    let before = fresh
    for (const raw of all) {
      const { status, body, headers } = await sendRaw(world, world.nobody, named, url, raw)
      const told = `${raw.slice(0, 200)} → ${status} ${JSON.stringify(body).slice(0, 300)}`
      expect(status, told).toBeLessThan(500)
      if (status >= 400) {
        expect(headers['content-type'], told).toBe('application/problem+json; charset=utf-8')
        expect(Object.hasOwn(problemTexts, body.code ?? ''), told).toBe(true)
        expect(body.detail, told).toMatch(/[\u4e00-\u9fff]/)
      } else if (action.kind === 'write') before = await countRows(world)
    }
    const after = await countRows(world)
    // A read may leave who looked in the trail, and nothing else.
    if (action.kind === 'read') expect(withoutTrail(after)).toEqual(withoutTrail(before))
    else expect(after).toEqual(before)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('in an address is refused: NUL, half a character, escapes that are none', async () => {
    const admin = world.as('admin')
    for (const word of ['%00', '%ff', '%', '%ed%a0%80', '..%2f..%2f', '%E2%80%AE', 'x'.repeat(400)]) {
      const answer = await admin.get(`/api/sites/${word}`)
      expect([400, 404], `${word} ${answer.status}`).toContain(answer.status)
      expect(answer.body.detail, word).toMatch(/[\u4e00-\u9fff]/)
    }
  })

  it('in a query is refused: a name twice, NUL, an object for a word', async () => {
    const admin = world.as('admin')
    for (const query of [
      'limit=1&limit=2',
      'search=a%00b',
      'limit=1e400',
      'cursor=%ff',
      'search[a]=1&limit=x',
    ])
      expect((await admin.get(`/api/accounts?${query}`)).status, query).toBeLessThan(500)
    expect((await admin.get('/api/accounts?limit=1&limit=2')).status).toBe(400)
    expect((await admin.get('/api/accounts?search=a%00b')).status).toBe(400)
  })

  it('of a type or packing nobody agreed on is refused with 415', async () => {
    const send = (headers: Record<string, string>, payload: string) =>
      world.app.inject({ method: 'POST', url: '/api/me/tokens', payload, headers })
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'x', 'a/b; c'])
      expect((await send({ 'content-type': type }, '{}')).statusCode, type).toBe(415)
    for (const packing of ['gzip', 'br', 'deflate', 'gzip, gzip', 'x'])
      expect(
        (await send({ 'content-type': 'application/json', 'content-encoding': packing }, '{}')).statusCode,
        packing,
      ).toBe(415)
  })
})
