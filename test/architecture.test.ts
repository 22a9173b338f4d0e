import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { serverModules } from '#app/modules.ts'

const root = join(import.meta.dirname, '..')
const floors = ['kernel', 'platform', 'engines', 'services', 'app'] as const

function sourcesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return sourcesBelow(path)
    return /\.tsx?$/.test(entry.name) ? [path] : []
  })
}

interface Import {
  from: string
  to: string
}

function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), 'utf8')
  const wanted = [...source.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => match[1]!)
  return wanted.flatMap((to) => {
    if (to.startsWith('#')) return [{ from: file, to: to.slice(1) }]
    if (to.startsWith('.')) return [{ from: file, to: relative(root, join(root, file, '..', to)) }]
    return []
  })
}

/** Without comments and strings: examples may speak of business. */
const codeOf = (file: string) =>
  readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'/g, '')

const files = [...floors, 'ui'].flatMap((floor) => sourcesBelow(floor))
const production = files.filter((file) => !/\.test\.tsx?$/.test(file))
const imports = production.flatMap(importsOf)

/** `engines/orders` of `engines/orders/server/api.ts`. */
const roomOf = (file: string) => file.split('/').slice(0, 2).join('/')
const floorOf = (file: string) => file.split('/')[0]!
const isWeb = (file: string) => /(^|\/)web\//.test(file) || floorOf(file) === 'ui' || /^app\/web/.test(file)

describe('the house', () => {
  it('has imports that go down only: app → services → engines → platform → kernel', () => {
    const rank: Record<string, number> = { kernel: 0, platform: 1, engines: 2, services: 3, app: 4 }
    const wrong = imports.filter(({ from, to }) => {
      const [a, b] = [rank[floorOf(from)], rank[floorOf(to)]]
      return a !== undefined && b !== undefined && b > a
    })
    expect(wrong).toEqual([])
  })

  it('has a kit (ui) that knows no service and no engine', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        floorOf(from) === 'ui' && ['platform', 'engines', 'services', 'app'].includes(floorOf(to)),
    )
    expect(wrong).toEqual([])
  })

  it('keeps the kit out of server code, and server code out of the web', () => {
    const wrong = imports.filter(({ from, to }) => {
      if (!isWeb(from)) return floorOf(to) === 'ui' || /\/web\//.test(to)
      return /\/(server|database)\//.test(to) && floorOf(to) !== 'ui'
    })
    expect(wrong).toEqual([])
  })

  it('lets a service into another service only by its api, and only when it says so', () => {
    const depends = new Map(serverModules.map(({ module }) => [module.name, module.dependsOn]))
    const wrong = imports.filter(({ from, to }) => {
      if (floorOf(to) !== 'services' || floorOf(from) !== 'services' || roomOf(from) === roomOf(to))
        return false
      const named = depends.get(from.split('/')[1]!)?.includes(to.split('/')[1]!)
      return !(named && to.endsWith('/server/api.ts'))
    })
    expect(wrong).toEqual([])
  })

  it('lets everybody into another engine’s or platform room’s server only by its api', () => {
    const wrong = imports.filter(({ from, to }) => {
      const closed = ['engines', 'platform'].includes(floorOf(to))
      if (!closed || floorOf(from) === 'app' || roomOf(from) === roomOf(to)) return false
      return /\/server\//.test(to) && !to.endsWith('/server/api.ts')
    })
    expect(wrong).toEqual([])
  })

  it('names what a module depends on, without a circle', () => {
    const depends = new Map(serverModules.map(({ module }) => [module.name, module.dependsOn]))
    const order = serverModules.map(({ module }) => module.name)
    for (const [name, needed] of depends) {
      for (const other of needed) {
        expect(depends.has(other), `${name} depends on ${other}, which is not there`).toBe(true)
        expect(order.indexOf(other), `${other} must stand before ${name}`).toBeLessThan(order.indexOf(name))
      }
    }
    const wrong = imports.filter(({ from, to }) => {
      const [a, b] = [from.split('/')[1]!, to.split('/')[1]!]
      if (floorOf(from) === 'app' || !['platform', 'engines', 'services'].includes(floorOf(to)) || a === b)
        return false
      return depends.has(b) && !depends.get(a)?.includes(b)
    })
    expect(wrong).toEqual([])
  })

  it('keeps business nouns out of the kernel, and the kernel within its budget', () => {
    const kernel = production.filter(
      (file) => floorOf(file) === 'kernel' && !/^kernel\/(web|sheets|import)\//.test(file),
    )
    const lines = kernel.reduce(
      (sum, file) => sum + readFileSync(join(root, file), 'utf8').split('\n').length,
      0,
    )
    // docs/adr/0011 says why it is more than the 5,000 of the beginning, and what is to move out.
    expect(lines).toBeLessThan(6000)
    const nouns = /\b(repair|vehicle|canteen|meeting|dormitory|service_order|ServiceOrder)s?\b/
    expect(kernel.filter((file) => nouns.test(codeOf(file)))).toEqual([])
  })

  it('has files of a readable size, with names that say what they do', () => {
    const long = files.filter((file) => {
      const lines = readFileSync(join(root, file), 'utf8').split('\n').length
      return lines > (file.includes('.test.') ? 400 : 300)
    })
    expect(long).toEqual([])
    const vague = files.filter((file) =>
      /(^|[/-])(utils?|helpers?|common|misc|manager)\.(test\.)?tsx?$/.test(file),
    )
    expect(vague).toEqual([])
  })

  it('has entry points that are short', () => {
    const long = sourcesBelow('app').filter(
      (file) => readFileSync(join(root, file), 'utf8').split('\n').length > 150,
    )
    expect(long).toEqual([])
  })

  it('reads the clock in one place: business code takes ctx.now', () => {
    const wrong = production.filter(
      (file) =>
        /^(platform|engines|services)\//.test(file) &&
        // The embedded database watches processes, not requests.
        roomOf(file) !== 'platform/embedded-database' &&
        !isWeb(file) &&
        /new Date\(\)|Date\.now\(\)/.test(readFileSync(join(root, file), 'utf8')),
    )
    expect(wrong).toEqual([])
  })

  it('writes a state column only through ctx.move', () => {
    const wrong = production.filter(
      (file) =>
        /^(platform|engines|services)\//.test(file) &&
        /\.set\(\{[^}]*\bstate:/.test(readFileSync(join(root, file), 'utf8')),
    )
    expect(wrong).toEqual([])
  })

  it('has in every module the table of contents, and a README of at most 40 lines', () => {
    for (const floor of ['engines', 'services']) {
      for (const name of readdirSync(join(root, floor))) {
        if (!statSync(join(root, floor, name)).isDirectory()) continue
        const readme = readFileSync(join(root, floor, name, 'README.md'), 'utf8')
        expect(readme.split('\n').length, `${floor}/${name}/README.md`).toBeLessThanOrEqual(41)
        const descriptor = readFileSync(join(root, floor, name, 'module.ts'), 'utf8')
        expect(descriptor).toContain('defineModule')
      }
    }
  })

  it('has a map whose every file exists', () => {
    const map = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
    expect(map.split('\n').length).toBeLessThanOrEqual(121)
    const named = [
      ...map.matchAll(/`((?:app|kernel|platform|engines|services|ui|bin|test)\/[\w./-]+)`|\]\(([\w./-]+)\)/g),
    ]
    const missing = named
      .map((match) => match[1] ?? match[2]!)
      .filter((file) => !existsSync(join(root, file)))
    expect(missing).toEqual([])
  })
})
