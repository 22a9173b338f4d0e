import { createStore, remember, remembered, useStore } from '../store.ts'

/** What browsers that can install an application hand out (not in the DOM's own types). */
interface InstallOffer extends Event {
  prompt: () => Promise<unknown>
}

const offered = createStore<InstallOffer | null>(null)
const dismissed = createStore(remembered('install') === 'no')

/** Keeps the browser's offer to install until somebody asks for it. */
export function catchInstallOffer(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    offered.set(event as InstallOffer)
  })
  window.addEventListener('appinstalled', () => offered.set(null))
}

/** How this device can install the application: by a button, by hand (iOS), or not (any more). */
export type InstallWay = { by: 'button'; install: () => void } | { by: 'hand' } | null

/** The way to install, and how to say no for good. */
export function useInstall(): { way: InstallWay; dismiss: () => void } {
  const offer = useStore(offered)
  const gone = useStore(dismissed)
  const dismiss = () => {
    remember('install', 'no')
    dismissed.set(true)
  }
  if (gone || window.matchMedia('(display-mode: standalone)').matches) return { way: null, dismiss }
  if (offer) {
    const install = () => void offer.prompt().finally(() => offered.set(null))
    return { way: { by: 'button', install }, dismiss }
  }
  const apple =
    /iphone|ipad|ipod/i.test(navigator.userAgent) && !('standalone' in navigator && navigator.standalone)
  return { way: apple ? { by: 'hand' } : null, dismiss }
}
