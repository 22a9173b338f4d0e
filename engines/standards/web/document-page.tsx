import { Button, Input } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract/action.ts'
import { useFormat } from '#kernel/web/format.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useParam, useSearch } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { Empty } from '#ui/empty.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { standards } from '../module.ts'
import { versionStates } from '../states.ts'
import { familyWords } from '../words.ts'
import { ClauseList } from './clause-list.tsx'
import { messages } from './messages.ts'

type Version = OutputOf<typeof standards.actions.readDocument>['versions'][number]

/** A standard to read, at any of its versions. */
export default function DocumentPage() {
  const t = useText(messages)
  const localised = useLocalised()
  const documentId = useParam('documentId')
  const [search, change] = useSearch()
  const versionId = typeof search.version === 'string' ? search.version : undefined
  const document = useRead(standards.actions.readDocument, { documentId, versionId })
  const proposals = useRead(
    standards.actions.listProposals,
    { documentId },
    { enabled: useSession().allowed('standards.conformity') },
  )
  const [withdrawing, setWithdrawing] = useState<string | null>(null)
  const trail = [{ title: t('title'), to: '/standards' }]
  if (document.error)
    return (
      <Page title={t('title')} trail={trail}>
        <Problem error={document.error} onRetry={() => void document.refetch()} />
      </Page>
    )
  if (!document.data) return <Loading />
  const { title, code, family, version, clauses, versions, can } = document.data
  const draft = versions.find((one) => one.can.change)
  return (
    <Page
      title={localised(title)}
      subtitle={code}
      trail={trail}
      action={
        draft || can.draft
          ? { title: t(draft ? 'changeDraft' : 'draft'), to: `/standards/${documentId}/draft` }
          : undefined
      }
      extra={<Button onClick={() => window.print()}>{localised({ zh: '打印', en: 'Print' })}</Button>}
    >
      <div className="hq-stack">
        {version ? (
          <Section
            title={t('versionNo', { n: version.number })}
            extra={<StateTag machine={versionStates} state={version.state} />}
          >
            <Facts
              items={[
                { title: t('family'), value: localised(familyWords[family]) },
                { title: t('source'), value: version.source, wide: true },
                { title: t('changeNote'), value: version.changeNote || '—', wide: true },
              ]}
            />
            <ClauseList clauses={clauses} proposals={proposals.data?.items} />
          </Section>
        ) : (
          <Empty icon="handbook" title={t('empty')} />
        )}
        <Versions
          versions={versions}
          shownId={version?.id ?? null}
          onShow={(id) => change({ version: id })}
          onWithdraw={setWithdrawing}
        />
      </div>
      <SidePanel open={withdrawing !== null} onClose={() => setWithdrawing(null)} title={t('withdraw')}>
        {withdrawing ? <WithdrawForm versionId={withdrawing} onDone={() => setWithdrawing(null)} /> : null}
      </SidePanel>
    </Page>
  )
}

function Versions(props: {
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

function WithdrawForm({ versionId, onDone }: { versionId: string; onDone: () => void }) {
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
