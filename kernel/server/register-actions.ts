import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sensitiveFinder } from '../audit/find-sensitive.ts'
import { traceOf } from '../audit/leave-trace.ts'
import type { Ctx } from '../context.ts'
import type { Action, FileAnswer } from '../contract/action.ts'
import { Problem } from '../contract/problem.ts'
import { createContext, publicActor } from '../create-context.ts'
import type { Db } from '../database/connect.ts'
import { localeFrom } from '../i18n/say-text.ts'
import type { SignedIn } from '../identity/find-actor.ts'
import { scopeOf, scopesAllow } from '../identity/token-scope.ts'
import type { ServerModule } from '../server-module.ts'
import { actionSchema } from './action-schema.ts'
import { onceByKey, requestKey } from './idempotency.ts'
import type { Installation } from './installation.ts'
import { limitByAddress } from './limit-calls.ts'
import { checkSentBy, saidMoment } from './offline-headers.ts'
import type { uploadReader } from './read-upload.ts'
import { inputCheck } from './validate-input.ts'
import { sendWritten, WrittenAnswer } from './written-answer.ts'

/** Header values hold ASCII only; RFC 5987 carries the real name. */
function sendFile(request: FastifyRequest, reply: FastifyReply, file: FileAnswer): FastifyReply {
  if (file.etag) {
    reply.header('etag', file.etag)
    const known = (request.headers['if-none-match'] ?? '').split(',').map((one) => one.trim())
    if (known.includes(file.etag) || known.includes(`W/${file.etag}`)) return reply.code(304).send()
  }
  const name = encodeURIComponent(file.fileName.toWellFormed()).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16)}`,
  )
  return reply
    .header('content-type', file.mediaType)
    .header('content-disposition', `${file.disposition ?? 'attachment'}; filename*=UTF-8''${name}`)
    .header('cache-control', `private, max-age=${file.maxAge ?? 0}`)
    .header('x-content-type-options', 'nosniff')
    .send(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength))
}

/** Who may pass: 401 for nobody, 403 for somebody without the permission, or who has not shown enough. */
function checkPermission(action: Action, module: string, caller: SignedIn | null): void {
  if (action.permission === 'public') return
  if (!caller) throw new Problem(401, 'kernel.sign_in_first')
  if (action.permission !== 'signed-in' && !caller.actor.permissions.has(action.permission))
    throw new Problem(403, 'kernel.forbidden')
  const { actor, scopes, fresh } = caller
  if (actor.owes && !action.whileOwing) throw new Problem(403, duties[actor.owes])
  if (action.proof !== 'any' && actor.source === 'token') throw new Problem(403, 'kernel.token_never')
  const scope = scopeOf(module, action)
  if (!scopesAllow(scopes, scope)) throw new Problem(403, 'kernel.token_scope', { params: { scope } })
  if (action.proof === 'fresh' && !fresh) throw new Problem(403, 'kernel.password_again')
}

const duties = { password: 'kernel.password_due', 'second-factor': 'kernel.second_factor_due' } as const

/**
 * Makes a route of every action: session → permission → validation → one transaction → handler → answer.
 * The order matters: a stranger learns nothing from validation.
 */
export function registerActions(
  app: FastifyInstance,
  installation: Installation,
  serverModule: ServerModule,
  readUpload: ReturnType<typeof uploadReader>,
) {
  const { module } = serverModule
  for (const [name, action] of Object.entries(module.actions)) {
    const handler = serverModule.actions[name]!
    const check = inputCheck(action)
    const fullName = `${module.name}.${name}`
    const findSensitive = sensitiveFinder(action.output)
    const trace = traceOf(action, fullName, findSensitive)
    app.route({
      method: action.method,
      url: `/api${action.path}`,
      schema: actionSchema(module, name, action),
      config: {
        ...(action.rateLimit ? { rateLimit: limitByAddress(action.rateLimit) } : {}),
      },
      handler: async (request, reply) => {
        const now = installation.clock()
        const caller = await installation.findActor(request, now)
        checkPermission(action, module.name, caller)
        checkSentBy(request.headers, caller)
        const saidAt = saidMoment(request.headers)
        const locale = localeFrom(request.headers['accept-language'])
        const upload = action.upload ? await readUpload(request, reply) : null
        const input = check(
          {
            params: request.params as Record<string, unknown>,
            query: request.query as Record<string, unknown>,
            body: request.body,
          },
          locale,
        )
        const contextOn = (db: Db, bureauId: string) =>
          createContext({
            db,
            bureauId,
            actor: caller?.actor ?? publicActor,
            locale,
            requestId: request.id,
            now,
            upload,
            saidAt,
          })
        let insideBureau = caller?.bureauId ?? ''
        const apart = (work: (ctx: Ctx) => Promise<unknown>) =>
          installation.database.transaction({ bureauId: insideBureau, mode: 'write', now }, (db) =>
            work(contextOn(db, insideBureau)),
          )
        const carriedOut = installation.database.transaction(
          { bureauId: caller?.bureauId ?? null, mode: action.kind, now },
          async (db) => {
            const ctx = contextOn(db, caller?.bureauId ?? '')
            const run = async () => {
              const result = await handler(ctx, input as never)
              // Every write leaves a trace, even one whose author forgot to say what happened.
              if (action.kind === 'write' && ctx.emitted === 0 && ctx.bureauId)
                await ctx.emit({
                  type: fullName.replaceAll(/[A-Z]/g, (c) => `-${c.toLowerCase()}`),
                  subjectType: module.name,
                  subjectId: null,
                })
              insideBureau = ctx.bureauId
              if (action.kind === 'write') await trace(result, input)?.(ctx)
              return result
            }
            if (action.kind === 'read') return run()
            return onceByKey(ctx, requestKey(request.headers['idempotency-key']), fullName, input, run)
          },
        )
        const answer = await carriedOut.catch(async (error: unknown) => {
          if (insideBureau && error instanceof Problem && error.remember) await apart(error.remember)
          throw error
        })
        // A read cannot write in its own transaction; what it showed is on record before anybody sees it.
        const leave = action.kind === 'read' ? trace(answer, input) : null
        if (leave && insideBureau) await apart(leave)
        if (action.download) return sendFile(request, reply, answer as FileAnswer)
        reply.header('cache-control', 'no-store')
        if (!(answer instanceof WrittenAnswer)) return reply.send(answer)
        // Nobody could look into it for what must be recorded or kept.
        if (findSensitive || action.kind === 'write')
          throw new TypeError(`${fullName} must answer with a value`)
        return sendWritten(request, reply, answer)
      },
    })
  }
}
