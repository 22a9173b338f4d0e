import { Input } from 'antd'
import { useEffect, useState } from 'react'
import type { OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useGo, useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSessionQuery } from '#kernel/web/use-session.ts'
import { useUpload, useWrite } from '#kernel/web/use-write.ts'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { repairs } from '../module.ts'
import { faultKinds } from '../words.ts'
import { FaultForm } from './fault-form.tsx'
import { PublicFrame } from './public-frame.tsx'
import { plainWords } from './quick-phrases.ts'
import { dropDraft, loadDraft, type ReportDraft, saveDraft } from './report-draft.ts'
import { SendBar } from './send-bar.tsx'

const messages = defineMessages({
  title: text('扫码报修', 'Report a repair'),
  here: text('您在这里', 'You are here'),
  open: text('这里已经有人报了：{list}', 'Reported here already: {list}'),
  one: text('{kind}（{state}）', '{kind} ({state})'),
  and: text('、', ', '),
  openNote: text('同一个问题不用再报。', 'No need to report the same again.'),
  contact: text('怎么联系您（可不填）', 'How to reach you (optional)'),
  name: text('称呼', 'Name'),
  phone: text('电话', 'Telephone'),
  contactNote: text('师傅找不到地方时才会打给您。', 'Only used when the worker cannot find the place.'),
  noKind: text('请点一下什么坏了', 'Tap what is broken'),
  promise: text('提交后马上告诉您谁来修、几时修好。', 'You will be told at once who comes and by when.'),
})

type Scanned = OutputOf<typeof repairs.actions.scanPlace>

/** What a scanned door shows: the place is known, the kind is a tap. Those signed in get their own form. */
export default function ScanPage() {
  const t = useText(messages)
  const go = useGo()
  const code = useParam('code')
  const session = useSessionQuery()
  const signedIn = session.data?.allowed('repairs.report') === true
  const scanned = useRead(repairs.actions.scanPlace, { code }, { enabled: !session.isPending && !signedIn })
  useEffect(() => {
    if (signedIn) go(`/repairs/new?code=${encodeURIComponent(code)}`, { replace: true })
  }, [signedIn, code, go])
  return (
    <PublicFrame bureauName={scanned.data?.bureauName ?? ''} title={t('title')}>
      {scanned.error ? <Problem error={scanned.error} onRetry={() => void scanned.refetch()} /> : null}
      {scanned.data ? <ScanForm code={code} scanned={scanned.data} /> : scanned.error ? null : <Loading />}
    </PublicFrame>
  )
}

function ScanForm({ code, scanned }: { code: string; scanned: Scanned }) {
  const t = useText(messages)
  const go = useGo()
  const draftName = `scan.${code.slice(-12)}`
  const [draft, setDraft] = useState<ReportDraft>(() => loadDraft(draftName))
  const [contact, setContact] = useState({ name: '', phone: '' })
  const [asked, setAsked] = useState(false)
  const upload = useUpload(repairs.actions.storePublicPhoto, { code })
  const report = useWrite(repairs.actions.reportByCode, {
    quiet: true,
    onDone: (receipt) => {
      dropDraft(draftName)
      go(receipt.followPath, { replace: true })
    },
  })
  useEffect(() => saveDraft(draftName, draft), [draft, draftName])
  const { kind } = draft
  const send = () => {
    setAsked(true)
    if (kind === null) return
    report.mutate({
      code,
      kind,
      description: draft.words.trim() || plainWords(kind),
      urgency: draft.urgent ? 'URGENT' : 'NORMAL',
      photos: draft.photos.map((photo) => photo.id),
      clientKey: draft.clientKey,
      ...(contact.name.trim() ? { name: contact.name.trim() } : {}),
      ...(contact.phone.trim() ? { phone: contact.phone.trim() } : {}),
    })
  }
  return (
    <div className="hq-stack">
      <div>
        <p className="hq-faint">{t('here')}</p>
        <h1>{scanned.place.label}</h1>
      </div>
      <OpenHere open={scanned.open} />
      <FaultForm
        draft={draft}
        onChange={(part) => setDraft((now) => ({ ...now, ...part }))}
        upload={upload}
      />
      <Section title={t('contact')} look="plain">
        <div className="hq-contact">
          <Input
            aria-label={t('name')}
            placeholder={t('name')}
            autoComplete="name"
            maxLength={50}
            value={contact.name}
            onChange={({ target }) => setContact({ ...contact, name: target.value })}
          />
          <Input
            aria-label={t('phone')}
            placeholder={t('phone')}
            autoComplete="tel"
            inputMode="tel"
            maxLength={25}
            value={contact.phone}
            onChange={({ target }) => setContact({ ...contact, phone: target.value })}
          />
        </div>
        <p className="hq-faint">{t('contactNote')}</p>
      </Section>
      <SendBar
        missing={asked && kind === null ? t('noKind') : null}
        busy={report.isPending}
        error={report.error}
        onSend={send}
      >
        <p className="hq-pledge">{t('promise')}</p>
      </SendBar>
    </div>
  )
}

function OpenHere({ open }: { open: Scanned['open'] }) {
  const t = useText(messages)
  const say = useLocalised()
  if (open.length === 0) return null
  const list = open
    .map((one) => t('one', { kind: say(faultKinds[one.kind]), state: say(one.stateTitle) }))
    .join(t('and'))
  return (
    <section className="hq-duplicate">
      <strong>{t('open', { list })}</strong>
      <p>{t('openNote')}</p>
    </section>
  )
}
