import type { NotificationType } from '#kernel/contract/module.ts'
import type { Text } from '#kernel/contract/text.ts'
import type { ServerModule } from '#kernel/server-module.ts'

export interface KnownType {
  type: string
  module: Text
  declared: NotificationType
}

/** Every kind of news the modules declare, in their order. */
export function listTypes(modules: readonly ServerModule[]): KnownType[] {
  return modules.flatMap(({ module }) =>
    Object.entries(module.notifications ?? {}).map(([type, declared]) => ({
      type,
      module: module.title,
      declared,
    })),
  )
}
