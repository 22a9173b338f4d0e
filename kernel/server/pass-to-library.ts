import type { FastifyRequest } from 'fastify'
import type { SignIn } from '../identity/sign-in.ts'
import type { Installation } from './installation.ts'

/** Hands a request to the sign-in library as a web-standard one; `body` replaces fields of the body. */
export function passToLibrary(
  signIn: SignIn,
  request: FastifyRequest,
  body: Record<string, unknown> = {},
): Promise<Response> {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && name !== 'content-length') headers.set(name, String(value))
  }
  // Whose address it is says our server, which knows whether there is a proxy to believe.
  headers.set('x-forwarded-for', request.ip)
  const given = request.body && typeof request.body === 'object' ? request.body : {}
  return signIn.handler(
    new Request(`${request.protocol}://${request.host}${request.url}`, {
      method: request.method,
      headers,
      redirect: 'manual',
      body: request.method === 'POST' ? JSON.stringify({ ...given, ...body }) : undefined,
    }),
  )
}

/** Whether the bureau of whoever is half way through signing in lets a device be trusted. */
export async function trustsDevices(
  installation: Pick<Installation, 'database' | 'halfWayToken'>,
  request: Pick<FastifyRequest, 'headers'>,
): Promise<boolean> {
  const identifier = installation.halfWayToken(request.headers.cookie ?? '')
  if (identifier === null) return false
  const rows = await installation.database.ask({
    name: 'trusts devices',
    text: `select 1 from identity.verification v join kernel.member m on m.user_id::text = v.value
        join kernel.security p on p.bureau_id = m.bureau_id
      where v.identifier = $1 and p.trusted_devices`,
    values: [identifier],
  })
  return rows.length > 0
}
