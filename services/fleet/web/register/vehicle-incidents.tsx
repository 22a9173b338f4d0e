import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { text } from '#kernel/contract/text.ts'
import { todayInChina, useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useSearch } from '#kernel/web/navigate.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { PlainTable } from '#ui/plain-table.tsx'
import { Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { fleet } from '../../module.ts'
import { blames, foundBy } from '../../register-words.ts'
import { NameDriver, NewAccident, NewViolation } from './incident-forms.tsx'
import { Opener } from './opener.tsx'
import { SettleBlame } from './settle-blame.tsx'
import type { Vehicle } from './vehicle-page.tsx'

const messages = defineMessages({
  title: text('事故和违章', 'Accidents and violations'),
  none: text('没有事故和违章记录。', 'No accidents or violations recorded.'),
  accident: text('登记事故', 'Record an accident'),
  violation: text('登记违章', 'Record a violation'),
  accidentWord: text('事故', 'Accident'),
  violationWord: text('违章', 'Violation'),
  when: text('时间', 'When'),
  what: text('内容', 'What'),
  driver: text('当时的驾驶员', 'Who drove'),
  state: text('状态', 'State'),
  settled: text('已处理', 'Settled'),
  open: text('未处理', 'Not settled'),
  hurt: text('{n} 人伤亡', '{n} injured or killed'),
  voided: text('已作废：{why}', 'Voided: {why}'),
  blame: text('认定责任', 'Settle the blame'),
  blamed: text('{by} {when} 认定：{ground}', 'Settled by {by} {when}: {ground}'),
  name: text('指定驾驶员', 'Name the driver'),
  settle: text('已处理', 'Settled today'),
  saved: text('已保存', 'Saved'),
})
const stale = ['/fleet/vehicles', '/fleet/due', '/fleet/accidents', '/fleet/violations', '/fleet/drivers']

type Incident =
  | (NonNullable<Vehicle['accidents']>[number] & { type: 'accident' })
  | (NonNullable<Vehicle['violations']>[number] & { type: 'violation' })

/** Accidents and violations of one vehicle together, latest first. */
export function VehicleIncidents({ vehicle }: { vehicle: Vehicle }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const [search] = useSearch()
  // Opened from the list of all vehicles: the one that was meant is in sight.
  const here = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (search.incident) here.current?.scrollIntoView({ block: 'center' })
  }, [search.incident])
  if (!vehicle.accidents || !vehicle.violations) return null
  const rows: Incident[] = [
    ...vehicle.accidents.map((one) => ({ ...one, type: 'accident' as const })),
    ...vehicle.violations.map((one) => ({ ...one, type: 'violation' as const })),
  ].sort((one, other) => other.at.localeCompare(one.at))
  const steps = vehicle.can.keep ? (
    <span className="hq-row">
      <Opener title={t('violation')}>
        {(close) => <NewViolation vehicleId={vehicle.id} onClose={close} />}
      </Opener>
      <Opener title={t('accident')}>
        {(close) => <NewAccident vehicleId={vehicle.id} onClose={close} />}
      </Opener>
    </span>
  ) : null
  return (
    <div ref={here}>
      <Section title={t('title')} extra={steps}>
        {rows.length === 0 ? <p className="hq-soft">{t('none')}</p> : null}
        <PlainTable
          label={t('title')}
          rows={rows}
          rowKey={({ id }) => id}
          rowTone={({ id }) => (id === search.incident ? 'waiting' : undefined)}
          columns={[
            {
              key: 'when',
              title: t('when'),
              card: 'title',
              render: (row) => (
                <span className="fleet-two">
                  {format.moment(row.at)}
                  <small className="hq-faint">
                    {row.type === 'accident' ? t('accidentWord') : `${t('violationWord')} ${row.noticeNo}`}
                  </small>
                </span>
              ),
            },
            {
              key: 'what',
              title: t('what'),
              render: (row) => {
                const { place, what, voidReason } = row
                const blamed = row.type === 'accident' ? row.settled : null
                return (
                  <span className={voidReason ? 'fleet-two fleet-over' : 'fleet-two'}>
                    {what}
                    <small className="hq-faint">
                      {voidReason ? t('voided', { why: voidReason }) : place}
                    </small>
                    {blamed ? (
                      <small className="hq-faint">
                        {t('blamed', { by: blamed.by, when: format.when(blamed.at), ground: blamed.ground })}
                      </small>
                    ) : null}
                  </span>
                )
              },
            },
            {
              key: 'driver',
              title: t('driver'),
              render: (row) => (
                <span className="fleet-two">
                  {row.driver ? (
                    <LinkTo to={`/fleet/drivers/${row.driver.id}`}>{row.driver.name}</LinkTo>
                  ) : (
                    '—'
                  )}
                  <small className="hq-faint">
                    {localised(foundBy[row.foundBy])} {row.trip?.number ?? ''}
                  </small>
                </span>
              ),
            },
            { key: 'state', title: t('state'), card: 'mark', render: (row) => <IncidentState row={row} /> },
            {
              key: 'do',
              title: '',
              card: 'bare',
              render: (row) => (vehicle.can.keep && !row.voidReason ? <IncidentSteps row={row} /> : null),
            },
          ]}
        />
      </Section>
    </div>
  )
}

function IncidentState({ row }: { row: Incident }) {
  const t = useText(messages)
  if (row.type === 'violation')
    return (
      <StateTag tone={row.settledOn ? 'good' : 'waiting'} title={row.settledOn ? t('settled') : t('open')} />
    )
  const hurt = row.injured + row.dead
  if (hurt > 0) return <StateTag tone="bad" title={t('hurt', { n: hurt })} />
  return <StateTag tone={row.blame === 'OPEN' ? 'waiting' : 'ended'} title={blames[row.blame]} />
}

function IncidentSteps({ row }: { row: Incident }) {
  const t = useText(messages)
  if (row.type === 'violation') return <ViolationSteps row={row} />
  if (row.blame !== 'OPEN') return null
  return <Opener title={t('blame')}>{(close) => <SettleBlame accidentId={row.id} onClose={close} />}</Opener>
}

function ViolationSteps({ row }: { row: Extract<Incident, { type: 'violation' }> }) {
  const t = useText(messages)
  const settle = useWrite(fleet.actions.settleViolation, { invalidates: stale, success: t('saved') })
  return (
    <span className="hq-row">
      {row.settledOn ? null : (
        <Button
          loading={settle.isPending}
          onClick={() => settle.mutate({ violationId: row.id, settledOn: todayInChina() })}
        >
          {t('settle')}
        </Button>
      )}
      {row.foundBy === 'NONE' ? (
        <Opener title={t('name')}>{(close) => <NameDriver violationId={row.id} onClose={close} />}</Opener>
      ) : null}
    </span>
  )
}
