import type { Plugin } from 'vite'

const name = 'virtual:event-words'

/**
 * What the history calls everything that may happen, of all modules, as one file of its own: pages that show a history
 * fetch it when they are first opened. In the descriptors it weighed a tenth of what a phone loads before anything.
 */
export function eventWords(): Plugin {
  return {
    name: 'houqin-event-words',
    resolveId: (source) => (source === name ? `\0${name}` : null),
    async load(id) {
      if (id !== `\0${name}`) return null
      const { serverModules } = await import('../app/modules.ts')
      const words = Object.assign({}, ...serverModules.map(({ module }) => module.events ?? {}))
      return `export default ${JSON.stringify(words)}`
    },
  }
}
