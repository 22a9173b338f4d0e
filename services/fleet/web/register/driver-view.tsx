import type { OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { History } from '#ui/history.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import type { fleet } from '../../module.ts'
import { absenceKinds, shifts } from '../../register-words.ts'
import { driverStates } from '../../states.ts'
import { pools } from '../../words.ts'
import { AbsenceList } from './absence-list.tsx'
import { AskLeave } from './ask-leave.tsx'
import { DueTag } from './due-tag.tsx'
import { ReasonList } from './reason-list.tsx'

const messages = defineMessages({
  licence: text('驾驶证和状态', 'Licence and state'),
  state: text('状态', 'State'),
  class: text('准驾车型', 'Class'),
  until: text('有效期至', 'Good until'),
  phone: text('电话', 'Telephone'),
  pool: text('所属', 'Pool'),
  duty: text('排班', 'Duty'),
  noDuty: text('今后没有排班。', 'No duty ahead.'),
  leave: text('请假', 'Leave'),
  noLeave: text('没有请假记录。', 'No leave.'),
  holds: text('手里的钥匙和油卡', 'Keys and cards in hand'),
  since: text('{since}起', 'since {since}'),
  history: text('历史', 'History'),
})

export type Driver = OutputOf<typeof fleet.actions.readDriver>

/** A driver as he sees himself and as the dispatcher sees him. */
export function DriverView({ driver }: { driver: Driver }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  return (
    <>
      <Section title={t('licence')}>
        <Facts
          items={[
            {
              title: t('state'),
              value: driver.away ? (
                <StateTag tone="paused" title={absenceKinds[driver.away]} />
              ) : (
                <StateTag machine={driverStates} state={driver.state} />
              ),
            },
            { title: t('class'), value: driver.licenceClass },
            {
              title: t('until'),
              value: (
                <span className="hq-row">
                  <DueTag light={driver.light} />
                  {format.day(driver.licenceUntil, 'plain')}
                </span>
              ),
            },
            { title: t('pool'), value: localised(pools[driver.pool]) },
            ...(driver.phone
              ? [{ title: t('phone'), value: <a href={`tel:${driver.phone}`}>{driver.phone}</a> }]
              : []),
          ]}
        />
        <ReasonList reasons={driver.reasons} />
      </Section>
      <Section title={t('leave')} extra={driver.can.askLeave ? <AskLeave driverId={driver.id} /> : null}>
        {driver.absences.length === 0 ? <p className="hq-soft">{t('noLeave')}</p> : null}
        <AbsenceList absences={driver.absences} />
      </Section>
      <Section title={t('duty')}>
        {driver.duties.length === 0 ? <p className="hq-soft">{t('noDuty')}</p> : null}
        <Facts
          items={driver.duties.map(({ day, shift }) => ({
            title: format.day(day, 'short'),
            value: localised(shifts[shift]),
          }))}
        />
      </Section>
      {driver.holds.length > 0 ? (
        <Section title={t('holds')}>
          <Facts
            items={driver.holds.map(({ plate, vehicleId, kind, number, since }) => ({
              title: `${kind} ${number}`,
              value: (
                <>
                  <LinkTo to={`/fleet/vehicles/${vehicleId}`}>{plate}</LinkTo>{' '}
                  <small className="hq-faint">{t('since', { since: format.moment(since) })}</small>
                </>
              ),
            }))}
          />
        </Section>
      ) : null}
      {driver.history?.length ? (
        <Section title={t('history')}>
          <History
            events={driver.history.map(({ id, at, actorName, title, reason }) => ({
              id,
              at,
              title,
              who: actorName,
              ...(reason ? { note: reason } : {}),
            }))}
          />
        </Section>
      ) : null}
    </>
  )
}
