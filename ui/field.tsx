import { Form } from 'antd'
import type { ReactNode } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'

const messages = defineMessages({
  optional: text('（可不填）', '(optional)'),
  required: text('“{label}”还没有填', '“{label}” is still empty'),
})

export interface FieldProps {
  /** Name in the values, which is also the path in the server's refusals: `title`, `['lines', 0, 'hours']`. */
  name: string | (string | number)[]
  label: string
  required?: boolean
  /** A quiet line under the field. */
  hint?: ReactNode
  /** `checked` for switches and boxes. */
  valueProp?: 'value' | 'checked'
  /** The control: Input, SearchSelect, DayInput, Uploader …; takes `value` and `onChange`. */
  children: ReactNode
}

/** A labelled field of an `EntryForm`. Optional ones say so; required ones need no star. */
export function Field({ name, label, required = false, hint, valueProp = 'value', children }: FieldProps) {
  const t = useText(messages)
  return (
    <Form.Item
      name={name}
      label={
        <span>
          {label}
          {required || valueProp === 'checked' ? null : (
            <span className="hq-faint hq-optional">{t('optional')}</span>
          )}
        </span>
      }
      rules={required ? [{ validator: (_rule, value) => demand(value, t('required', { label })) }] : []}
      extra={hint}
      valuePropName={valueProp}
    >
      {children}
    </Form.Item>
  )
}

function demand(value: unknown, words: string): Promise<void> {
  const typed = typeof value === 'string' ? value.trim() : value
  const missing =
    typed === undefined || typed === null || typed === '' || (Array.isArray(typed) && typed.length === 0)
  return missing ? Promise.reject(new Error(words)) : Promise.resolve()
}
