import { type ComponentType, lazy, Suspense } from 'react'
import { useSession } from '../use-session.ts'
import type { WebModule } from '../web-module.ts'

const made = new Map<WebModule, { key: number; Keep: ComponentType }>()

function madeOf(module: WebModule, load: NonNullable<WebModule['kept']>['load']) {
  const known = made.get(module) ?? { key: made.size, Keep: lazy(load) }
  made.set(module, known)
  return known
}

/** What modules do beside every page to have their people's work on the device. It shows nothing. */
export function KeepBeside({ modules }: { modules: readonly WebModule[] }) {
  const session = useSession()
  return modules.map((module) => {
    if (!module.kept || !session.allowed(module.kept.permission)) return null
    const { key, Keep } = madeOf(module, module.kept.load)
    return (
      <Suspense key={key} fallback={null}>
        <Keep />
      </Suspense>
    )
  })
}
