import { Button, Form, type FormInstance } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { problemOf } from '#kernel/web/problem-of.ts'
import { Problem } from './problem.tsx'
import { usePhone } from './use-phone.ts'

const messages = defineMessages({
  cancel: text('取消', 'Cancel'),
})

/** `lines.0.hours` or `/lines/0/hours` as the form's own path. */
export function fieldPath(path: string): (string | number)[] {
  return path
    .split(/[./]/)
    .filter((part) => part !== '' && part !== 'body')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))
}

export interface EntryFormProps<V extends object> {
  initial?: Partial<V>
  /** Called with the values once the required ones are there; mostly `write.mutate`. */
  onSubmit: (values: V) => void
  /** `write.error`: placed at its field when it names one, else above the buttons. Use with `quiet`. */
  problem?: unknown
  busy?: boolean
  /** The word on the button: 提交报修. */
  submit: string
  onCancel?: () => void
  onChange?: (values: V) => void
  form?: FormInstance<V>
  /** Keeps what is typed through a reload under this name; forgotten on submit that succeeds (call `forgetDraft`). */
  draft?: string
  danger?: boolean
  children: ReactNode
}

const draftKey = (name: string) => `hq.draft.${name}`

/** Drops a kept draft, when the server has taken the form. */
export function forgetDraft(name: string): void {
  sessionStorage.removeItem(draftKey(name))
}

function keptDraft<V extends object>(name: string | undefined): Partial<V> {
  const kept = name ? sessionStorage.getItem(draftKey(name)) : null
  return kept ? (JSON.parse(kept) as Partial<V>) : {}
}

/** A form that keeps what was typed, places refusals where they belong and has its button at the thumb. */
export function EntryForm<V extends object>(props: EntryFormProps<V>) {
  const { initial, onSubmit, problem, busy, submit, onCancel, onChange, draft, danger, children } = props
  const t = useText(messages)
  const phone = usePhone()
  const [own] = Form.useForm<V>()
  const form = props.form ?? own
  const [loose, setLoose] = useState<unknown>(null)
  useEffect(() => {
    setLoose(null)
    if (!problem) return
    const { fields } = problemOf(problem)
    const known = fields.filter(({ path }) => form.getFieldInstance(fieldPath(path) as never) !== undefined)
    for (const { path, message } of known) {
      form.setFields([{ name: fieldPath(path) as never, errors: [message] }])
    }
    const first = known[0]
    if (first) form.scrollToField(fieldPath(first.path) as never, { block: 'center', focus: true })
    if (known.length === 0) setLoose(problem)
  }, [problem, form])
  return (
    <Form<V>
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ block: 'center', focus: true }}
      initialValues={{ ...initial, ...keptDraft<V>(draft) }}
      onFinish={onSubmit}
      onValuesChange={(_changed, values) => {
        if (draft) sessionStorage.setItem(draftKey(draft), JSON.stringify(values))
        onChange?.(values as V)
      }}
      className="hq-form"
    >
      {children}
      {loose ? <Problem error={loose} /> : null}
      <div className="hq-form-foot">
        <Button
          type="primary"
          htmlType="submit"
          loading={busy}
          danger={danger}
          size={phone ? 'large' : 'middle'}
          block={phone}
        >
          {submit}
        </Button>
        {onCancel ? (
          <Button onClick={onCancel} size={phone ? 'large' : 'middle'} block={phone}>
            {t('cancel')}
          </Button>
        ) : null}
      </div>
    </Form>
  )
}
