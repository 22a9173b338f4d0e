import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The pages a phone must open without ever having opened them: where a shift begins, is worked and is settled. */
const pages = [
  'kernel/web/more-page.tsx',
  'kernel/web/me-page.tsx',
  'services/repairs/web/worker/today-card.tsx',
  'services/repairs/web/worker/tasks-page.tsx',
  'services/repairs/web/worker/task-page.tsx',
  'services/repairs/web/worker/outbox-page.tsx',
  'services/repairs/web/worker/keep-shift.tsx',
  'services/repairs/web/new-repair-page.tsx',
  'services/repairs/web/services-card.tsx',
  'services/meetings/web/worker/day-page.tsx',
  'services/meetings/web/worker/task-page.tsx',
  'services/meetings/web/worker/outbox-page.tsx',
  'services/meetings/web/worker/keep-day.tsx',
  'services/fleet/web/trips/driver/my-trips-page.tsx',
  'services/fleet/web/trips/driver/my-trip-page.tsx',
  'services/fleet/web/trips/driver/outbox-page.tsx',
  'services/fleet/web/trips/driver/keep-my-trips.tsx',
]

interface Chunk {
  file: string
  src?: string
  isEntry?: boolean
  imports?: string[]
  css?: string[]
}

/**
 * The built files that make up the shell and those pages, as the service worker fetches them ahead: everything they
 * import, nothing that is only loaded later. Read from the manifest Vite writes beside its output.
 * @throws Error when a page named here is no chunk of its own any more
 */
export function precachedFiles(outDir: string): Set<string> {
  const manifest = JSON.parse(readFileSync(join(outDir, '.vite', 'manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >
  const found = new Set<string>(['index.html', 'icon.svg', 'icon-192.png'])
  const visit = (key: string) => {
    const chunk = manifest[key]
    if (!chunk || found.has(chunk.file)) return
    found.add(chunk.file)
    for (const css of chunk.css ?? []) found.add(css)
    for (const next of chunk.imports ?? []) visit(next)
  }
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) visit(key)
  for (const page of pages) {
    const key = Object.keys(manifest).find((one) => (manifest[one]?.src ?? one).endsWith(page))
    if (!key) throw new Error(`${page} is not a chunk of its own; see bin/precache-list.ts`)
    visit(key)
  }
  // Menus and tiles show them without a network too; they are small.
  for (const key of Object.keys(manifest)) if (key.includes('@ant-design/icons/')) visit(key)
  return found
}
