import type { Text } from '#kernel/contract/text.ts'
import type { ApprovalSubject, FactKind } from './subject.ts'

export type UnitNames = ReadonlyMap<string, string>

interface Matter {
  facts: unknown
  unit_id: string
  unit_name: string
  requester_name: string
}

/** What one fact says, number and unit together; null where nothing is known. */
function sayFact(kind: FactKind, value: unknown, units: UnitNames): Text | null {
  if (value === null || value === undefined || value === '' || value === kind.unsaid) return null
  const plain = String(value)
  if (kind.kind === 'number') {
    const unit = kind.unit ?? { zh: '', en: '' }
    const number = typeof value === 'number' ? value.toLocaleString('en-US') : plain
    return { zh: `${number}${unit.zh && ` ${unit.zh}`}`, en: `${number}${unit.en && ` ${unit.en}`}` }
  }
  if (kind.kind === 'unit') {
    const name = units.get(plain) ?? plain
    return { zh: name, en: name }
  }
  return kind.words?.[plain] ?? { zh: plain, en: plain }
}

/** What is known of a matter, fact by fact; the unit that asks is named already. */
export function sayFacts(
  subject: ApprovalSubject | undefined,
  { facts, unit_id: unitId }: Pick<Matter, 'facts' | 'unit_id'>,
  units: UnitNames,
): { title: Text; value: Text }[] {
  const known = facts as Record<string, unknown>
  return Object.entries(subject?.facts ?? {}).flatMap(([name, kind]) => {
    const value = kind.kind === 'unit' && known[name] === unitId ? null : sayFact(kind, known[name], units)
    return value ? [{ title: kind.title, value }] : []
  })
}

/** A matter in one sentence: who asks, and what it is about. */
export function describeMatter(subject: ApprovalSubject | undefined, matter: Matter, units: UnitNames): Text {
  const { unit_name: unit, requester_name: requester } = matter
  const facts = sayFacts(subject, matter, units)
  const zh = [`${unit} ${requester}`, ...facts.map(({ title, value }) => `${title.zh} ${value.zh}`)].join(
    '，',
  )
  const en = [`${requester}, ${unit}`, ...facts.map(({ title, value }) => `${title.en} ${value.en}`)].join(
    ', ',
  )
  return { zh: `${zh}。`, en: `${en}.` }
}
