import { Button, Input } from 'antd'
import type { OutputOf } from '#kernel/contract/action.ts'
import { useFormat } from '#kernel/web/format.ts'
import { useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { PlainTable } from '#ui/plain-table.tsx'
import { Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { standards } from '../module.ts'
import { versionStates } from '../states.ts'
import { messages } from './messages.ts'

type Version = OutputOf<typeof standards.actions.readDocument>['versions'][number]

/** The versions of a standard, with what may be done with each. */
export function VersionList(props: {
  versions: readonly Version[]
  shownId: string | null
  onShow: (id: string) => void
  onWithdraw: (id: string) => void
}) {
  const { versions, shownId, onShow, onWithdraw } = props
  const t = useText(messages)
  const format = useFormat()
  const issue = useWrite(standards.actions.issueVersion, {
    invalidates: ['/standards'],
    success: t('issued'),
  })
  return (
    <Section title={t('versions')}>
      <PlainTable<Version>
        label={t('versions')}
        rows={versions}
        rowKey={({ id }) => id}
        openKey={shownId ?? undefined}
        columns={[
          { key: 'number', title: t('versions'), render: (row) => t('versionNo', { n: row.number }) },
          {
            key: 'state',
            title: t('inForce'),
            card: 'mark',
            render: (row) =>
              row.inForce ? (
                <StateTag tone="good" title={t('inForce')} />
              ) : (
                <StateTag machine={versionStates} state={row.state} />
              ),
          },
          {
            key: 'issued',
            title: t('issuedAt'),
            render: (row) => (row.issuedAt ? format.day(row.issuedAt, 'plain') : '—'),
          },
          { key: 'note', title: t('changeNote'), render: (row) => row.changeNote || '—' },
          {
            key: 'do',
            title: '',
            align: 'right',
            card: 'bare',
            render: (row) => (
              <span className="hq-row">
                {row.id === shownId ? null : (
                  <Button type="text" onClick={() => onShow(row.id)}>
                    {t('show')}
                  </Button>
                )}
                {row.can.issue ? (
                  <ConfirmButton
                    question={t('issueQuestion', { n: row.number })}
                    yes={t('issue')}
                    onConfirm={() => issue.mutateAsync({ versionId: row.id })}
                  >
                    {t('issue')}
                  </ConfirmButton>
                ) : null}
                {row.can.withdraw && row.inForce ? (
                  <Button type="text" danger onClick={() => onWithdraw(row.id)}>
                    {t('withdraw')}
                  </Button>
                ) : null}
              </span>
            ),
          },
        ]}
      />
    </Section>
  )
}

/** Takes a version out of force, for a reason. */
export function WithdrawForm({ versionId, onDone }: { versionId: string; onDone: () => void }) {
  const t = useText(messages)
  const withdraw = useWrite(standards.actions.withdrawVersion, {
    invalidates: ['/standards'],
    success: t('withdrawn'),
    quiet: true,
    onDone,
  })
  return (
    <EntryForm<{ reason: string }>
      onSubmit={({ reason }) => withdraw.mutate({ versionId, reason })}
      problem={withdraw.error}
      busy={withdraw.isPending}
      submit={t('withdraw')}
      onCancel={onDone}
      danger
    >
      <Field name="reason" label={t('reason')} required>
        <Input.TextArea rows={3} maxLength={1000} />
      </Field>
    </EntryForm>
  )
}
