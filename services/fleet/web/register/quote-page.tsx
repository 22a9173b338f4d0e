import { Input, InputNumber } from 'antd'
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
import { Problem } from '#ui/problem.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { fleet } from '../../module.ts'

const messages = defineMessages({
  title: text('车辆保险报价', 'Insurance quote'),
  for: text('报价单位', 'For'),
  what: text('询价', 'Round'),
  until: text('报价截止', 'Quotes due'),
  terms: text('投保要求', 'Terms'),
  vehicles: text('投保车辆', 'Vehicles'),
  rule: text(
    '报价密封保存，到开标前任何人都看不到，包括您自己；截止前可以重新报价，以最后一次为准。',
    'The quote is sealed: nobody sees it before the opening, you neither. Until the time is over a new one stands for the one before.',
  ),
  amount: text('总报价（元）', 'Quote in all (yuan)'),
  signed: text('报价人', 'Signed by'),
  note: text('说明', 'Note'),
  send: text('密封提交', 'Seal and hand in'),
  sent: text('已收到并密封', 'Received and sealed'),
  had: text('已于 {when} 收到您的报价。', 'Your quote was received at {when}.'),
  over: text('报价已截止。', 'The time for quotes is over.'),
})

/** An insurer's own page: what is to be covered, and the sealed quote. */
export default function QuotePage() {
  const t = useText(messages)
  const format = useFormat()
  const code = useParam('code')
  const read = useRead(fleet.actions.readInvitation, { code })
  const asked = read.data
  return (
    <Page title={t('title')} width="text">
      {read.isPending ? <Loading /> : null}
      {read.error && !asked ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {asked ? (
        <div className="hq-stack">
          <Section>
            <Facts
              items={[
                { title: t('for'), value: asked.insurer },
                { title: t('what'), value: asked.title },
                { title: t('until'), value: format.moment(asked.quotesUntil) },
                { title: t('terms'), value: asked.terms, wide: true },
                { title: t('vehicles'), value: asked.plates.join('、'), wide: true },
              ]}
            />
          </Section>
          {asked.quotedAt ? <p role="status">{t('had', { when: format.moment(asked.quotedAt) })}</p> : null}
          {asked.open ? <QuoteForm code={code} /> : <p>{t('over')}</p>}
        </div>
      ) : null}
    </Page>
  )
}

function QuoteForm({ code }: { code: string }) {
  const t = useText(messages)
  const write = useWrite(fleet.actions.sealQuote, {
    quiet: true,
    invalidates: ['/public/insurance-quotes'],
    success: t('sent'),
  })
  return (
    <Section title={t('amount')}>
      <p className="hq-soft">{t('rule')}</p>
      <EntryForm<{ yuan: number; signedBy: string; note?: string }>
        onSubmit={({ yuan, ...values }) =>
          write.mutate({ code, ...values, amountFen: Math.round(yuan * 100) })
        }
        problem={write.error}
        busy={write.isPending}
        submit={t('send')}
      >
        <Field name="yuan" label={t('amount')} required>
          <InputNumber min={0.01} max={1_000_000_000} precision={2} />
        </Field>
        <Field name="signedBy" label={t('signed')} required>
          <Input maxLength={100} />
        </Field>
        <Field name="note" label={t('note')}>
          <Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
        </Field>
      </EntryForm>
    </Section>
  )
}
