import { ApiProblem } from '#kernel/contract/client.ts'
import type { ProblemBody } from '#kernel/contract/problem.ts'

/**
 * Calls an address of the kernel that no module describes (session, sign-in, installation, tokens).
 * @throws ApiProblem in our words or the sign-in library's; TypeError without a network.
 */
export async function fetchJson<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      'accept-language': document.documentElement.lang,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const text = await response.text()
  const json = (response.headers.get('content-type') ?? '').includes('json') && text !== ''
  if (response.ok) return (json ? JSON.parse(text) : null) as T
  const told = (json ? JSON.parse(text) : {}) as Partial<ProblemBody> & { message?: string }
  throw new ApiProblem({
    ...told,
    type: told.type ?? 'about:blank',
    title: told.title ?? response.statusText,
    status: response.status,
    code: told.code ?? 'kernel.unreachable',
    detail: told.detail ?? told.message ?? '',
  })
}
