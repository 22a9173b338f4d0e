import { Button, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract/action.ts'
import { useFormat } from '#kernel/web/format.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Loading } from '#ui/loading.tsx'
import { type Column, PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { privacy } from '../module.ts'
import { messages } from './messages.ts'

type Retention = OutputOf<typeof privacy.actions.listRetention>['items'][number]

/** Every class with its period, its basis, and what would go tonight. */
export function RetentionList() {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const manages = useSession().allowed('privacy.manage')
  const list = useRead(privacy.actions.listRetention, {})
  const [changing, setChanging] = useState<Retention | null>(null)
  const columns: Column<Retention>[] = [
    {
      key: 'class',
      title: t('class'),
      render: (row) => (
        <>
          {localised(row.title)}
          <div className="hq-faint">{localised(row.what)}</div>
        </>
      ),
    },
    { key: 'period', title: t('period'), render: (row) => t('days', { n: row.days }) },
    { key: 'action', title: t('action'), render: (row) => t(row.action) },
    {
      key: 'basis',
      title: t('basis'),
      render: (row) => `${localised(row.basis)}${row.mark === 'C' ? t('unchecked') : ''}`,
    },
    {
      key: 'tonight',
      title: t('tonight'),
      align: 'right',
      render: (row) => (
        <>
          {t('rows', { n: row.due })}
          {row.held > 0 ? <div className="hq-faint">{t('held', { n: row.held })}</div> : null}
        </>
      ),
    },
    {
      key: 'last',
      title: t('last'),
      render: (row) =>
        row.lastRun ? `${format.when(row.lastRun.at)} · ${t('rows', { n: row.lastRun.rows })}` : '—',
    },
    ...(manages
      ? [
          {
            key: 'change',
            title: '',
            card: 'bare' as const,
            render: (row: Retention) => (
              <Button type="text" onClick={() => setChanging(row)}>
                {t('change')}
              </Button>
            ),
          },
        ]
      : []),
  ]
  return (
    <Section title={t('classes')}>
      {list.data ? (
        <PlainTable
          label={t('classes')}
          columns={columns}
          rows={list.data.items}
          rowKey={({ name }) => name}
        />
      ) : list.error ? (
        <Problem error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <Loading />
      )}
      {changing ? <ChangeDialog row={changing} onClose={() => setChanging(null)} /> : null}
    </Section>
  )
}

interface Values {
  days: number
  action: Retention['action']
  reason: string
}

function ChangeDialog({ row, onClose }: { row: Retention; onClose: () => void }) {
  const t = useText(messages)
  const localised = useLocalised()
  const change = useWrite(privacy.actions.changeRetention, {
    invalidates: ['/privacy/retention'],
    success: t('saved'),
    quiet: true,
    onDone: onClose,
  })
  return (
    <Modal open title={t('changeOf', { title: localised(row.title) })} onCancel={onClose} footer={null}>
      <EntryForm<Values>
        initial={{ days: row.days, action: row.action }}
        onSubmit={(values) => change.mutate({ className: row.name, ...values })}
        problem={change.error}
        busy={change.isPending}
        submit={t('save')}
        onCancel={onClose}
      >
        <Field name="days" label={t('period')} required hint={t('minimum', { n: row.minimumDays })}>
          <InputNumber min={0} max={36500} />
        </Field>
        <Field name="action" label={t('action')} required>
          <Select options={row.actions.map((value) => ({ value, label: t(value) }))} />
        </Field>
        <Field name="reason" label={t('reason')} required>
          <Input maxLength={500} />
        </Field>
      </EntryForm>
    </Modal>
  )
}
