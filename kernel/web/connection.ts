import { createStore, useStore } from './store.ts'

/** `online`: all is well; `reconnecting`: the live stream broke; `offline`: the device has no network. */
export type Connection = 'online' | 'reconnecting' | 'offline'

const live = createStore<Connection>(navigator.onLine ? 'online' : 'offline')

window.addEventListener('offline', () => live.set('offline'))
window.addEventListener('online', () => live.set('online'))

/** Told by the live stream how it fares. */
export function setConnection(state: Connection): void {
  live.set(navigator.onLine ? state : 'offline')
}

/** How the connection stands now. */
export function useConnection(): Connection {
  return useStore(live)
}
