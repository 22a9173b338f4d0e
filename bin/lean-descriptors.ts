import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

const mark = '\0lean:'

/** What the shell of the web application reads of a descriptor. */
const kept = ['name', 'title', 'menu'] as const

/**
 * The list of pages of every module (`web/index.tsx`) stands in the first file a browser loads, and names its
 * descriptor for the menu. Without this, all actions with their shapes, figures and refusals of all modules would come
 * along, though each page brings those it calls: here that import gives the shell's part only, taken at build time.
 */
export function leanDescriptors(): Plugin {
  return {
    name: 'houqin-lean-descriptors',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const fromShell = importer && /\/web\/(index\.tsx|kernel-web\.ts)$/.test(importer)
      if (!fromShell || !/(^|\/)module\.ts$/.test(source)) return null
      const found = await this.resolve(source, importer, { ...options, skipSelf: true })
      return found ? `${mark}${found.id}` : null
    },
    transform(code, id) {
      // Otherwise it would compile, and break every page of the built application at its start.
      const missing = /\/web\/(index\.tsx|kernel-web\.ts)$/.test(id) ? /\b(\w+)\.actions\./.exec(code) : null
      if (
        missing &&
        new RegExp(`import \\{[^}]*\\b${missing[1]}\\b[^}]*\\} from '[^']*module\\.ts'`).test(code)
      )
        this.error(`${id}: a descriptor has no actions here; import the action from its actions.ts`)
      return null
    },
    async load(id) {
      if (!id.startsWith(mark)) return null
      const file = id.slice(mark.length)
      this.addWatchFile(file)
      const found = (await import(pathToFileURL(file).href)) as Record<string, object>
      return Object.entries(found)
        .filter(([, value]) => typeof value === 'object' && 'actions' in value)
        .map(([name, descriptor]) => {
          const part = Object.fromEntries(kept.map((key) => [key, Reflect.get(descriptor, key)]))
          return `export const ${name} = ${JSON.stringify(part)}`
        })
        .join('\n')
    },
  }
}
