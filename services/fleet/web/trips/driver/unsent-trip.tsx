import { App } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { discardDeeds, retryDeeds, useDeeds } from '#kernel/web/offline/outbox.ts'
import type { Deed } from '#kernel/web/offline/shelf.ts'
import { NumberLine } from './number-line.tsx'
import { resendWithKm } from './resend-with-km.ts'

const messages = defineMessages({
  waiting: text(
    '有 {n} 项记在手机上，有信号就自动上传',
    '{n} kept on this phone; sent when there is a signal',
  ),
  refused: text('没有送达：{why}', 'Not delivered: {why}'),
  again: text('再试一次', 'Try again'),
  discard: text('丢弃', 'Discard'),
  sure: text('丢弃这 {n} 项？', 'Discard {n|this|these} {n} {n|entry|entries}?'),
  note: text(
    '从手机上删除，不能恢复。已经开出去的车请打电话告诉调度。',
    'Deleted from this phone for good. If the vehicle is out, ring the dispatcher.',
  ),
  keep: text('先不', 'Not now'),
  trip: text('看这趟车', 'See the trip'),
  km: text('改成正确的里程（公里）', 'The right reading (km)'),
  send: text('改好再送', 'Send with this'),
})

interface Props {
  tripId: string
  /** On the list of what waits: with a link, and also what is only waiting. */
  linked?: boolean
}

/** What of a trip is on the phone; if it was not taken: why, what it was, and the ways out. */
export function UnsentTrip({ tripId, linked = false }: Props) {
  const t = useText(messages)
  const format = useFormat()
  const deeds = useDeeds().filter(({ subject, sentAt }) => subject === tripId && sentAt === null)
  const refused = deeds.find((deed) => deed.refusal)
  if (deeds.length === 0 || (!linked && !refused)) return null
  const refusal = refused?.refusal
  return (
    <section className="trip-unsent" role="status">
      {linked ? <LinkTo to={`/fleet/my-trips/${tripId}`}>{t('trip')}</LinkTo> : null}
      <p className={refusal ? 'trip-lack' : undefined}>
        {refusal ? t('refused', { why: refusal.detail || refusal.title }) : t('waiting', { n: deeds.length })}
      </p>
      <ol>
        {deeds.map((deed) => (
          <li key={deed.id}>
            {deed.what} <small className="hq-faint">{format.when(deed.at)}</small>
          </li>
        ))}
      </ol>
      {refusal ? <WaysOut tripId={tripId} deeds={deeds} odometer={refusal.path === 'km'} /> : null}
    </section>
  )
}

interface WaysProps {
  tripId: string
  deeds: readonly Deed[]
  odometer: boolean
}

function WaysOut({ tripId, deeds, odometer }: WaysProps) {
  const t = useText(messages)
  const { modal } = App.useApp()
  const [km, setKm] = useState<number | null>(null)
  const discard = () =>
    modal.confirm({
      title: t('sure', { n: deeds.length }),
      content: t('note'),
      okText: t('discard'),
      okButtonProps: { danger: true },
      cancelText: t('keep'),
      onOk: () => discardDeeds(tripId),
    })
  return (
    <>
      {odometer ? (
        <div className="hq-row">
          <NumberLine label={t('km')} value={null} onChange={setKm} />
          <button
            type="button"
            className="trip-button trip-primary"
            disabled={km === null}
            onClick={() => km !== null && void resendWithKm(tripId, deeds, km)}
          >
            {t('send')}
          </button>
        </div>
      ) : null}
      <div className="hq-row">
        <button type="button" className="trip-button" onClick={() => void retryDeeds(tripId)}>
          {t('again')}
        </button>
        <button type="button" className="trip-button" onClick={discard}>
          {t('discard')}
        </button>
      </div>
    </>
  )
}
