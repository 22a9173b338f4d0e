import { useQueryClient } from '@tanstack/react-query'
import type { OutputOf } from '#kernel/contract/action.ts'
import { useFormat } from '#kernel/web/format.ts'
import { useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Facts } from '#ui/section.tsx'
import { reports } from '../module.ts'
import { type Disclosure, DisclosureFields, disclosureInput } from './disclosure-fields.tsx'
import { messages } from './messages.ts'

type Report = OutputOf<typeof reports.actions.readReport>

/** The public-disclosure fields: a form while it is a draft, what they are afterwards. */
export function DisclosurePanel({ report }: { report: Report }) {
  const t = useText(messages)
  const format = useFormat()
  const client = useQueryClient()
  const { id: reportId, version, disclosure } = report
  const save = useWrite(reports.actions.changeReport, {
    success: t('saved'),
    quiet: true,
    onDone: (answer) => client.setQueryData(['/reports/:reportId', { reportId }], answer),
  })
  if (!report.can.edit)
    return (
      <Facts
        items={Object.entries(disclosure).map(([name, value]) => ({
          title: t(name as keyof Disclosure),
          value: value && /^\d{4}-\d{2}-\d{2}$/.test(value) ? format.day(value, 'plain') : (value ?? '—'),
          wide: true,
        }))}
      />
    )
  return (
    <div className="hq-stack rpt-panel">
      <p className="hq-faint">{t('disclosureHint')}</p>
      <EntryForm<Disclosure>
        initial={disclosure}
        onSubmit={(values) => save.mutate({ reportId, version, ...disclosureInput(values) })}
        problem={save.error}
        busy={save.isPending}
        submit={t('save')}
      >
        <DisclosureFields />
      </EntryForm>
    </div>
  )
}
