import { Type } from 'typebox'
import { type Text, text } from './text.ts'

/** Kinds of personal values whose reading is on record; the words stand in the audit trail and in the API's docs. */
export const sensitiveKinds = {
  phone: text('电话号码', 'telephone number'),
  background: text('来源和学历', 'origin and education'),
} as const satisfies Record<string, Text>

export type SensitiveKind = keyof typeof sensitiveKinds

/** Where a schema says so. */
export const sensitiveKeyword = 'x-sensitive'

/**
 * A personal value in an answer, or null. In clear, its reading leaves an entry in the audit trail; masked (`mask`) it
 * does not. `of` names the property beside it with the id of the person it belongs to; else `personId` or `id` there.
 */
export function sensitive(kind: SensitiveKind, of?: string) {
  return Type.Union([Type.String(), Type.Null()], {
    [sensitiveKeyword]: { kind, ...(of ? { of } : {}) },
    description: `Personal: ${sensitiveKinds[kind].en}. Reading it in clear is recorded.`,
  })
}

/** `13800000001` → `138****0001`; short numbers show nothing, as little would be hidden. */
export function mask<T extends string | null>(value: T): T | string {
  if (value === null || value === '') return value
  if (value.length < 7) return '****'
  return value.length < 11 ? `****${value.slice(-2)}` : `${value.slice(0, 3)}****${value.slice(-4)}`
}

export function isMasked(value: string): boolean {
  return value.includes('****')
}
