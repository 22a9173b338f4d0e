import { serverModules } from '#app/modules.ts'
import { type Action, pathParameters } from '#kernel/contract/action.ts'
import { allRoles, type Role } from '#kernel/contract/roles.ts'
import type { Answer } from '#test/caller.ts'
import type { World } from '#test/harness.ts'

export interface NamedAction {
  name: string
  action: Action
  /** Somebody who may call it; null for nobody in particular. */
  role: Role | null
}

/** Every action of every module, from the descriptors. */
export const everyAction: NamedAction[] = serverModules.flatMap(({ module }) => {
  const permissions = new Map(serverModules.flatMap((other) => Object.entries(other.module.permissions)))
  return Object.entries(module.actions).map(([key, action]) => ({
    name: `${module.name}.${key}`,
    action,
    role: action.permission === 'public' ? null : (permissions.get(action.permission)?.roles ?? allRoles)[0]!,
  }))
})

/** The texts of every refusal we have words for. */
export const problemTexts = Object.assign({}, ...serverModules.map(({ module }) => module.problems ?? {}))

/** The action's address with these values for its parameters. */
export function addressWith(action: Action, values: (name: string) => string): string {
  let path: string = action.path
  for (const name of pathParameters(action.path))
    path = path.replace(`:${name}`, encodeURIComponent(values(name)))
  return `/api${path}`
}

/** Sends a raw body as JSON, or as the query of a read or an upload. */
export async function sendRaw(
  view: Pick<World, 'as'>,
  nobody: World['nobody'],
  { action, role }: NamedAction,
  url: string,
  raw: string,
): Promise<Answer<{ code?: string; detail?: string; errors?: { path: string }[] }>> {
  const caller = role ? view.as(role) : nobody
  if (action.method === 'GET') return caller.get(`${url}?${queryOf(raw)}`)
  if (action.upload) return caller.upload(`${url}?${queryOf(raw)}`, 'x.csv', Buffer.from('x'))
  return caller.raw(action.method, url, raw)
}

/** The top level of a JSON object as query parameters; anything else as one. */
function queryOf(raw: string): URLSearchParams {
  const query = new URLSearchParams()
  try {
    for (const [name, value] of Object.entries(JSON.parse(raw) as object))
      query.append(name, (typeof value === 'string' ? value : JSON.stringify(value)).toWellFormed())
  } catch {
    query.append('x', raw.slice(0, 2000))
  }
  return query
}
