import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { TSchema } from 'typebox'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Action, pathParameters } from '#kernel/contract/action.ts'
import { repairs } from '#services/repairs/module.ts'
import { useWorld } from '#test/harness.ts'
import { countRows } from './count-rows.ts'
import { addressWith, everyAction, sendRaw } from './every-action.ts'
import { plausible } from './plausible-input.ts'

const snake = (name: string) => name.replace(/Id$/, '').replaceAll(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)
const takesIds = everyAction.filter(({ action }) => JSON.stringify(action.input).includes('"uuid"'))

/** The fields that hold an id as such, not in a list or a choice. */
const idFields = ({ input }: Action) =>
  Object.entries(input.properties as Record<string, TSchema>)
    .filter(([, schema]) => 'format' in schema && schema.format === 'uuid')
    .map(([name]) => name)
const idsInPath = (action: Action) =>
  idFields(action).filter((name) => pathParameters(action.path).includes(name))

const withoutIds = (body: unknown) =>
  JSON.stringify(body)?.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')

describe('a wrong id', () => {
  const world = useWorld()
  /** Ids of our bureau, by the name of the table they are of. */
  let ours: Map<string, string>

  beforeEach(async () => {
    ours = await world.ctx('system', async ({ db }) => {
      const tables = await sql<{ schema: string; name: string }>`
        select table_schema as schema, table_name as name from information_schema.columns
        where column_name = 'id' and data_type = 'uuid' and table_schema not in ('identity', 'pgboss')`.execute(
        db,
      )
      const found = new Map<string, string>()
      for (const { schema, name } of tables.rows) {
        const { rows } = await sql<{ id: string }>`
          select id from ${sql.table(`${schema}.${name}`)} limit 1`.execute(db)
        if (rows[0]) found.set(name, rows[0].id)
      }
      return found
    })
    const siteId = ours.get('site')!
    const input = { siteId, kind: 'PLUMBING_ELECTRIC', description: '灯不亮', urgency: 'NORMAL' } as const
    const made = await world.as('staff').call(repairs.actions.report, input)
    ours.set('order', made.id)
  })

  /** An id of ours of the kind that the field is named for; a site's where there is no such row. */
  function ourId(name: string): string {
    const wanted = snake(name)
    const table = [...ours.keys()].find((one) => one === wanted || one.endsWith(`_${wanted}`))
    return ours.get(table ?? 'site')!
  }

  it.each(takesIds)(
    '$name: another bureau’s is answered exactly as one that nobody has, and changes nothing',
    async (named) => {
      const { action } = named
      const before = await countRows(world)
      const answers = []
      for (const idFor of [ourId, () => randomUUID()]) {
        const input = plausible(action.input, '', idFor) as Record<string, unknown>
        // A workbook carries the second it was written in; the same rows as text do not.
        if (input.format === 'xlsx') input.format = 'csv'
        const url = addressWith(action, (name) => String(input[name] ?? 'x'))
        for (const name of pathParameters(action.path)) delete input[name]
        answers.push(await sendRaw(world.other, world.nobody, named, url, JSON.stringify(input)))
      }
      const [others, nobodys] = answers.map(({ status, body }) => ({
        status,
        // A success of a write holds what is new; everything else must be the same to the letter, but for the ids asked.
        body: status === 200 && action.kind === 'write' ? null : withoutIds(body),
      }))
      expect(others).toEqual(nobodys)
      // What is new belongs to the bureau that asked, and says nothing of ours.
      if (others!.status !== 200) expect(await countRows(world)).toEqual(before)
    },
  )

  it('in the address that is malformed is no row’s, and answered with 404 before anything else is looked at', async () => {
    const addressed = takesIds.filter(({ action }) => idsInPath(action).length > 0)
    expect(addressed.length).toBeGreaterThan(50)
    for (const named of addressed) {
      for (const word of ['not-an-id', 'report', '\0']) {
        const url = addressWith(named.action, () => word)
        const answer = await sendRaw(world, world.nobody, named, url, '{}')
        expect([answer.status, answer.body.code], `${named.name} ${word}`).toEqual([404, 'kernel.not_found'])
      }
    }
  })

  it('in a query or a body that is malformed is a field to correct, and answered with 400', async () => {
    const fields = takesIds.flatMap((named) => {
      const inPath = pathParameters(named.action.path)
      return idFields(named.action)
        .filter((name) => !inPath.includes(name))
        .map((name) => ({ named, name }))
    })
    expect(fields.length).toBeGreaterThan(20)
    for (const { named, name } of fields) {
      const input = plausible(named.action.input, '', ourId) as Record<string, unknown>
      const url = addressWith(named.action, (part) => String(input[part] ?? 'x'))
      for (const part of pathParameters(named.action.path)) delete input[part]
      const body = JSON.stringify({ ...input, [name]: 'not-an-id' })
      const answer = await sendRaw(world, world.nobody, named, url, body)
      expect(answer.status, `${named.name} ${name}`).toBe(400)
      expect(answer.body.errors?.map(({ path }) => path)).toContain(name)
    }
  })

  it('of another kind is answered with 404', async () => {
    const pages = takesIds.filter(
      ({ action }) => action.method === 'GET' && pathParameters(action.path).length === 1 && !action.download,
    )
    expect(pages.length).toBeGreaterThan(5)
    for (const { name, action, role } of pages) {
      const caller = role ? world.as(role) : world.nobody
      // The bureau's own row of history is of no kind that any page shows.
      const otherKind = await caller.get(addressWith(action, () => ours.get('event')!))
      expect([404, 400], `${name} ${otherKind.status}`).toContain(otherKind.status)
    }
  })
})
