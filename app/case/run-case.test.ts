import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { openCase } from './open-case.ts'
import { readPack } from './read-pack.ts'
import { runCase } from './run-case.ts'

const shared = resolve(import.meta.dirname, '../../../shared/cases/annual-2014')
const timeout = 180_000

async function run(folder: string): Promise<{ good: boolean; lines: string[] }> {
  const lines: string[] = []
  const opened = await openCase({ DATABASE_URL: inject('databaseUrl') }, () => undefined)
  try {
    return { good: await runCase(readPack(folder), opened.address, (line) => lines.push(line)), lines }
  } finally {
    await opened.close()
  }
}

describe('a bureau from a folder of sheets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-pack-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  function pack(figures: Record<string, number>): string {
    const sheet = (name: string, lines: string[]) =>
      writeFileSync(join(folder, name), `\uFEFF${lines.join('\r\n')}\r\n`)
    sheet('sites.csv', [
      '物业编号,物业名称,类型,建筑面积,地址',
      'P001,东楼,办公楼,1200.5,一路1号',
      'P002,西楼,办公楼,800,一路2号',
    ])
    sheet('units.csv', ['单位编码,单位名称,上级单位,级别', 'U001,文化局,,区级'])
    sheet('people.csv', [
      '工号,姓名,单位,职务,职级,人员类别,手机',
      'G00001,孟英秀,文化局,科员,科员,公务员,13800000000',
    ])
    sheet('moon-trips.csv', ['编号', '1'])
    const expected = { period: { from: '2015-07-01', to: '2015-09-30' }, some_figures: figures }
    writeFileSync(join(folder, 'expected.json'), JSON.stringify(expected))
    return folder
  }

  it(
    '[CLOUD-10] makes the summary of any pack from its sheets alone, and leaves out what no service line gives yet',
    async () => {
      const { good, lines } = await run(
        pack({ 'sites.count': 2, 'sites.floor-area.sum': 2000.5, 'people.count': 1, 'moon.trips': 3 }),
      )
      expect(lines).toEqual(
        expect.arrayContaining([
          '= sites.count 2',
          '= sites.floor-area.sum 2000.5',
          'not yet: moon.trips',
          'not yet: moon-trips (sheet)',
        ]),
      )
      expect(lines.some((line) => line.includes('2015年下半年工作总结'))).toBe(true)
      expect(good, lines.join('\n')).toBe(true)
    },
    timeout,
  )

  it(
    'says which figure is wrong, and is not good then; nor when nothing could be compared',
    async () => {
      const { good, lines } = await run(pack({ 'sites.count': 3 }))
      expect(good).toBe(false)
      expect(lines.join('\n')).toContain('≠ sites.count 2, expected 3')
      expect((await run(pack({ 'moon.trips': 3 }))).good).toBe(false)
    },
    timeout,
  )
})

describe.runIf(existsSync(shared))('the published year', () => {
  it(
    '[RPT-01] [CLOUD-10] [PROP-01] comes out of its sheets with every figure equal, live and in the frozen report',
    async () => {
      const { good, lines } = await run(shared)
      expect(good, lines.join('\n')).toBe(true)
      expect(lines).toContain('= sites.floor-area.sum 186800')
    },
    timeout,
  )
})
