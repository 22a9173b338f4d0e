import { Input } from 'antd'
import type { OutputOf } from '#kernel/contract/action.ts'
import { useText } from '#kernel/web/messages.ts'
import { DayInput } from '#ui/day-input.tsx'
import { Field } from '#ui/field.tsx'
import type { reports } from '../module.ts'
import { messages } from './messages.ts'

export type Disclosure = OutputOf<typeof reports.actions.readReport>['disclosure']

const fields = [
  'indexNumber',
  'category',
  'publisher',
  'writtenOn',
  'disclosureName',
  'documentNumber',
  'publishedOn',
  'keywords',
] as const

/** The eight fields of 政府信息公开, in the order public notices show them. */
export function DisclosureFields() {
  const t = useText(messages)
  return fields.map((name) => (
    <Field
      key={name}
      name={name}
      label={t(name)}
      hint={name === 'documentNumber' || name === 'keywords' ? t(`${name}Hint`) : undefined}
    >
      {name === 'writtenOn' || name === 'publishedOn' ? (
        <DayInput label={t(name)} />
      ) : (
        <Input
          maxLength={name === 'indexNumber' || name === 'category' || name === 'documentNumber' ? 100 : 200}
        />
      )}
    </Field>
  ))
}

/** What was typed, with empty fields as null: an emptied field is emptied. */
export function disclosureInput(values: Partial<Record<keyof Disclosure, string | null>>): Disclosure {
  const of = (name: keyof Disclosure) => values[name]?.trim() || null
  return {
    indexNumber: of('indexNumber'),
    category: of('category'),
    publisher: of('publisher'),
    writtenOn: of('writtenOn'),
    disclosureName: of('disclosureName'),
    documentNumber: of('documentNumber'),
    publishedOn: of('publishedOn'),
    keywords: of('keywords'),
  }
}
