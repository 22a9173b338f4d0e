import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Upload } from '../context.ts'
import type { Action, FileAnswer } from '../contract/action.ts'
import { Problem } from '../contract/problem.ts'
import { createContext, publicActor } from '../create-context.ts'
import { localeFrom } from '../i18n/say-text.ts'
import type { SignedIn } from '../identity/find-actor.ts'
import type { ServerModule } from '../server-module.ts'
import { actionSchema } from './action-schema.ts'
import { onceByKey, requestKey } from './idempotency.ts'
import type { Installation } from './installation.ts'
import { limitByAddress } from './limit-calls.ts'
import { checkSentBy, saidMoment } from './offline-headers.ts'
import { inputCheck } from './validate-input.ts'

const uploadLimitBytes = 32 * 1024 * 1024

async function readUpload(request: FastifyRequest): Promise<Upload> {
  const part = request.isMultipart()
    ? await request.file({ limits: { fileSize: uploadLimitBytes } })
    : undefined
  if (!part) throw new Problem(400, 'kernel.file_missing', { path: 'file' })
  return { fileName: part.filename, bytes: await part.toBuffer() }
}

/** Header values hold ASCII only; RFC 5987 carries the real name. */
function sendFile(reply: FastifyReply, file: FileAnswer): FastifyReply {
  const name = encodeURIComponent(file.fileName)
  return reply
    .header('content-type', file.mediaType)
    .header('content-disposition', `${file.disposition ?? 'attachment'}; filename*=UTF-8''${name}`)
    .header('cache-control', `private, max-age=${file.maxAge ?? 0}`)
    .header('x-content-type-options', 'nosniff')
    .send(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength))
}

/** Who may pass: 401 for nobody, 403 for somebody without the permission. */
function checkPermission(action: Action, caller: SignedIn | null): void {
  if (action.permission === 'public') return
  if (!caller) throw new Problem(401, 'kernel.sign_in_first')
  if (action.permission !== 'signed-in' && !caller.actor.permissions.has(action.permission))
    throw new Problem(403, 'kernel.forbidden')
}

/**
 * Makes a route of every action: session → permission → validation → one transaction → handler → answer.
 * The order matters: a stranger learns nothing from validation.
 */
export function registerActions(
  app: FastifyInstance,
  installation: Installation,
  serverModule: ServerModule,
) {
  const { module } = serverModule
  for (const [name, action] of Object.entries(module.actions)) {
    const handler = serverModule.actions[name]!
    const check = inputCheck(action)
    const fullName = `${module.name}.${name}`
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
        checkPermission(action, caller)
        checkSentBy(request.headers, caller)
        const saidAt = saidMoment(request.headers)
        const locale = localeFrom(request.headers['accept-language'])
        const upload = action.upload ? await readUpload(request) : null
        const input = check(
          {
            params: request.params as Record<string, unknown>,
            query: request.query as Record<string, unknown>,
            body: request.body,
          },
          locale,
        )
        const answer = await installation.database.transaction(
          { bureauId: caller?.bureauId ?? null, mode: action.kind, now },
          async (db) => {
            const ctx = createContext({
              db,
              bureauId: caller?.bureauId ?? '',
              actor: caller?.actor ?? publicActor,
              locale,
              requestId: request.id,
              now,
              upload,
              saidAt,
            })
            const run = async () => {
              const result = await handler(ctx, input as never)
              // Every write leaves a trace, even one whose author forgot to say what happened.
              if (action.kind === 'write' && ctx.emitted === 0 && ctx.bureauId)
                await ctx.emit({
                  type: fullName.replaceAll(/[A-Z]/g, (c) => `-${c.toLowerCase()}`),
                  subjectType: module.name,
                  subjectId: null,
                })
              return result
            }
            if (action.kind === 'read') return run()
            return onceByKey(ctx, requestKey(request.headers['idempotency-key']), fullName, input, run)
          },
        )
        if (action.download) return sendFile(reply, answer as FileAnswer)
        return reply.header('cache-control', 'no-store').send(answer)
      },
    })
  }
}
