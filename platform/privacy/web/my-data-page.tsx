import { Input } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract/action.ts'
import { addressOf } from '#kernel/contract/client.ts'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ChoiceTiles } from '#ui/choice-tiles.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { privacy } from '../module.ts'
import { messages } from './messages.ts'
import { OutcomeList } from './outcome-list.tsx'

type Request = OutputOf<typeof privacy.actions.listMyRequests>['items'][number]
const kinds = ['CORRECTION', 'DELETION'] as const

/** What is held about me: a copy, and the way to have it corrected or deleted. */
export default function MyDataPage() {
  const t = useText(messages)
  const list = useRead(privacy.actions.listMyRequests, {})
  return (
    <Page
      title={t('mine')}
      subtitle={t('mineWhat')}
      width="text"
      trail={[{ title: text('我的设置', 'My settings'), to: '/me' }]}
    >
      <div className="hq-stack">
        <Section title={t('copy')}>
          <div className="hq-stack hq-stack-tight">
            <p className="hq-soft">{t('copyWhat')}</p>
            <a href={addressOf(privacy.actions.takeCopy, {})} download>
              {t('download')}
            </a>
          </div>
        </Section>
        <Section title={t('ask')}>
          <AskForm days={list.data?.answerDays ?? 15} />
        </Section>
        {list.data && list.data.items.length > 0 ? (
          <Section title={t('requests')}>
            <div className="hq-stack">
              {list.data.items.map((request) => (
                <OneRequest key={request.id} request={request} />
              ))}
            </div>
          </Section>
        ) : null}
      </div>
    </Page>
  )
}

function AskForm({ days }: { days: number }) {
  const t = useText(messages)
  const [kind, setKind] = useState<(typeof kinds)[number]>('CORRECTION')
  const ask = useWrite(privacy.actions.askForData, {
    invalidates: ['/me/personal-requests'],
    success: t('sent'),
    quiet: true,
  })
  return (
    <EntryForm<{ words: string }>
      onSubmit={({ words }) => ask.mutate({ kind, words })}
      problem={ask.error}
      busy={ask.isPending}
      submit={t('send')}
    >
      <p className="hq-soft">{t('askWhat', { n: days })}</p>
      <ChoiceTiles
        label={t('kind')}
        value={kind}
        onChange={(value) => setKind(kinds.find((one) => one === value) ?? 'CORRECTION')}
        options={kinds.map((value) => ({ value, title: t(value) }))}
      />
      <Field name="words" label={t('words')} required>
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 3, maxRows: 8 }} />
      </Field>
    </EntryForm>
  )
}

function OneRequest({ request }: { request: Request }) {
  const t = useText(messages)
  const format = useFormat()
  const { decision } = request
  return (
    <div className="hq-stack hq-stack-tight">
      <div className="hq-row">
        <strong>{t(request.kind)}</strong>
        <StateTag
          tone={decision === null ? 'waiting' : decision === 'GRANTED' ? 'good' : 'ended'}
          title={decision === null ? `${t('open')} · ${t('due')} ${format.day(request.dueOn)}` : t(decision)}
        />
      </div>
      <p className="hq-quote">{request.words}</p>
      {request.reason ? <p>{request.reason}</p> : null}
      <OutcomeList outcome={request.outcome} />
    </div>
  )
}
