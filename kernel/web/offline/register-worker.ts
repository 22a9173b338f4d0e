import { createStore, useStore } from '../store.ts'

const waiting = createStore<ServiceWorker | null>(null)
let accepted = false

/** A newer version that was fetched and waits; null while there is none. */
export function useNewVersion(): ServiceWorker | null {
  return useStore(waiting)
}

/** Changes to the version that waits and loads the page afresh; only when its reader asks for it. */
export function changeVersion(worker: ServiceWorker): void {
  accepted = true
  worker.postMessage({ type: 'SKIP_WAITING' })
}

function watch(registration: ServiceWorkerRegistration): void {
  const offer = () => {
    // The very first version has nobody to replace.
    if (registration.waiting && navigator.serviceWorker.controller) waiting.set(registration.waiting)
  }
  offer()
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer)
  })
  // A phone keeps the application open for days.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || !navigator.onLine) return
    registration.update().catch((error: unknown) => console.debug('no news of a version', error))
  })
}

/** Starts what serves the application without a network; on plain http addresses browsers have no such thing. */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (accepted) window.location.reload()
  })
  // After the first page stands, so that it does not wait for what is fetched for later.
  const start = () =>
    navigator.serviceWorker
      .register('/sw.js', { scope: '/', updateViaCache: 'none' })
      .then(watch)
      .catch((error: unknown) => console.debug('no service worker', error))
  if (document.readyState === 'complete') void start()
  else window.addEventListener('load', () => void start(), { once: true })
}
