import { Input, InputNumber } from 'antd'
import { type ReactNode, useState } from 'react'
import { useOrderWrite } from '#engines/orders/web/use-order-write.ts'
import type { Action } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { ChoiceTiles } from '#ui/choice-tiles.tsx'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { repairs } from '../../module.ts'
import type { RepairDetail } from '../../schema.ts'
import { verificationResults } from '../../words.ts'
import { stepTitles, type WorkStep } from './work-step.ts'

const messages = defineMessages({
  contractor: text('施工单位', 'Contractor'),
  findings: text('看到什么、怎么修', 'What they found, how to mend it'),
  amount: text('报价（元）', 'Quote (yuan)'),
  content: text('报价内容、工期', 'What it covers, how long'),
  quote: text('选哪一家', 'Which one'),
  reason: text('选定理由', 'Why'),
  needed: text('不是最低价，必须写明理由', 'Not the lowest: a reason is needed'),
  usual: text('最低价可不写', 'Not needed for the lowest'),
  started: text('开工日期', 'Started on'),
  planned: text('计划完工日期', 'Planned end'),
  finished: text('完工日期', 'Finished on'),
  note: text('说明', 'Note'),
  condition: text('等什么条件再验', 'Under which condition'),
  rain: text('如：雨后、满负荷运行一周后', 'Such as: after rain; after a week at full load'),
  due: text('不早于', 'Not before'),
  met: text('条件怎样达到的', 'How the condition was met'),
  metHint: text('如：7月9日暴雨后', 'Such as: after the storm of 9 July'),
  result: text('结果', 'Result'),
  saved: text('已登记', 'Recorded'),
})

interface StepProps {
  orderId: string
  onDone: () => void
}

/** The form of one step of a major work. */
export function WorkStepForm({
  step,
  major,
  ...props
}: StepProps & { step: WorkStep; major: NonNullable<RepairDetail['major']> }) {
  switch (step) {
    case 'survey':
      return <SurveyForm {...props} />
    case 'quote':
      return <QuoteForm {...props} surveyed={major.surveys.map(({ contractor }) => contractor)} />
    case 'choose':
      return <ChoiceForm {...props} quotes={major.quotes} />
    case 'start':
      return <StartForm {...props} />
    case 'finish':
      return <FinishForm {...props} />
    case 'plan':
      return <PlanForm {...props} />
    case 'verify':
      return <VerifyForm {...props} condition={major.verificationCondition ?? ''} />
  }
}

/** A write of one step: says so when it is done, shows refusals in the form. */
function useStep<A extends Action>(action: A, onDone: () => void) {
  const t = useText(messages)
  return useOrderWrite(action, { quiet: true, success: t('saved'), onDone })
}

/** The frame all these forms share. */
function StepForm<V extends object>(props: {
  step: WorkStep
  write: { isPending: boolean; error: unknown }
  initial?: Partial<V>
  onSubmit: (values: V) => void
  onChange?: (values: V) => void
  children: ReactNode
}) {
  const localised = useLocalised()
  const { step, write, initial, onSubmit, onChange, children } = props
  return (
    <EntryForm<V>
      initial={initial}
      submit={localised(stepTitles[step])}
      busy={write.isPending}
      problem={write.error}
      onSubmit={onSubmit}
      onChange={onChange}
    >
      {children}
    </EntryForm>
  )
}

function SurveyForm({ orderId, onDone }: StepProps) {
  const t = useText(messages)
  const write = useStep(repairs.actions.surveyWork, onDone)
  return (
    <StepForm
      step="survey"
      write={write}
      onSubmit={(values: { contractor: string; findings: string }) => write.mutate({ ...values, orderId })}
    >
      <Field name="contractor" label={t('contractor')} required>
        <Input maxLength={100} />
      </Field>
      <Field name="findings" label={t('findings')} required>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
      </Field>
    </StepForm>
  )
}

function QuoteForm({ surveyed, orderId, onDone }: StepProps & { surveyed: readonly string[] }) {
  const t = useText(messages)
  const write = useStep(repairs.actions.addQuote, onDone)
  return (
    <StepForm
      step="quote"
      write={write}
      onSubmit={({ contractor, yuan, content }: { contractor: string; yuan: number; content?: string }) =>
        write.mutate({
          orderId,
          contractor,
          amountFen: Math.round(yuan * 100),
          ...(content ? { content } : {}),
        })
      }
    >
      <Field name="contractor" label={t('contractor')} required>
        <ChoiceTiles label={t('contractor')} options={surveyed.map((value) => ({ value, title: value }))} />
      </Field>
      <Field name="yuan" label={t('amount')} required>
        <InputNumber<number> min={0} precision={2} style={{ width: '100%' }} />
      </Field>
      <Field name="content" label={t('content')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Field>
    </StepForm>
  )
}

function ChoiceForm({
  quotes,
  orderId,
  onDone,
}: StepProps & { quotes: NonNullable<RepairDetail['major']>['quotes'] }) {
  const t = useText(messages)
  const format = useFormat()
  const sorted = [...quotes].sort((a, b) => a.amountFen - b.amountFen)
  const write = useStep(repairs.actions.chooseContractor, onDone)
  const [chosenId, setChosenId] = useState<string>()
  const chosen = sorted.find(({ id }) => id === chosenId)
  const dearer = chosen !== undefined && chosen.amountFen > (sorted[0]?.amountFen ?? 0)
  return (
    <StepForm
      step="choose"
      write={write}
      onChange={({ quoteId }) => setChosenId(quoteId)}
      onSubmit={(values: { quoteId: string; reason?: string }) => write.mutate({ ...values, orderId })}
    >
      <Field name="quoteId" label={t('quote')} required>
        <ChoiceTiles
          label={t('quote')}
          options={sorted.map((quote) => ({
            value: quote.id,
            title: quote.contractor,
            note: format.money(quote.amountFen, 'yuan'),
          }))}
        />
      </Field>
      <Field name="reason" label={t('reason')} required={dearer} hint={t(dearer ? 'needed' : 'usual')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Field>
    </StepForm>
  )
}

function StartForm({ orderId, onDone }: StepProps) {
  const t = useText(messages)
  const write = useStep(repairs.actions.startWorks, onDone)
  return (
    <StepForm
      step="start"
      write={write}
      onSubmit={({ startedOn, plannedTo }: { startedOn?: string; plannedTo: string }) =>
        write.mutate({
          orderId,
          plannedTo,
          ...(startedOn ? { startedOn } : {}),
        })
      }
    >
      <Field name="startedOn" label={t('started')}>
        <DayInput />
      </Field>
      <Field name="plannedTo" label={t('planned')} required>
        <DayInput />
      </Field>
    </StepForm>
  )
}

function FinishForm({ orderId, onDone }: StepProps) {
  const t = useText(messages)
  const write = useStep(repairs.actions.finishWorks, onDone)
  return (
    <StepForm
      step="finish"
      write={write}
      onSubmit={({ finishedOn, note }: { finishedOn?: string; note?: string }) =>
        write.mutate({
          orderId,
          ...(finishedOn ? { finishedOn } : {}),
          ...(note ? { note } : {}),
        })
      }
    >
      <Field name="finishedOn" label={t('finished')}>
        <DayInput />
      </Field>
      <Field name="note" label={t('note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Field>
    </StepForm>
  )
}

function PlanForm({ orderId, onDone }: StepProps) {
  const t = useText(messages)
  const write = useStep(repairs.actions.planVerification, onDone)
  return (
    <StepForm
      step="plan"
      write={write}
      onSubmit={({ condition, dueOn }: { condition: string; dueOn?: string }) =>
        write.mutate({
          orderId,
          condition,
          ...(dueOn ? { dueOn } : {}),
        })
      }
    >
      <Field name="condition" label={t('condition')} required hint={t('rain')}>
        <Input maxLength={100} />
      </Field>
      <Field name="dueOn" label={t('due')}>
        <DayInput />
      </Field>
    </StepForm>
  )
}

function VerifyForm({ condition, orderId, onDone }: StepProps & { condition: string }) {
  const t = useText(messages)
  const write = useStep(repairs.actions.verifyWorks, onDone)
  return (
    <StepForm
      step="verify"
      write={write}
      initial={{ condition }}
      onSubmit={(values: { condition: string; result: 'PASSED' | 'FAILED'; note?: string }) =>
        write.mutate({ ...values, orderId })
      }
    >
      <Field name="condition" label={t('met')} required hint={t('metHint')}>
        <Input maxLength={200} />
      </Field>
      <Field name="result" label={t('result')} required>
        <ChoiceTiles
          label={t('result')}
          options={Object.entries(verificationResults).map(([value, title]) => ({ value, title }))}
        />
      </Field>
      <Field name="note" label={t('note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Field>
    </StepForm>
  )
}
