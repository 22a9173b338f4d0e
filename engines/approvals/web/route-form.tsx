import { Button, Form, Input, InputNumber, Select } from 'antd'
import type { Static } from 'typebox'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Loading } from '#ui/loading.tsx'
import { routeActions } from '../actions-routes.ts'
import type { Condition, RouteStep } from '../schema.ts'
import { modeNotes, modes } from '../words.ts'
import { AskPicker } from './ask-picker.tsx'
import { ConditionFields } from './condition-fields.tsx'
import './approvals.css'

const messages = defineMessages({
  title: text('名称', 'Title'),
  titleHint: text('例如：出区用车', 'For example: trips out of the district'),
  conditions: text(
    '条件（全部符合才走这一条；不设就是所有申请）',
    'Conditions (all must hold; none: every request)',
  ),
  addCondition: text('加一个条件', 'Add a condition'),
  steps: text('步骤（依次办理）', 'Steps (one after another)'),
  addStep: text('加一步', 'Add a step'),
  remove: text('去掉', 'Remove'),
  step: text('第 {n} 步', 'Step {n}'),
  stepTitle: text('这一步叫什么', 'What the step is called'),
  asks: text('由谁办理', 'Who is asked'),
  mode: text('几个人同意', 'How many must agree'),
  minutes: text('几个工作小时内办理', 'Working hours to answer in'),
  escalates: text('超时或没有人时上报给', 'Overdue or nobody there: passed to'),
})

export interface RouteValues {
  title: string
  conditions: Static<typeof Condition>[]
  steps: RouteStep[]
}

interface StepValues extends Omit<RouteStep, 'answerMinutes'> {
  hours: number
}
interface FormValues {
  title: string
  conditions?: Static<typeof Condition>[]
  steps: StepValues[]
}

const firstStep: StepValues = {
  title: '科室负责人审批',
  mode: 'ANY',
  asks: [{ kind: 'UNIT_HEAD' }],
  hours: 7,
  escalatesTo: [{ kind: 'ROLE', role: 'director' }],
}

interface RouteFormProps {
  type: string
  initial?: RouteValues
  submit: string
  busy: boolean
  problem: unknown
  onSubmit: (values: RouteValues) => void
  onCancel?: () => void
}

/** A route in words: when it is taken, and who says yes one after another. */
export function RouteForm({ type, initial, submit, busy, problem, onSubmit, onCancel }: RouteFormProps) {
  const t = useText(messages)
  const types = useRead(routeActions.listTypes, {})
  const subject = types.data?.items.find((one) => one.type === type)
  if (!subject) return <Loading />
  const start: FormValues = initial
    ? {
        title: initial.title,
        conditions: initial.conditions,
        steps: initial.steps.map(({ answerMinutes, ...step }) => ({ ...step, hours: answerMinutes / 60 })),
      }
    : { title: '', conditions: [], steps: [firstStep] }
  return (
    <EntryForm<FormValues>
      initial={start}
      submit={submit}
      busy={busy}
      problem={problem}
      onSubmit={({ title, conditions, steps }) =>
        onSubmit({
          title,
          conditions: conditions ?? [],
          steps: steps.map(({ hours, ...step }) => ({ ...step, answerMinutes: Math.round(hours * 60) })),
        })
      }
      {...(onCancel ? { onCancel } : {})}
    >
      <Field name="title" label={t('title')} hint={t('titleHint')} required>
        <Input maxLength={100} />
      </Field>
      <p className="route-heading">{t('conditions')}</p>
      <ConditionFields subject={subject} add={t('addCondition')} remove={t('remove')} />
      <p className="route-heading">{t('steps')}</p>
      <Form.List name="steps">
        {(fields, { add, remove }) => (
          <div className="hq-stack">
            {fields.map(({ key, name }, index) => (
              <section key={key} className="route-part" aria-label={t('step', { n: index + 1 })}>
                <strong>{t('step', { n: index + 1 })}</strong>
                <StepFields name={name} />
                {fields.length > 1 ? <Button onClick={() => remove(name)}>{t('remove')}</Button> : null}
              </section>
            ))}
            <div className="hq-row">
              <Button onClick={() => add({ ...firstStep, title: '' })}>{t('addStep')}</Button>
            </div>
          </div>
        )}
      </Form.List>
    </EntryForm>
  )
}

function StepFields({ name }: { name: number }) {
  const t = useText(messages)
  const say = useLocalised()
  const options = (Object.keys(modes) as (keyof typeof modes)[]).map((value) => ({
    value,
    label: `${say(modes[value])}（${say(modeNotes[value])}）`,
  }))
  return (
    <>
      <Field name={[name, 'title']} label={t('stepTitle')} required>
        <Input maxLength={60} />
      </Field>
      <Field name={[name, 'asks']} label={t('asks')} required>
        <AskPicker label={t('asks')} />
      </Field>
      <Field name={[name, 'mode']} label={t('mode')} required>
        <Select options={options} />
      </Field>
      <Field name={[name, 'hours']} label={t('minutes')} required>
        <InputNumber min={0.5} max={1600} step={0.5} />
      </Field>
      <Field name={[name, 'escalatesTo']} label={t('escalates')} required>
        <AskPicker label={t('escalates')} />
      </Field>
    </>
  )
}
