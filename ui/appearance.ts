import { useMemo, useSyncExternalStore } from 'react'
import { createStore, remember, remembered, useStore } from '#kernel/web/store.ts'
import type { palettes, ThemeName } from './theme.ts'

const names: readonly ThemeName[] = ['auto', 'light', 'dark', 'contrast']
const night = window.matchMedia('(prefers-color-scheme: dark)')

const store = createStore<{ theme: ThemeName; large: boolean }>({
  theme: names.find((name) => name === remembered('theme')) ?? 'auto',
  large: remembered('large') === 'yes',
})

/** Chooses the look of this device. */
export function setAppearance(change: { theme?: ThemeName; large?: boolean }): void {
  const next = { ...store.get(), ...change }
  remember('theme', next.theme === 'auto' ? null : next.theme)
  remember('large', next.large ? 'yes' : null)
  store.set(next)
}

export interface Appearance {
  theme: ThemeName
  large: boolean
  /** What `auto` comes to. */
  painted: keyof typeof palettes
}

/** The look of this device; follows the system's day and night when it is `auto`. */
export function useAppearance(): Appearance {
  const chosen = useStore(store)
  const dark = useSyncExternalStore(
    (listener) => {
      night.addEventListener('change', listener)
      return () => night.removeEventListener('change', listener)
    },
    () => night.matches,
  )
  return useMemo(
    () => ({ ...chosen, painted: chosen.theme === 'auto' ? (dark ? 'dark' : 'light') : chosen.theme }),
    [chosen, dark],
  )
}
