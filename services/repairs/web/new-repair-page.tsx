import { type ReactNode, useEffect, useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { storeFile } from '#kernel/web/files.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useGo, useSearch } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { repairs } from '../module.ts'
import type { ChosenPlace } from './chosen-place.ts'
import { DuplicateNotice } from './duplicate-notice.tsx'
import { FaultForm } from './fault-form.tsx'
import { PlacePicker } from './place-picker.tsx'
import { PledgeLine } from './pledge-line.tsx'
import { plainWords } from './quick-phrases.ts'
import { dropDraft, emptyDraft, loadDraft, type ReportDraft, saveDraft } from './report-draft.ts'
import { SendBar } from './send-bar.tsx'
import { SentNotice } from './sent-notice.tsx'
import { type KnownPlace, useKnownPlaces } from './use-known-places.ts'
import './repairs.css'

const messages = defineMessages({
  title: text('报修', 'Report a repair'),
  where: text('在哪里', 'Where'),
  noPlace: text('请选地点', 'Choose the place'),
  noKind: text('请点一下什么坏了', 'Tap what is broken'),
})

const draftName = 'repair'

/** Reports a fault in three taps: the place is known, the kind is a tap, the rest may stay as it is. */
export default function NewRepairPage() {
  const [search] = useSearch()
  const code = typeof search.code === 'string' ? search.code : null
  const scanned = useRead(repairs.actions.scanPlace, { code: code ?? '' }, { enabled: code !== null })
  const { places, ready } = useKnownPlaces()
  if (scanned.error) {
    return (
      <Page title={messages.title} width="text">
        <Problem error={scanned.error} onRetry={() => void scanned.refetch()} />
      </Page>
    )
  }
  if (code ? !scanned.data : !ready) return <Loading />
  const found = scanned.data?.place
  const fixed = found
    ? { siteId: found.siteId, roomId: found.roomId, placeText: found.placeText, label: found.label }
    : null
  return <ReportForm key={code} fixed={fixed} known={places} />
}

function ReportForm({ fixed, known }: { fixed: ChosenPlace | null; known: readonly KnownPlace[] }) {
  const t = useText(messages)
  const [draft, change, restart] = useDraft(fixed, known[0] ?? null)
  const [asked, setAsked] = useState(false)
  const report = useWrite(repairs.actions.report, {
    quiet: true,
    invalidates: ['/orders', '/repairs'],
    onDone: () => dropDraft(draftName),
  })
  const duplicate = useDuplicate(draft)
  const { place, kind } = draft
  const missing = place === null ? t('noPlace') : kind === null ? t('noKind') : null
  const send = () => {
    setAsked(true)
    if (place === null || kind === null) return
    report.mutate({
      siteId: place.siteId,
      roomId: place.roomId,
      ...(place.placeText.trim() ? { placeText: place.placeText.trim() } : {}),
      kind,
      description: draft.words.trim() || plainWords(kind),
      urgency: draft.urgent ? 'URGENT' : 'NORMAL',
      photos: draft.photos.map((photo) => photo.id),
      clientKey: draft.clientKey,
    })
  }
  const again = () => {
    restart()
    setAsked(false)
    report.reset()
  }
  return (
    <Page title={messages.title} width="text" trail={[{ title: home, to: '/' }]}>
      {report.data ? (
        <SentNotice receipt={report.data} to={`/orders/${report.data.id}`} onAgain={again} />
      ) : (
        <div className="hq-stack">
          <Section title={t('where')} look="plain">
            <PlacePicker
              value={place}
              onChange={(next) => change({ place: next })}
              known={known}
              fixed={fixed !== null}
            />
          </Section>
          <FaultForm draft={draft} onChange={change} upload={storeFile} />
          <SendBar
            missing={asked ? missing : null}
            busy={report.isPending}
            error={report.error}
            onSend={send}
            question={duplicate}
          >
            <PledgeLine kind={kind} urgent={draft.urgent} siteId={place?.siteId ?? null} />
          </SendBar>
        </div>
      )}
    </Page>
  )
}

const home = text('首页', 'Home')

/** The draft of this device; a scanned place wins over a kept one, a kept one over the likeliest. */
function useDraft(fixed: ChosenPlace | null, likeliest: ChosenPlace | null) {
  const [draft, setDraft] = useState<ReportDraft>(() => {
    const kept = loadDraft(draftName)
    return { ...kept, place: fixed ?? kept.place ?? likeliest }
  })
  const touched = draft.kind !== null || draft.words !== '' || draft.photos.length > 0
  useEffect(() => {
    if (touched) saveDraft(draftName, draft)
  }, [draft, touched])
  const change = (part: Partial<ReportDraft>) => setDraft((now) => ({ ...now, ...part }))
  const restart = () => setDraft((now) => ({ ...emptyDraft(), place: now.place }))
  return [draft, change, restart] as const
}

/** Whether somebody has reported the same, as a question with two answers; null when nobody has. */
function useDuplicate(draft: ReportDraft): ReactNode {
  const go = useGo()
  const { place, kind } = draft
  const [ignored, setIgnored] = useState<string>()
  const found = useRead(
    repairs.actions.suggestDuplicates,
    { siteId: place?.siteId ?? '', roomId: place?.roomId ?? null, ...(kind ? { kind } : {}) },
    { enabled: place !== null && kind !== null, keep: false },
  )
  const follow = useWrite(repairs.actions.followRepair, {
    invalidates: ['/orders', '/repairs'],
    onDone: (_answer, { orderId }) => {
      dropDraft(draftName)
      go(`/orders/${orderId}`)
    },
  })
  const duplicate = found.data?.items.find((one) => one.id !== ignored)
  if (!duplicate || kind === null) return null
  return (
    <DuplicateNotice
      duplicate={duplicate}
      busy={follow.isPending}
      onFollow={() => follow.mutate({ orderId: duplicate.id })}
      onIgnore={() => setIgnored(duplicate.id)}
    />
  )
}
