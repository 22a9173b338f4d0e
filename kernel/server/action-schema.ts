import type { TSchema } from 'typebox'
import { type Action, pathParameters } from '../contract/action.ts'
import type { Module } from '../contract/module.ts'

function objectOf(properties: Record<string, TSchema>, required: readonly string[]) {
  const names = Object.keys(properties)
  return { type: 'object', properties, required: required.filter((name) => names.includes(name)) }
}

/** An action as OpenAPI describes it; the answer's schema also makes the serialiser, which drops undeclared fields. */
export function actionSchema(module: Module, name: string, action: Action): Record<string, unknown> {
  const inPath = new Set(pathParameters(action.path))
  const properties = action.input.properties as Record<string, TSchema>
  const required = (action.input as { required?: string[] }).required ?? []
  const pick = (wanted: boolean) =>
    Object.fromEntries(Object.entries(properties).filter(([key]) => inPath.has(key) === wanted))
  const rest = objectOf(pick(false), required)
  const fromQuery = action.method === 'GET' || action.upload
  return {
    operationId: `${module.name}.${name}`,
    tags: [module.name],
    summary: action.summary.en,
    description: `${action.summary.zh}\n\nPermission: \`${action.permission}\``,
    ...(inPath.size > 0 ? { params: objectOf(pick(true), required) } : {}),
    ...(fromQuery ? { querystring: rest } : { body: rest }),
    ...(action.upload ? { consumes: ['multipart/form-data'] } : {}),
    ...(action.permission === 'public' ? { security: [] } : {}),
    ...(action.download ? {} : { response: { 200: action.output } }),
  }
}
