import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract/action.ts'
import { roles } from '#kernel/contract/roles.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useParam, useSearch } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { catalogue } from '../module.ts'
import type { EscalationStep, ItemVersion, Pledge } from '../schema.ts'
import { itemStates } from '../states.ts'
import { pledgeSpan, words } from '../words.ts'
import './catalogue.css'
import { messages } from './messages.ts'
import { VersionList } from './version-list.tsx'

type ItemView = OutputOf<typeof catalogue.actions.readItem>

/** One service item, whole; those who keep it change, publish and withdraw it here. */
export default function ItemPage() {
  const t = useText(messages)
  const localised = useLocalised()
  const itemId = useParam('itemId')
  const [search, change] = useSearch()
  const versionId = typeof search.version === 'string' ? search.version : undefined
  const item = useRead(catalogue.actions.readItem, { itemId, versionId })
  const [withdrawing, setWithdrawing] = useState(false)
  const publish = useWrite(catalogue.actions.publishItem, {
    invalidates: ['/catalogue', '/standards'],
    success: t('published'),
    onDone: () => change({ version: undefined }),
  })
  const trail = [{ title: t('title'), to: '/catalogue' }]
  if (item.error)
    return (
      <Page title={t('title')} trail={trail}>
        <Problem error={item.error} onRetry={() => void item.refetch()} />
      </Page>
    )
  if (!item.data) return <Loading />
  const view = item.data
  const { version } = view
  const newest = view.versions[0]
  const offer = view.can.publish && newest && !newest.published ? newest : null
  return (
    <Page
      title={localised(version.name)}
      subtitle={<ItemMarks view={view} />}
      trail={trail}
      action={
        offer
          ? {
              title: t('publish', { n: offer.number }),
              loading: publish.isPending,
              onClick: () => publish.mutate({ itemId, versionId: offer.id }),
            }
          : view.can.change
            ? { title: t('edit'), to: `/catalogue/${itemId}/edit` }
            : undefined
      }
      extra={
        <>
          {offer && view.can.change ? <LinkTo to={`/catalogue/${itemId}/edit`}>{t('edit')}</LinkTo> : null}
          {view.can.withdraw ? <Button onClick={() => setWithdrawing(true)}>{t('withdraw')}</Button> : null}
        </>
      }
    >
      <div className="hq-stack">
        {view.versions.some(({ id, published }) => published && id !== version.id) ? (
          <Alert type="info" showIcon title={t('oldVersion', { n: version.number })} />
        ) : null}
        <ItemFacts version={version} />
        <Pledges pledges={version.pledges} />
        <Section title={t('dimensions')}>
          <Facts
            items={version.dimensions.map(({ name, hint }) => ({ title: name, value: localised(hint) }))}
          />
        </Section>
        <Clauses codes={version.clauseCodes} />
        {view.can.change ? <Steps steps={version.steps} /> : null}
        <VersionList versions={view.versions} shownId={version.id} onShow={(id) => change({ version: id })} />
      </div>
      <SidePanel open={withdrawing} onClose={() => setWithdrawing(false)} title={t('withdraw')}>
        <WithdrawForm itemId={itemId} onDone={() => setWithdrawing(false)} />
      </SidePanel>
    </Page>
  )
}

function ItemMarks({ view }: { view: ItemView }) {
  const localised = useLocalised()
  return (
    <span className="hq-row">
      <StateTag machine={itemStates} state={view.state} />
      <span>{localised(words.serviceClass[view.version.serviceClass])}</span>
      <span>{localised(words.delivery[view.version.delivery])}</span>
    </span>
  )
}

export function ItemFacts({ version }: { version: ItemVersion }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const { chargeFen } = version
  return (
    <Section>
      <Facts
        items={[
          { title: t('content'), value: localised(version.content), wide: true },
          { title: t('grade'), value: localised(version.grade), wide: true },
          { title: t('charge'), value: localised(version.charge), wide: true },
          {
            title: t('price'),
            value: chargeFen === null ? t('atCost') : chargeFen === 0 ? t('free') : format.money(chargeFen),
          },
          { title: t('managing'), value: version.managingUnit.name },
          { title: t('provider'), value: version.providerUnit.name },
          { title: t('code'), value: version.code },
        ]}
      />
    </Section>
  )
}

function Pledges({ pledges }: { pledges: readonly Pledge[] }) {
  const t = useText(messages)
  const localised = useLocalised()
  return (
    <Section title={t('pledges')}>
      <PlainTable<Pledge>
        label={t('pledges')}
        rows={pledges}
        rowKey={({ urgency }) => urgency}
        columns={[
          { key: 'urgency', title: t('urgency'), render: (row) => localised(words.urgency[row.urgency]) },
          {
            key: 'respond',
            title: t('respond'),
            render: (row) => localised(pledgeSpan(row.respondMinutes, row.calendar)),
          },
          {
            key: 'finish',
            title: t('finish'),
            render: (row) => localised(pledgeSpan(row.finishMinutes, row.calendar)),
          },
          {
            key: 'counts',
            title: t('counts'),
            render: (row) =>
              row.calendar === 'work'
                ? t('working')
                : row.calendar === 'round-the-clock'
                  ? t('roundTheClock')
                  : row.calendar,
          },
        ]}
      />
    </Section>
  )
}

function Clauses({ codes }: { codes: readonly string[] }) {
  const t = useText(messages)
  return (
    <Section title={t('clauses')}>
      {codes.length === 0 ? <p className="hq-faint">{t('noClauses')}</p> : null}
      <div className="hq-row">
        {codes.map((code) => (
          <LinkTo key={code} to={`/standards?q=${encodeURIComponent(code)}`}>
            {code}
          </LinkTo>
        ))}
      </div>
    </Section>
  )
}

function Steps({ steps }: { steps: readonly EscalationStep[] }) {
  const t = useText(messages)
  const localised = useLocalised()
  const when = ({ pledge, offsetMinutes }: EscalationStep) => {
    const values = { pledge: localised(words.pledge[pledge]), n: Math.abs(offsetMinutes) }
    return t(offsetMinutes < 0 ? 'stepBefore' : offsetMinutes === 0 ? 'stepAt' : 'stepAfter', values)
  }
  return (
    <Section title={t('steps')}>
      {steps.length === 0 ? <p className="hq-faint">{t('noSteps')}</p> : null}
      <PlainTable<EscalationStep>
        label={t('steps')}
        rows={steps}
        rowKey={(row) => `${row.pledge} ${row.offsetMinutes} ${row.toRole}`}
        columns={[
          { key: 'when', title: t('stepName'), render: when },
          {
            key: 'level',
            title: t('levelTitle'),
            render: (row) => (row.level === 0 ? t('warning') : t('level', { n: row.level })),
          },
          { key: 'role', title: t('role'), render: (row) => localised(roles[row.toRole]) },
        ]}
      />
    </Section>
  )
}

function WithdrawForm({ itemId, onDone }: { itemId: string; onDone: () => void }) {
  const t = useText(messages)
  const withdraw = useWrite(catalogue.actions.withdrawItem, {
    invalidates: ['/catalogue', '/standards'],
    success: t('withdrawn'),
    quiet: true,
    onDone,
  })
  return (
    <EntryForm<{ reason: string }>
      onSubmit={({ reason }) => withdraw.mutate({ itemId, reason })}
      problem={withdraw.error}
      busy={withdraw.isPending}
      submit={t('withdraw')}
      onCancel={onDone}
      danger
    >
      <p>{t('withdrawNote')}</p>
      <Field name="reason" label={t('withdrawReason')} required>
        <Input.TextArea rows={3} maxLength={1000} />
      </Field>
    </EntryForm>
  )
}
