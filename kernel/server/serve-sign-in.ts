import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../contract/problem.ts'
import { localeFrom } from '../i18n/say-text.ts'
import { noteAtDoor, visitorOf } from '../identity/admit.ts'
import { attemptGuard } from '../identity/guard-attempts.ts'
import { isUserName } from '../identity/sign-in.ts'
import type { Installation } from './installation.ts'
import { limitByAddress } from './limit-calls.ts'
import { passToLibrary, trustsDevices } from './pass-to-library.ts'

/** A flood; what is strict is the lock-out by account. */
const callsAMinute = 3000
/** Passwords tried a minute and address: an agency of a thousand behind one router begins its day within minutes. */
const passwordsAMinute = 300

/** Doors of the library for somebody who is signed in, with what the trail calls a success. */
const ownDoors: Record<string, string | null> = {
  '/two-factor/enable': null,
  '/two-factor/disable': 'kernel.second_factor_off',
  '/two-factor/generate-backup-codes': 'kernel.backup_codes_made',
}
/** The second step of signing in; with a session already, the last step of enrolling. */
const secondSteps = ['/two-factor/verify-totp', '/two-factor/verify-backup-code']

/** When a lock ends, as people in China read the clock. */
export function clockOf(moment: string): string {
  return new Date(moment).toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false })
}

/** Opens the doors of the sign-in library that this house uses; all others (signing up, mail) stay shut. */
export function serveSignIn(app: FastifyInstance, installation: Installation): void {
  const guard = attemptGuard(installation.database)
  const perAddress = app.createRateLimit({ ...limitByAddress(passwordsAMinute) })
  const moment = (request: FastifyRequest) => ({
    id: request.id,
    locale: localeFrom(request.headers['accept-language']),
    now: installation.clock(),
  })

  /** Lets the person of a session just opened in, or ends it when the account is disabled. */
  async function admit(request: FastifyRequest, reply: FastifyReply, answer: Response, type: string) {
    const opened = answer.headers.getSetCookie().map((cookie) => installation.sessionToken(cookie))
    const token = opened.find((one) => one !== null)
    const visitor = token ? await visitorOf(installation, token) : null
    if (visitor?.disabled || (visitor && !visitor.bureauId)) {
      await endSession(visitor.sessionId)
      throw new Problem(403, 'kernel.account_disabled')
    }
    if (visitor?.bureauId)
      await noteAtDoor(
        installation,
        { bureauId: visitor.bureauId, userId: visitor.userId },
        moment(request),
        {
          type,
          after: { address: request.ip },
        },
      )
    return passOn(reply, answer)
  }

  async function endSession(sessionId: string): Promise<void> {
    await installation.database.asOwner((db) =>
      db.deleteFrom('identity.session').where('id', '=', sessionId).execute(),
    )
  }

  async function signIn(request: FastifyRequest, reply: FastifyReply) {
    const name = (request.body as { username?: unknown } | null)?.username
    // What cannot be an account's name is refused by the library, without looking at a password.
    if (typeof name !== 'string' || !isUserName(name))
      return passOn(reply, await passToLibrary(installation.signIn, request))
    const userName = name.toLowerCase()
    const { now } = moment(request)
    const place = await guard.address(request.ip, now)
    if (!place.allowed) throw locked('kernel.address_locked', place.until)
    const attempt = await guard.begin(userName, now)
    if (!attempt.allowed) throw locked('kernel.account_locked', attempt.until)
    const { isAllowed, ...limit } = await perAddress(request)
    if (!isAllowed && 'isExceeded' in limit && limit.isExceeded)
      throw new Problem(429, 'kernel.too_many_requests')
    const answer = await passToLibrary(installation.signIn, request)
    if (answer.ok) {
      await guard.passed(userName)
      return admit(request, reply, answer, 'kernel.signed_in')
    }
    const until = await guard.failed(userName, request.ip, now)
    await noteFailure(request, userName, until)
    return passOn(reply, answer)
  }

  /** On record for a name that is somebody's; one that is nobody's is in the log only. */
  async function noteFailure(request: FastifyRequest, userName: string, until: string | null): Promise<void> {
    const member = await installation.database.asOwner((db) =>
      db
        .selectFrom('kernel.member')
        .select(['bureau_id', 'user_id'])
        .where('user_name', '=', userName)
        .executeTakeFirst(),
    )
    if (!member) {
      request.log.warn({ address: request.ip }, 'sign-in with an unknown name')
      return
    }
    const person = { bureauId: member.bureau_id, userId: member.user_id }
    const event = until
      ? { type: 'kernel.account_locked', after: { until, address: request.ip } }
      : { type: 'kernel.sign_in_failed', after: { address: request.ip } }
    await noteAtDoor(installation, person, moment(request), event)
  }

  async function secondStep(request: FastifyRequest, reply: FastifyReply, door: string) {
    const caller = await installation.findActor(request, installation.clock())
    const trusts = await trustsDevices(installation, request)
    const answer = await passToLibrary(installation.signIn, request, trusts ? {} : { trustDevice: false })
    if (!answer.ok) return passOn(reply, answer)
    const type = caller
      ? 'kernel.second_factor_on'
      : door.endsWith('backup-code')
        ? 'kernel.signed_in_by_backup_code'
        : 'kernel.signed_in'
    return admit(request, reply, answer, type)
  }

  async function ownDoor(request: FastifyRequest, reply: FastifyReply, type: string | null) {
    const now = installation.clock()
    const caller = await installation.findActor(request, now)
    if (!caller) throw new Problem(401, 'kernel.sign_in_first')
    if (caller.actor.source === 'token') throw new Problem(403, 'kernel.token_never')
    const answer = await passToLibrary(installation.signIn, request)
    const person = { bureauId: caller.bureauId, userId: caller.actor.userId! }
    if (answer.ok && type) await noteAtDoor(installation, person, moment(request), { type })
    return passOn(reply, answer)
  }

  async function signOut(request: FastifyRequest, reply: FastifyReply) {
    const caller = await installation.findActor(request, installation.clock())
    const answer = await passToLibrary(installation.signIn, request)
    if (caller?.actor.sessionId && answer.ok) {
      const person = { bureauId: caller.bureauId, userId: caller.actor.userId! }
      await noteAtDoor(installation, person, moment(request), { type: 'kernel.signed_out' })
    }
    return passOn(reply, answer)
  }

  /** The page says that a person touched it; streams and polling do not count. */
  async function touched(request: FastifyRequest, reply: FastifyReply) {
    const now = installation.clock()
    const caller = await installation.findActor(request, now)
    if (!caller?.actor.sessionId) throw new Problem(401, 'kernel.sign_in_first')
    await installation.database.ask({
      name: 'session touched',
      text: 'update identity.session set active_at = $2, last_seen_at = $2 where id = $1',
      values: [caller.actor.sessionId, now],
    })
    return reply.code(204).send()
  }

  type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>
  const open = (door: string, handler: Handler) =>
    app.route({
      method: 'POST',
      url: `/api/auth${door}`,
      schema: { hide: true },
      config: { rateLimit: limitByAddress(callsAMinute) },
      handler,
    })
  open('/sign-in/username', signIn)
  open('/sign-out', signOut)
  open('/activity', touched)
  for (const door of secondSteps) open(door, (request, reply) => secondStep(request, reply, door))
  for (const [door, type] of Object.entries(ownDoors))
    open(door, (request, reply) => ownDoor(request, reply, type))
}

function locked(code: string, until: string | null): Problem {
  if (!until) return new Problem(429, 'kernel.too_many_requests')
  return new Problem(429, code, { params: { until: clockOf(until) }, extra: { until } })
}

/** The library knows of TLS only what is configured; a proxy in front that says so counts too. */
export function behindTls(cookie: string, { protocol }: FastifyRequest): string {
  return protocol === 'https' && !/;\s*secure\b/i.test(cookie) ? `${cookie}; Secure` : cookie
}

/** The library's answer, as it is. */
async function passOn(reply: FastifyReply, answer: Response): Promise<FastifyReply> {
  // The library logs its faults and wraps those of the database; to whoever signs in they pass.
  if (answer.status >= 500) throw new Problem(503, 'kernel.busy')
  reply.code(answer.status)
  answer.headers.forEach((value, name) => {
    if (name !== 'set-cookie') reply.header(name, value)
  })
  for (const cookie of answer.headers.getSetCookie())
    reply.header('set-cookie', behindTls(cookie, reply.request))
  return reply.send(answer.body ? await answer.text() : null)
}
