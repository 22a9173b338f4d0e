import { Input, Typography } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { roundStates } from '../../insurance-words.ts'
import { fleet } from '../../module.ts'
import { Opener } from './opener.tsx'
import '../register.css'

const messages = defineMessages({
  title: text('保险询价', 'Insurance round'),
  all: text('车辆保险询价', 'Insurance rounds'),
  about: text('基本情况', 'About'),
  state: text('状态', 'State'),
  until: text('报价截止', 'Quotes due'),
  terms: text('投保要求', 'Terms'),
  vehicles: text('投保车辆', 'Vehicles'),
  opened: text('开标', 'Opened'),
  by: text('{who}开标，{witness}监督，{when}', 'By {who}, witnessed by {witness}, {when}'),
  winner: text('中标（最低价）', 'Won by (the lowest)'),
  failed: text('流标原因', 'Why it failed'),
  quotes: text('邀请和报价', 'Invitations and quotes'),
  insurer: text('保险公司', 'Insurer'),
  amount: text('报价', 'Quote'),
  sealed: text('已密封，开标后可见', 'Sealed; seen after the opening'),
  waiting: text('尚未报价', 'No quote yet'),
  received: text('收到时间', 'Received'),
  link: text('发给保险公司的链接', 'Link for the insurer'),
  open: text('开标', 'Open the quotes'),
  witness: text('监督人', 'Witness'),
  why: text(
    '开标后报价全部公开，系统按最低价定标，不能另选。',
    'All quotes are shown then; the lowest wins, nobody can choose another.',
  ),
  done: text('已开标', 'Opened'),
})

/** One round: who was asked, who has quoted, and after the opening how much. */
export default function RoundPage() {
  const t = useText(messages)
  const format = useFormat()
  const roundId = useParam('roundId')
  const read = useRead(fleet.actions.readRound, { roundId })
  const round = read.data
  return (
    <Page
      title={round?.title ?? t('title')}
      subtitle={round?.number}
      trail={[{ title: t('all'), to: '/fleet/insurance' }]}
      extra={
        round?.can.open ? (
          <Opener title={t('open')}>{(close) => <OpenForm roundId={roundId} onClose={close} />}</Opener>
        ) : null
      }
    >
      {read.isPending ? <Loading /> : null}
      {read.error && !round ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {round ? (
        <div className="hq-stack">
          <Section title={t('about')}>
            <Facts
              items={[
                { title: t('state'), value: <StateTag machine={roundStates} state={round.state} /> },
                { title: t('until'), value: format.moment(round.quotesUntil) },
                ...(round.winner ? [{ title: t('winner'), value: round.winner }] : []),
                ...(round.failedReason ? [{ title: t('failed'), value: round.failedReason }] : []),
                ...(round.openedAt
                  ? [
                      {
                        title: t('opened'),
                        value: t('by', {
                          who: round.openedBy ?? '',
                          witness: round.witness ?? '',
                          when: format.moment(round.openedAt),
                        }),
                        wide: true,
                      },
                    ]
                  : []),
                { title: t('terms'), value: round.terms, wide: true },
                { title: t('vehicles'), value: round.plates.join('、'), wide: true },
              ]}
            />
          </Section>
          <Section title={t('quotes')}>
            <Invitations round={round} />
          </Section>
        </div>
      ) : null}
    </Page>
  )
}

type Round = NonNullable<ReturnType<typeof useRead<typeof fleet.actions.readRound>>['data']>

function Invitations({ round }: { round: Round }) {
  const t = useText(messages)
  const format = useFormat()
  return (
    <PlainTable
      label={t('quotes')}
      rows={round.invitations}
      rowKey={({ insurer }) => insurer}
      columns={[
        { key: 'insurer', title: t('insurer'), card: 'title', render: ({ insurer }) => insurer },
        {
          key: 'amount',
          title: t('amount'),
          align: 'right',
          render: ({ amountFen, quotedAt }) => {
            if (amountFen !== null) return format.money(amountFen)
            return quotedAt ? t('sealed') : t('waiting')
          },
        },
        {
          key: 'received',
          title: t('received'),
          render: ({ quotedAt }) => (quotedAt ? format.moment(quotedAt) : '—'),
        },
        {
          key: 'link',
          title: t('link'),
          render: ({ link, signedBy }) =>
            link ? (
              <Typography.Text copyable={{ text: location.origin + link }}>{t('link')}</Typography.Text>
            ) : (
              (signedBy ?? '—')
            ),
        },
      ]}
    />
  )
}

function OpenForm({ roundId, onClose }: { roundId: string; onClose: () => void }) {
  const t = useText(messages)
  const write = useWrite(fleet.actions.openRound, {
    quiet: true,
    invalidates: ['/fleet/insurance-rounds'],
    success: t('done'),
    onDone: onClose,
  })
  return (
    <EntryForm<{ witness: string }>
      onSubmit={(values) => write.mutate({ roundId, ...values })}
      problem={write.error}
      busy={write.isPending}
      submit={t('open')}
      onCancel={onClose}
    >
      <p>{t('why')}</p>
      <Field name="witness" label={t('witness')} required>
        <Input maxLength={100} />
      </Field>
    </EntryForm>
  )
}
