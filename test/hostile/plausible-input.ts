import type { TSchema } from 'typebox'

interface Shape {
  type?: string
  format?: string
  pattern?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: TSchema[]
  minLength?: number
  minimum?: number
  minItems?: number
  items?: TSchema
  properties?: Record<string, TSchema>
}

const byFormat: Record<string, string> = {
  date: '2026-03-02',
  'date-time': '2026-03-02T09:00:00+08:00',
  time: '09:00',
}

/** An input that passes the check of this schema, as far as a schema tells; ids come from `idFor`, by field name. */
export function plausible(schema: TSchema, name: string, idFor: (name: string) => string): unknown {
  const shape = schema as Shape
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  if (shape.anyOf) return plausible(shape.anyOf[0]!, name, idFor)
  if (shape.properties)
    return Object.fromEntries(
      Object.entries(shape.properties).map(([key, part]) => [key, plausible(part, key, idFor)]),
    )
  if (shape.type === 'array')
    return Array.from({ length: Math.max(1, shape.minItems ?? 0) }, () =>
      plausible(shape.items!, name.replace(/s$/, ''), idFor),
    )
  if (shape.type === 'integer' || shape.type === 'number') return Math.max(1, shape.minimum ?? 1)
  if (shape.type === 'boolean') return true
  if (shape.type === 'string') {
    if (shape.format === 'uuid') return idFor(name)
    if (shape.format) return byFormat[shape.format] ?? 'x'
    if (shape.pattern?.includes('\\d{2}:')) return '09:00'
    return '甲'.repeat(Math.max(1, shape.minLength ?? 1))
  }
  return null
}
