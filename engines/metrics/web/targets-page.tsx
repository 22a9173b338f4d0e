import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract/action.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Page } from '#ui/page.tsx'
import { metrics } from '../module.ts'
import { messages } from './messages.ts'
import { TargetDialog } from './target-dialog.tsx'

type Target = OutputOf<typeof metrics.actions.listTargets>['items'][number]

/** What the bureau's figures should be, by year, and who said so. */
export default function TargetsPage() {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const mayset = useSession().allowed('metrics.set-targets')
  const [adding, setAdding] = useState(false)
  const set = useWrite(metrics.actions.setTarget, {
    invalidates: ['/metrics', '/metric-targets'],
    success: t('targetGone'),
  })
  const remove = ({ metric: metricId, fromYear }: Target) =>
    set.mutateAsync({ metricId, fromYear, value: null })
  return (
    <Page
      title={t('targets')}
      subtitle={t('targetsHint')}
      trail={[{ title: t('allFigures'), to: '/figures' }]}
      action={mayset ? { title: t('setTarget'), onClick: () => setAdding(true) } : undefined}
    >
      <DataTable
        name="metrics.targets"
        title={t('targets')}
        read={metrics.actions.listTargets}
        exportTo={metrics.actions.exportTargets}
        empty={{
          icon: 'figures',
          title: t('noTargets'),
          next: t('noTargetsNext'),
          action: mayset ? <Button onClick={() => setAdding(true)}>{t('setTarget')}</Button> : undefined,
        }}
        columns={[
          {
            key: 'title',
            title: t('figure'),
            card: 'title',
            render: (row: Target) => <LinkTo to={`/figures/${row.metric}`}>{localised(row.title)}</LinkTo>,
          },
          { key: 'year', title: t('fromYear'), render: (row: Target) => t('yearOn', { year: row.fromYear }) },
          {
            key: 'value',
            title: t('target'),
            align: 'right',
            card: 'mark',
            render: (row: Target) => format.number(row.value, { unit: row.unit }),
          },
          { key: 'note', title: t('note'), render: (row: Target) => row.note ?? '—' },
          {
            key: 'by',
            title: t('setBy'),
            render: (row: Target) => `${row.setBy} · ${format.when(row.setAt)}`,
          },
          ...(mayset
            ? [
                {
                  key: 'remove',
                  title: '',
                  card: 'bare' as const,
                  render: (row: Target) => (
                    <ConfirmButton
                      type="text"
                      question={t('removeQuestion', { title: localised(row.title), year: row.fromYear })}
                      yes={t('remove')}
                      onConfirm={() => remove(row)}
                    >
                      {t('remove')}
                    </ConfirmButton>
                  ),
                },
              ]
            : []),
        ]}
      />
      {adding ? <TargetDialog onClose={() => setAdding(false)} /> : null}
    </Page>
  )
}
