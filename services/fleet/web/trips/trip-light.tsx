import { Button } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Section } from '#ui/section.tsx'
import { fleet } from '../../module.ts'
import type { TripDetail } from '../../trip-schema.ts'
import { lightCodes } from '../../trip-words.ts'
import { LightTag } from './light-tag.tsx'

const messages = defineMessages({
  title: text('核对结果', 'What the comparison says'),
  green: text('申请、审批、出车、里程都对得上。', 'Request, approval, trip and odometer agree.'),
  open: text('收车后自动核对。', 'Compared when it is back.'),
  verify: text('标为已核对', 'Mark as looked at'),
  verified: text('{who} 已核对，{when}', 'Looked at by {who}, {when}'),
})

/** The light with its reasons, gravest first; each opens what it speaks of. */
export function TripLight({ trip }: { trip: TripDetail }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const verify = useWrite(fleet.actions.verifyTrips, { invalidates: ['/fleet'] })
  return (
    <Section title={t('title')} extra={<LightTag light={trip.light} />}>
      {trip.light === null ? <p className="hq-faint">{t('open')}</p> : null}
      {trip.light === 'GREEN' ? <p>{t('green')}</p> : null}
      <ul className="trip-reasons">
        {trip.reasons.map(({ code, light, params, href }) => (
          <li key={code + JSON.stringify(params)}>
            <LightTag light={light} />
            <LinkTo to={href}>{fill(localised(lightCodes[code].words), params)}</LinkTo>
          </li>
        ))}
      </ul>
      {trip.verifiedBy && trip.verifiedAt ? (
        <p className="hq-faint">
          {t('verified', { who: trip.verifiedBy, when: format.when(trip.verifiedAt) })}
        </p>
      ) : null}
      {trip.can.verify ? (
        <Button loading={verify.isPending} onClick={() => verify.mutate({ tripIds: [trip.id] })}>
          {t('verify')}
        </Button>
      ) : null}
    </Section>
  )
}

/** `{km}` → the reason's own number. */
function fill(words: string, params: Readonly<Record<string, string | number>>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}
