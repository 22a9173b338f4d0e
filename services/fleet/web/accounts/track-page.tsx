import { Input } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Empty } from '#ui/empty.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Page } from '#ui/page.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { fleet } from '../../module.ts'
import type { Track } from '../../position-schema.ts'
import { drawTrack } from './draw-track.ts'
import './accounts.css'

const messages = defineMessages({
  title: text('出车轨迹', 'Track of a trip'),
  ask: text(
    '轨迹是个人信息。请写明为什么要看，查看人、时间和原因会留痕，监督人员看得到。',
    'A track is personal. Say why you look: who, when and why go on record and supervision sees it.',
  ),
  why: text('查看原因', 'Why'),
  look: text('查看轨迹', 'Look'),
  trip: text('派车单', 'Trip'),
  vehicle: text('车辆', 'Vehicle'),
  left: text('出车', 'Left'),
  back: text('收车', 'Back'),
  odometer: text('里程表', 'Odometer'),
  gps: text('定位里程', 'By satellite'),
  km: text('{n} 公里', '{n} km'),
  datum: text('坐标系', 'Datum'),
  points: text('{n} 个点，{from} 至 {to}', '{n} points, {from} to {to}'),
  drawing: text('轨迹示意，上北下南', 'The track, north up'),
  begin: text('起 {time}', 'From {time}'),
  end: text('止 {time}', 'To {time}'),
  none: text('没有定位点', 'No positions'),
  next: text(
    '车上没有终端，或者定位点已过保留期（默认 {days} 天）。',
    'No terminal in the vehicle, or the points are past their time (usually {days} days).',
  ),
})

/** A trip's way, after saying why one looks. */
export default function TrackPage() {
  const t = useText(messages)
  const tripId = useParam('tripId')
  const look = useWrite(fleet.actions.lookAtTrack, { quiet: true, invalidates: ['/fleet/track-looks'] })
  return (
    <Page title={t('title')} trail={[{ title: t('trip'), to: `/fleet/trips/${tripId}` }]}>
      {look.data ? (
        <TrackView track={look.data} />
      ) : (
        <EntryForm<{ reason: string }>
          onSubmit={({ reason }) => look.mutate({ tripId, reason })}
          problem={look.error}
          busy={look.isPending}
          submit={t('look')}
        >
          <Field name="reason" label={t('why')} required hint={t('ask')}>
            <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
          </Field>
        </EntryForm>
      )}
    </Page>
  )
}

const size = { width: 640, height: 400, margin: 48 }
const lines = Array.from({ length: 15 }, (_, place) => (place + 1) * 40)

function TrackView({ track }: { track: Track }) {
  const t = useText(messages)
  const format = useFormat()
  const km = (value: number | null) => (value === null ? '—' : t('km', { n: value }))
  const [first, last] = [track.points[0], track.points.at(-1)]
  const drawn = drawTrack(track.points, size)
  return (
    <div className="hq-stack">
      <Section>
        <Facts
          items={[
            { title: t('trip'), value: track.number },
            { title: t('vehicle'), value: track.plate },
            { title: t('left'), value: track.leftAt ? format.moment(track.leftAt) : '—' },
            { title: t('back'), value: track.returnedAt ? format.moment(track.returnedAt) : '—' },
            { title: t('odometer'), value: km(track.odometerKm) },
            { title: t('gps'), value: km(track.gpsKm) },
            { title: t('datum'), value: track.datum ?? '—' },
          ]}
        />
      </Section>
      {first && last ? (
        <Section
          title={t('points', {
            n: track.points.length,
            from: format.time(first.at),
            to: format.time(last.at),
          })}
        >
          <svg
            className="track-drawing"
            viewBox={`0 0 ${size.width} ${size.height}`}
            role="img"
            aria-label={t('drawing')}
          >
            {lines.map((at) => (
              <g key={at} className="grid">
                <line x1={at} y1={0} x2={at} y2={size.height} />
                {at < size.height ? <line x1={0} y1={at} x2={size.width} y2={at} /> : null}
              </g>
            ))}
            <polyline className="way" points={drawn.map(({ x, y }) => `${x},${y}`).join(' ')} />
            <circle className="end" cx={drawn[0]!.x} cy={drawn[0]!.y} r={5} />
            <text x={drawn[0]!.x + 8} y={drawn[0]!.y - 8}>
              {t('begin', { time: format.time(first.at) })}
            </text>
            <circle className="end" cx={drawn.at(-1)!.x} cy={drawn.at(-1)!.y} r={5} />
            <text x={drawn.at(-1)!.x + 8} y={drawn.at(-1)!.y + 16}>
              {t('end', { time: format.time(last.at) })}
            </text>
          </svg>
        </Section>
      ) : (
        <Empty icon="place" title={t('none')} next={t('next', { days: track.keptDays })} />
      )}
    </div>
  )
}
