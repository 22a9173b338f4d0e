import { createContext, use } from 'react'
import type { WebModule } from './web-module.ts'

export const ModulesContext = createContext<readonly WebModule[]>([])

/** The modules the application was started with, for pages that list them (更多). */
export function useModules(): readonly WebModule[] {
  return use(ModulesContext)
}
