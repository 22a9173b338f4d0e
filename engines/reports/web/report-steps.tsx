import { useQueryClient } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract/action.ts'
import { useText } from '#kernel/web/messages.ts'
import { problemOf } from '#kernel/web/problem-of.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { StateButtons } from '#ui/state-buttons.tsx'
import { reports } from '../module.ts'
import { reportStates } from '../states.ts'
import { type Disclosure, DisclosureFields, disclosureInput } from './disclosure-fields.tsx'
import type { Draft } from './editor/use-draft.ts'
import { messages } from './messages.ts'

type Report = OutputOf<typeof reports.actions.readReport>
type Step = 'return' | 'void' | 'freeze' | 'publish'

const likely = {
  DRAFT: 'submit',
  REVIEW: 'freeze',
  FROZEN: 'publish',
  PUBLISHED: undefined,
  VOIDED: undefined,
} as const

/** The lawful next steps of a report with the reasons and fields they take. */
export function ReportSteps({
  report,
  draft,
  reload,
  onBlocked,
}: {
  report: Report
  draft: Draft
  reload: () => void
  onBlocked: () => void
}) {
  const t = useText(messages)
  const client = useQueryClient()
  const [step, setStep] = useState<Step>()
  const { id: reportId } = report
  const done = (words: string) => ({
    invalidates: ['/reports'],
    success: words,
    quiet: true,
    onDone: (answer: Report) => {
      setStep(undefined)
      client.setQueryData(['/reports/:reportId', { reportId }], answer)
    },
  })
  const submit = useWrite(reports.actions.submitReport, { ...done(t('submitted')), quiet: false })
  const back = useWrite(reports.actions.returnReport, done(t('returned')))
  const freeze = useWrite(reports.actions.freezeReport, done(t('frozen')))
  const publish = useWrite(reports.actions.publishReport, done(t('published')))
  const drop = useWrite(reports.actions.voidReport, done(t('voided')))
  const close = () => {
    setStep(undefined)
    for (const one of [back, freeze, publish, drop]) one.reset()
  }
  const send = async () => {
    if (await draft.saveAll()) submit.mutate({ reportId }, { onError: reload })
  }
  const blocked = freeze.error && problemOf(freeze.error).code === 'reports.not_ready'
  return (
    <>
      <StateButtons
        machine={reportStates}
        can={report.can}
        primary={likely[report.state]}
        danger={['void']}
        loading={submit.isPending ? 'submit' : undefined}
        on={{
          submit: () => void send(),
          return: () => setStep('return'),
          freeze: () => setStep('freeze'),
          publish: () => setStep('publish'),
          void: () => setStep('void'),
        }}
      />
      <Reason
        open={step === 'return'}
        title={t('returnTitle')}
        label={t('returnReason')}
        submit={t('returnDo')}
        write={back}
        reportId={reportId}
        onClose={close}
      />
      <Reason
        open={step === 'void'}
        title={t('voidTitle')}
        label={t('voidReason')}
        submit={t('voidDo')}
        write={drop}
        reportId={reportId}
        onClose={close}
        danger
      />
      <Modal open={step === 'freeze'} title={t('freezeTitle')} onCancel={close} footer={null} destroyOnHidden>
        <p>{t('freezeAsk', { n: report.figures.length })}</p>
        <EntryForm
          onSubmit={() =>
            freeze.mutate(
              { reportId },
              { onError: (error) => problemOf(error).code === 'reports.not_ready' && onBlocked() },
            )
          }
          problem={freeze.error}
          busy={freeze.isPending}
          submit={t(blocked ? 'freezeAgain' : 'freezeDo')}
          onCancel={close}
        >
          {null}
        </EntryForm>
      </Modal>
      <Modal
        open={step === 'publish'}
        title={t('publishTitle')}
        onCancel={close}
        footer={null}
        destroyOnHidden
      >
        <p className="hq-faint">{t('publishHint')}</p>
        <EntryForm<Disclosure>
          initial={{ ...report.disclosure, disclosureName: report.disclosure.disclosureName ?? report.title }}
          onSubmit={(values) => {
            const given = Object.entries(disclosureInput(values)).filter(([, value]) => value !== null)
            publish.mutate({ reportId, ...Object.fromEntries(given) })
          }}
          problem={publish.error}
          busy={publish.isPending}
          submit={t('publishDo')}
          onCancel={close}
        >
          <DisclosureFields />
        </EntryForm>
      </Modal>
    </>
  )
}

interface ReasonProps {
  open: boolean
  title: string
  label: string
  submit: string
  reportId: string
  write: {
    mutate: (input: { reportId: string; reason: string }) => void
    error: Error | null
    isPending: boolean
  }
  onClose: () => void
  danger?: boolean
}

function Reason({ open, title, label, submit, reportId, write, onClose, danger }: ReasonProps) {
  return (
    <Modal open={open} title={title} onCancel={onClose} footer={null} destroyOnHidden>
      <EntryForm<{ reason: string }>
        onSubmit={({ reason }) => write.mutate({ reportId, reason })}
        problem={write.error}
        busy={write.isPending}
        submit={submit}
        onCancel={onClose}
        danger={danger}
      >
        <Field name="reason" label={label} required>
          <Input.TextArea rows={3} maxLength={500} autoFocus />
        </Field>
      </EntryForm>
    </Modal>
  )
}
