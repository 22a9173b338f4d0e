import type { Action } from '../contract/action.ts'

/** What an action asks of a token: `orders.write` for a write of the module `orders`. */
export function scopeOf(module: string, action: Pick<Action, 'kind'>): string {
  return `${module}.${action.kind}`
}

/**
 * Whether a token's scopes hold an action. `read` is every read, `orders.write` holds `orders.read` too, null is
 * everything its owner may do; the owner's own permissions are asked besides.
 */
export function scopesAllow(scopes: readonly string[] | null, scope: string): boolean {
  if (scopes === null || scopes.includes(scope)) return true
  if (!scope.endsWith('.read')) return false
  return scopes.includes('read') || scopes.includes(scope.replace(/read$/, 'write'))
}
