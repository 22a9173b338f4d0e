import { describe, expect, inject, it } from 'vitest'
import { layWire } from '#test/lay-wire.ts'
import { openPool } from './connect.ts'
import { serversOf } from './reach-writer.ts'
import { databaseOn } from './transaction.ts'

describe('several database servers', () => {
  it('stand in one address as for psql', () => {
    expect(serversOf('postgres://u:p@one:5432,two:5433/houqin?sslmode=require')).toEqual([
      'postgres://u:p@one:5432/houqin?sslmode=require',
      'postgres://u:p@two:5433/houqin?sslmode=require',
    ])
    expect(serversOf('postgres://one/houqin')).toEqual(['postgres://one/houqin'])
    expect(serversOf('postgres://postgres@localhost:5432/houqin?host=%2Ftmp%2Fa%2Cb')).toHaveLength(1)
  })

  it('are tried until one answers', async () => {
    const wire = await layWire(inject('databaseUrl'))
    // Nobody listens at port 9.
    const pool = openPool(wire.url.replace('@127.0.0.1:', '@127.0.0.1:9,127.0.0.1:'), { max: 2 })
    const database = databaseOn(pool)
    expect(await database.asOwner(async () => 'found')).toBe('found')
    expect(await Promise.all([1, 2, 3].map((n) => database.asOwner(async () => n)))).toEqual([1, 2, 3])
    await pool.end()
    await wire.cut()
  })
})
