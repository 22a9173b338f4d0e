import { Button } from 'antd'
import { useState } from 'react'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useParam, useSearch } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { Empty } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { templateParts } from '../form/template-parts.ts'
import { standards } from '../module.ts'
import { versionStates } from '../states.ts'
import { ClauseList, SourceList } from './clause-list.tsx'
import { FindingList } from './finding-list.tsx'
import { formMessages } from './form-messages.ts'
import { HangForm } from './hang-form.tsx'
import { messages } from './messages.ts'
import { treeMessages } from './tree-messages.ts'
import { VersionList, WithdrawForm } from './version-list.tsx'

/** A standard to read, at any of its versions. */
export default function DocumentPage() {
  const t = useText(messages)
  const say = useText(formMessages)
  const tree = useText(treeMessages)
  const writer = useSession().allowed('standards.write')
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
  const [hanging, setHanging] = useState(false)
  const [withdrawing, setWithdrawing] = useState<string | null>(null)
  const trail = [{ title: t('title'), to: '/standards' }]
  if (document.error)
    return (
      <Page title={t('title')} trail={trail}>
        <Problem error={document.error} onRetry={() => void document.refetch()} />
      </Page>
    )
  if (!document.data) return <Loading />
  const { title, code, node, version, clauses, versions, parts, borrowed, can } = document.data
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
      extra={
        <>
          {writer ? <Button onClick={() => setHanging(true)}>{tree('hang')}</Button> : null}
          <Button onClick={() => window.print()}>{localised({ zh: '打印', en: 'Print' })}</Button>
        </>
      }
    >
      <div className="hq-stack">
        {version ? (
          <Section
            title={t('versionNo', { n: version.number })}
            extra={<StateTag machine={versionStates} state={version.state} />}
          >
            <Facts
              items={[
                { title: t('node'), value: `${node.code} ${localised(node.title)}` },
                { title: t('source'), value: version.source, wide: true },
                { title: t('changeNote'), value: version.changeNote || '—', wide: true },
                ...templateParts.flatMap(({ part, title: name }) =>
                  parts
                    .filter((one) => one.part === part)
                    .map(({ body }) => ({ title: name, value: localised(body), wide: true })),
                ),
              ]}
            />
            <SourceList sources={borrowed} />
            <ClauseList clauses={clauses} proposals={proposals.data?.items} />
          </Section>
        ) : (
          <Empty icon="handbook" title={t('empty')} />
        )}
        {version?.findings && version.findings.length > 0 ? (
          <Section title={say('atIssue')}>
            <FindingList findings={version.findings} codes />
          </Section>
        ) : null}
        <VersionList
          versions={versions}
          shownId={version?.id ?? null}
          onShow={(id) => change({ version: id })}
          onWithdraw={setWithdrawing}
        />
      </div>
      <SidePanel open={hanging} onClose={() => setHanging(false)} title={tree('hang')}>
        {hanging ? (
          <HangForm documentId={documentId} nodeId={node.id} onDone={() => setHanging(false)} />
        ) : null}
      </SidePanel>
      <SidePanel open={withdrawing !== null} onClose={() => setWithdrawing(null)} title={t('withdraw')}>
        {withdrawing ? <WithdrawForm versionId={withdrawing} onDone={() => setWithdrawing(null)} /> : null}
      </SidePanel>
    </Page>
  )
}
