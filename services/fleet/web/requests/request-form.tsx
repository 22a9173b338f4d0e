import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { OfferCards, type OfferChosen } from './offer-cards.tsx'
import { lacks, type RideDraft } from './ride-draft.ts'
import { RidePlaces } from './ride-places.tsx'
import { RidePurpose } from './ride-purpose.tsx'
import { RideTime } from './ride-time.tsx'
import './rides.css'

const messages = defineMessages({
  where: text('去哪里', 'Where to'),
  when: text('什么时候', 'When'),
  what: text('办什么事', 'What for'),
  destination: text('请填去哪里', 'Say where to'),
  origin: text('请填从哪里出发', 'Say from where'),
  reason: text('请用一句话写明事由', 'Say in one sentence what for'),
  distance: text('跨市用车请填单程公里数', 'Beyond the city, say how many km'),
})

/** Everything of an earlier ride that the next may begin with. */
export type EarlierRide = Omit<
  RideDraft,
  'day' | 'start' | 'emergency' | 'contactPhone' | 'vehicleClass' | 'forPersonId'
>

interface RequestFormProps {
  initial: RideDraft
  places?: readonly EarlierRide[]
  /** The word on the button: 提交申请. */
  submit: string
  busy: boolean
  error: unknown
  onSend: (draft: RideDraft, chosen: OfferChosen) => void
  /** Offers stand beside; left out where a request is only completed. */
  offers?: boolean
}

/** One form for a new, a repeated and a completed request; a tap on an earlier destination fills it whole. */
export function RequestForm({
  initial,
  places = [],
  submit,
  busy,
  error,
  onSend,
  offers = true,
}: RequestFormProps) {
  const t = useText(messages)
  const [draft, setDraft] = useState(initial)
  const [asked, setAsked] = useState(false)
  const lack = lacks(draft)
  const take = (destination: string) => {
    const place = places.find((one) => one.destination === destination)
    if (place) setDraft({ ...draft, ...place })
  }
  const send = (chosen: OfferChosen) => {
    setAsked(true)
    if (!lack) onSend(draft, chosen)
  }
  return (
    <div className="ride-form">
      <div className="hq-stack">
        <Section title={t('where')} look="plain">
          <RidePlaces value={draft} onChange={setDraft} places={places} onPlace={take} />
        </Section>
        <Section title={t('when')} look="plain">
          <RideTime value={draft} onChange={(time) => setDraft({ ...draft, ...time })} />
        </Section>
        <Section title={t('what')} look="plain">
          <RidePurpose value={draft} onChange={setDraft} />
        </Section>
      </div>
      <div className="ride-beside">
        {offers ? <OfferCards draft={draft} busy={busy} onChoose={send} /> : null}
        <div className="ride-send">
          {asked && lack ? (
            <p className="ride-lack" role="alert">
              {t(lack)}
            </p>
          ) : null}
          {error ? <Problem error={error} /> : null}
          <button
            type="button"
            className="ride-button"
            disabled={busy}
            aria-busy={busy}
            onClick={() => send({})}
          >
            {submit}
          </button>
        </div>
      </div>
    </div>
  )
}
