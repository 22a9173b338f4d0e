import { App, Button } from 'antd'
import type { OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { auditSeal } from '../module.ts'
import { messages } from './messages.ts'
import './seals.css'
import { VerificationResult } from './verification-result.tsx'

type Standing = OutputOf<typeof auditSeal.actions.readStanding>
type Seal = OutputOf<typeof auditSeal.actions.listSeals>['items'][number]

/** Whether the audit trail is what it was: the last seal, the last verification, every day. */
export default function SealsPage() {
  const t = useText(messages)
  const standing = useRead(auditSeal.actions.readStanding, {}, { refetchEvery: 5000 })
  const verify = useWrite(auditSeal.actions.verify, { invalidates: ['/audit-seals'] })
  const running = standing.data?.verification?.finishedAt === null
  return (
    <Page
      title={t('title')}
      subtitle={t('what')}
      trail={[{ title: text('审计记录', 'Audit trail'), to: '/audit' }]}
      action={
        standing.data?.can.verify && standing.data.last
          ? {
              title: t('verify'),
              onClick: () => verify.mutate({}),
              loading: verify.isPending || running,
              disabled: running,
            }
          : undefined
      }
    >
      {standing.data ? (
        <div className="hq-stack">
          <Section title={t('verification')}>
            <VerificationResult verification={standing.data.verification} />
          </Section>
          <Section title={t('standing')}>
            <StandingFacts standing={standing.data} />
          </Section>
          <Section title={t('seals')} look="plain">
            <SealTable />
          </Section>
        </div>
      ) : standing.error ? (
        <Problem error={standing.error} onRetry={() => void standing.refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  )
}

function StandingFacts({ standing }: { standing: Standing }) {
  const t = useText(messages)
  const format = useFormat()
  const { message } = App.useApp()
  const { last, head, unsealed, late } = standing
  const copy = async (words: string) => {
    await navigator.clipboard.writeText(words)
    message.success(t('copied'))
  }
  return (
    <Facts
      items={[
        {
          title: t('lastSeal'),
          value: last
            ? t('sealOf', { number: last.number, day: format.day(last.day), n: last.entries })
            : t('notYet'),
        },
        { title: t('unsealed'), value: t('entries', { n: unsealed }) },
        ...(late > 0
          ? [
              {
                title: t('late'),
                value: (
                  <>
                    {t('entries', { n: late })}
                    <p className="hq-faint">{t('lateWhy')}</p>
                  </>
                ),
                wide: true,
              },
            ]
          : []),
        ...(head
          ? [
              {
                title: t('head'),
                value: (
                  <>
                    <code className="hq-seal-head">{head}</code>{' '}
                    {navigator.clipboard ? (
                      <Button type="link" size="small" onClick={() => void copy(head)}>
                        {t('copy')}
                      </Button>
                    ) : null}
                    <p className="hq-faint">{t('headWhy')}</p>
                  </>
                ),
                wide: true,
              },
            ]
          : []),
      ]}
    />
  )
}

function SealTable() {
  const t = useText(messages)
  const format = useFormat()
  return (
    <DataTable
      name="audit-seal.seals"
      title={t('seals')}
      read={auditSeal.actions.listSeals}
      empty={{ icon: 'safety', title: t('none'), next: t('noneNext') }}
      columns={[
        { key: 'number', title: t('number'), card: 'line', render: (row: Seal) => `#${row.number}` },
        {
          key: 'day',
          title: t('day'),
          card: 'title',
          render: (row: Seal) => <span className="hq-nowrap">{format.day(row.day)}</span>,
        },
        {
          key: 'count',
          title: t('count'),
          align: 'right',
          card: 'mark',
          render: (row: Seal) => format.number(row.entries),
        },
        {
          key: 'late',
          title: t('late'),
          align: 'right',
          render: (row: Seal) => (row.late > 0 ? format.number(row.late) : '—'),
        },
        {
          key: 'hash',
          title: t('hash'),
          render: (row: Seal) => <code title={row.hash}>{row.hash.slice(0, 16)}…</code>,
        },
        { key: 'sealedAt', title: t('sealedAt'), render: (row: Seal) => format.when(row.sealedAt) },
      ]}
    />
  )
}
