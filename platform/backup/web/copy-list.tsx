import type { OutputOf } from '#kernel/contract/action.ts'
import { useFormat } from '#kernel/web/format.ts'
import { useText } from '#kernel/web/messages.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { Empty } from '#ui/empty.tsx'
import { PlainTable } from '#ui/plain-table.tsx'
import { Section } from '#ui/section.tsx'
import type { backup } from '../module.ts'
import { messages } from './messages.ts'
import { saySize } from './say-size.ts'

type Copy = OutputOf<typeof backup.actions.readOverview>['copies'][number]

/** The backups on the disk; each can be restored for trial. */
export function CopyList({
  copies,
  onVerify,
}: {
  copies: Copy[]
  onVerify?: (name: string) => Promise<unknown>
}) {
  const t = useText(messages)
  const format = useFormat()
  return (
    <Section title={t('copies')}>
      {copies.length === 0 ? (
        <Empty icon="database" title={t('none')} next={t('nextStep')} />
      ) : (
        <PlainTable
          label={t('copies')}
          rows={copies}
          rowKey={({ name }) => name}
          columns={[
            {
              key: 'made',
              title: t('made'),
              card: 'title',
              render: (row: Copy) => format.when(row.finishedAt),
            },
            { key: 'size', title: t('size'), align: 'right', render: (row) => saySize(row.sizeBytes) },
            {
              key: 'took',
              title: t('took'),
              align: 'right',
              render: (row) => t('seconds', { n: row.seconds.toFixed(1) }),
            },
            { key: 'reach', title: t('reach'), render: (row) => t(row.continuous ? 'any' : 'itself') },
            {
              key: 'verified',
              title: t('verified'),
              render: (row) => (row.verifiedAt ? format.when(row.verifiedAt) : t('unverified')),
            },
            {
              key: 'verify',
              title: '',
              align: 'right',
              card: 'mark',
              render: (row) =>
                onVerify ? (
                  <ConfirmButton
                    type="text"
                    danger={false}
                    question={t('verifyAsk')}
                    yes={t('verify')}
                    onConfirm={() => onVerify(row.name)}
                  >
                    {t('verify')}
                  </ConfirmButton>
                ) : null,
            },
          ]}
        />
      )}
    </Section>
  )
}
