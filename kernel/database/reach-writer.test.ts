import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { describe, expect, inject, it } from 'vitest'
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
    const suite = new URL(inject('databaseUrl'))
    const folder = suite.searchParams.get('host')
    const wire = createServer((near) => {
      const far = folder
        ? connect(`${folder}/.s.PGSQL.${suite.port || 5432}`)
        : connect(Number(suite.port || 5432), suite.hostname)
      near.on('error', () => far.destroy()).on('close', () => far.destroy())
      far.on('error', () => near.destroy())
      near.pipe(far).pipe(near)
    }).listen(0, '127.0.0.1')
    await once(wire, 'listening')
    const { port } = wire.address() as AddressInfo
    const who = `${suite.username}${suite.password ? `:${suite.password}` : ''}`
    // Nobody listens at port 9.
    const pool = openPool(`postgres://${who}@127.0.0.1:9,127.0.0.1:${port}${suite.pathname}`, { max: 2 })
    const database = databaseOn(pool)
    expect(await database.asOwner(async () => 'found')).toBe('found')
    expect(await Promise.all([1, 2, 3].map((n) => database.asOwner(async () => n)))).toEqual([1, 2, 3])
    await pool.end()
    wire.close()
  })
})
