import { Button } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { PlainTable } from '#ui/plain-table.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import type { Absence } from '../../driver-schema.ts'
import { fleet } from '../../module.ts'
import { absenceKinds } from '../../register-words.ts'
import { absenceStates } from '../../states.ts'
import { Opener } from './opener.tsx'
import { ReasonForm } from './reason-form.tsx'

const messages = defineMessages({
  list: text('请假', 'Leave'),
  kind: text('种类', 'Kind'),
  when: text('时间', 'When'),
  state: text('状态', 'State'),
  note: text('说明', 'Note'),
  trips: text('这段时间已有派车单，要改派：', 'Trips planned in this time, to be given to another: '),
  decided: text('{who}：{why}', '{who}: {why}'),
  grant: text('准假', 'Grant'),
  refuse: text('不准假', 'Refuse'),
  withdraw: text('撤回', 'Withdraw'),
  done: text('已办理', 'Done'),
})
const stale = ['/fleet/drivers', '/fleet/me', '/fleet/absences', '/fleet/roster']

/** Leave with its decision, and the trips it touches. */
export function AbsenceList({ absences }: { absences: readonly Absence[] }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  return (
    <PlainTable
      label={t('list')}
      rows={absences}
      rowKey={({ id }) => id}
      columns={[
        { key: 'kind', title: t('kind'), card: 'title', render: ({ kind }) => localised(absenceKinds[kind]) },
        {
          key: 'when',
          title: t('when'),
          render: ({ from, to }) => `${format.moment(from)} – ${format.moment(to)}`,
        },
        {
          key: 'state',
          title: t('state'),
          card: 'mark',
          render: ({ state }) => <StateTag machine={absenceStates} state={state} />,
        },
        { key: 'note', title: t('note'), render: (absence) => <AbsenceNote absence={absence} /> },
        { key: 'do', title: '', card: 'bare', render: (absence) => <AbsenceSteps absence={absence} /> },
      ]}
    />
  )
}

function AbsenceNote({ absence }: { absence: Absence }) {
  const t = useText(messages)
  // Whoever dispatches comes straight to where the trip is given to another.
  const trips = useSession().allowed('fleet.dispatch') ? '/fleet/dispatch' : '/fleet/trips'
  return (
    <span className="fleet-two">
      {absence.reason}
      {absence.decisionReason ? (
        <small>{t('decided', { who: absence.decidedBy ?? '', why: absence.decisionReason })}</small>
      ) : null}
      {absence.trips.length > 0 ? (
        <small>
          {t('trips')}
          {absence.trips.map(({ id, number }) => (
            <LinkTo key={id} to={`${trips}/${id}`}>
              {number}{' '}
            </LinkTo>
          ))}
        </small>
      ) : null}
    </span>
  )
}

function AbsenceSteps({ absence }: { absence: Absence }) {
  const t = useText(messages)
  const options = { invalidates: stale, success: t('done') }
  const grant = useWrite(fleet.actions.grantLeave, options)
  const withdraw = useWrite(fleet.actions.withdrawLeave, options)
  const absenceId = absence.id
  return (
    <span className="hq-row">
      {absence.can.grant ? (
        <Button type="primary" loading={grant.isPending} onClick={() => grant.mutate({ absenceId })}>
          {t('grant')}
        </Button>
      ) : null}
      {absence.can.refuse ? (
        <Opener title={t('refuse')}>{(close) => <Refuse absenceId={absenceId} onClose={close} />}</Opener>
      ) : null}
      {absence.can.withdraw ? (
        <Button loading={withdraw.isPending} onClick={() => withdraw.mutate({ absenceId })}>
          {t('withdraw')}
        </Button>
      ) : null}
    </span>
  )
}

function Refuse({ absenceId, onClose }: { absenceId: string; onClose: () => void }) {
  const t = useText(messages)
  const write = useWrite(fleet.actions.refuseLeave, {
    quiet: true,
    invalidates: stale,
    success: t('done'),
    onDone: onClose,
  })
  return (
    <ReasonForm
      submit={t('refuse')}
      problem={write.error}
      busy={write.isPending}
      onSubmit={(reason) => write.mutate({ absenceId, reason })}
      onCancel={onClose}
    />
  )
}
