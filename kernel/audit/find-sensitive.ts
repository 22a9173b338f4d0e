import type { TSchema } from 'typebox'
import { isMasked, type SensitiveKind, sensitiveKeyword } from '../contract/sensitive.ts'

/** A personal value that an answer shows in clear; `subject` is the id of whose it is, or of the row it stands in. */
export interface SensitiveValue {
  kind: SensitiveKind
  subject: string | null
}

type Visit = (value: unknown, around: Record<string, unknown>, found: SensitiveValue[]) => void

interface Shape {
  properties?: Record<string, TSchema>
  items?: TSchema
  anyOf?: TSchema[]
  [sensitiveKeyword]?: { kind: SensitiveKind; of?: string }
}

function visitor(schema: TSchema): Visit | null {
  const shape = schema as Shape
  const mark = shape[sensitiveKeyword]
  if (mark)
    return (value, around, found) => {
      if (typeof value !== 'string' || value === '' || isMasked(value)) return
      const ids = [mark.of ? around[mark.of] : null, around.personId, around.id]
      found.push({ kind: mark.kind, subject: ids.find((id) => typeof id === 'string') ?? null })
    }
  if (shape.anyOf) {
    const branches = shape.anyOf.map(visitor).filter((one) => one !== null)
    if (branches.length === 0) return null
    return (value, around, found) => {
      for (const branch of branches) branch(value, around, found)
    }
  }
  if (shape.items) {
    const each = visitor(shape.items)
    if (!each) return null
    return (value, around, found) => {
      if (Array.isArray(value)) for (const one of value) each(one, around, found)
    }
  }
  const inside = Object.entries(shape.properties ?? {}).flatMap(([name, property]) => {
    const visit = visitor(property)
    return visit ? [[name, visit] as const] : []
  })
  if (inside.length === 0) return null
  return (value, _, found) => {
    if (value === null || typeof value !== 'object') return
    const row = value as Record<string, unknown>
    for (const [name, visit] of inside) visit(row[name], row, found)
  }
}

/** Made once per action: finds what its answers show in clear; null when its schema holds nothing personal. */
export function sensitiveFinder(output: TSchema): ((answer: unknown) => SensitiveValue[]) | null {
  const visit = visitor(output)
  if (!visit) return null
  return (answer) => {
    const found: SensitiveValue[] = []
    visit(answer, {}, found)
    return found
  }
}
