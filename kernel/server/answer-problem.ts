import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { Problem, type ProblemBody, type ProblemTexts } from '../contract/problem.ts'
import { databaseTrouble } from '../database/database-trouble.ts'
import { fillText, localeFrom, sayText } from '../i18n/say-text.ts'

/** What PostgreSQL refuses because of the input, and what we call it. */
const databaseRefusals: Record<string, [400 | 409 | 422, string]> = {
  '22021': [400, 'kernel.bad_text'],
  '22P05': [400, 'kernel.bad_text'],
  '22P02': [400, 'kernel.bad_input'],
  '22003': [422, 'kernel.out_of_range'],
  '22007': [422, 'kernel.bad_date'],
  '22008': [422, 'kernel.bad_date'],
  '23502': [422, 'kernel.bad_input'],
  '23503': [409, 'kernel.missing_reference'],
  '23505': [409, 'kernel.duplicate'],
  '23514': [422, 'kernel.rule_broken'],
  '23P01': [409, 'kernel.overlap'],
}

const httpRefusals: Record<number, string> = {
  400: 'kernel.bad_request',
  404: 'kernel.no_such_address',
  405: 'kernel.no_such_address',
  413: 'kernel.too_large',
  414: 'kernel.bad_request',
  415: 'kernel.bad_media_type',
  429: 'kernel.too_many_requests',
  503: 'kernel.busy',
}

/** When to try again what is answered with 503, in seconds: a database needs about that long to come back. */
const retryAfterSeconds = 2

/** Turns whatever was thrown into a refusal we have words for; null when it is a defect of ours. */
export function problemFrom(error: unknown): Problem | null {
  if (error instanceof Problem) return error
  const { code, constraint, statusCode } = error as FastifyError & { constraint?: string }
  const refusal = typeof code === 'string' ? databaseRefusals[code] : undefined
  if (refusal)
    return new Problem(refusal[0], refusal[1], { params: { rule: constraint ?? '' }, cause: error })
  const trouble = databaseTrouble(error)
  if (trouble)
    return new Problem(503, trouble === 'away' ? 'kernel.database_away' : 'kernel.disk_full', {
      cause: error,
    })
  const http = statusCode === undefined ? undefined : httpRefusals[statusCode]
  if (http) return new Problem(statusCode as 400, http, { cause: error })
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new Problem(400, 'kernel.bad_request', { cause: error })
  return null
}

/** Makes the error handler that answers in the reader's language (RFC 9457). */
export function problemAnswerer(texts: ProblemTexts) {
  return function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const locale = localeFrom(request.headers['accept-language'])
    const problem = problemFrom(error)
    if (!problem) request.log.error({ err: error }, 'request failed')
    const code = problem?.code ?? 'kernel.defect'
    const known = texts[code] ?? texts['kernel.defect']!
    const detail = fillText(sayText(known, locale), problem?.params ?? {})
    const body: ProblemBody = {
      type: `/docs/problems#${code}`,
      title: detail,
      status: problem?.status ?? 500,
      code,
      detail,
      ...(problem?.path ? { path: problem.path } : {}),
      ...problem?.extra,
      requestId: request.id,
    }
    if (body.status === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', retryAfterSeconds)
    reply
      .code(body.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      // Also where no hook ran, because the address itself could not be read.
      .header('x-content-type-options', 'nosniff')
      .send(JSON.stringify(body))
  }
}
