import type { PersonalHook } from '#kernel/personal/personal-hook.ts'

/** One answer from several parts of a module. */
export function joinPersonal(...parts: PersonalHook[]): PersonalHook {
  return {
    tables: parts.flatMap(({ tables }) => tables),
    async collect(ctx, subject) {
      const found = []
      for (const part of parts) found.push(...(await part.collect(ctx, subject)))
      return found
    },
    async erase(ctx, subject) {
      const erased = []
      for (const part of parts) erased.push(...(await part.erase(ctx, subject)))
      return erased
    },
  }
}
