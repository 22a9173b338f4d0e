import { Input, InputNumber } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { todayInChina } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { meetings } from '../module.ts'
import { type Layout, layouts } from '../words.ts'
import { MeetingTime } from './meeting-time.tsx'
import { Opener } from './opener.tsx'
import { ReasonForm } from './reason-form.tsx'

const messages = defineMessages({
  change: text('修改会议室', 'Change the room'),
  name: text('名称', 'Name'),
  seats: text('容纳人数', 'Seats'),
  layout: text('{layout}容纳人数', 'Seats, {layout}'),
  layoutHint: text('不能这样布置就留空', 'Leave empty where it cannot be set up so'),
  note: text('备注', 'Note'),
  save: text('保存', 'Save'),
  saved: text('已保存', 'Saved'),
  close: text('停用会议室', 'Close the room'),
  from: text('从哪天起', 'From'),
  closed: text('已停用', 'Closed'),
  nobody: text('从这天起没有会议。', 'There are no meetings from that day on.'),
  standing: text(
    '从这天起已有 {n} 场会议：照常保留，主办人会收到通知，请换一间或取消；新的预订不再接受。',
    '{n} meetings are booked from that day on. They stay, their organisers are told to choose another room; nothing new can be booked.',
  ),
  reopen: text('恢复使用', 'Use again'),
  reopened: text('已恢复使用', 'In use again'),
  end: text('提前结束租约', 'End the lease early'),
  endBrief: text('提前结束', 'End early'),
  last: text('最后一天', 'Last day'),
  ended: text('租约已结束', 'The lease is ended'),
})

const stale = ['/meetings/rooms', '/bookings']

interface Room {
  id: string
  name: string
  capacity: number
  layouts: readonly { layout: Layout; capacity: number }[]
  note: string
}
type Values = { name: string; capacity: number; note: string } & Partial<Record<Layout, number | null>>
const layoutNames = Object.keys(layouts) as Layout[]

/** Name, how many it takes in each way of setting it up, note. */
export function ChangeRoom({ room }: { room: Room }) {
  const t = useText(messages)
  return <Opener title={t('change')}>{(close) => <ChangeForm room={room} onClose={close} />}</Opener>
}

function ChangeForm({ room, onClose }: { room: Room; onClose: () => void }) {
  const t = useText(messages)
  const localised = useLocalised()
  const write = useWrite(meetings.actions.changeRoom, {
    quiet: true,
    invalidates: stale,
    success: t('saved'),
    onDone: onClose,
  })
  const { id, name, capacity, note } = room
  return (
    <EntryForm<Values>
      initial={{
        name,
        capacity,
        note,
        ...Object.fromEntries(room.layouts.map((one) => [one.layout, one.capacity])),
      }}
      onSubmit={(values) =>
        write.mutate({
          roomId: id,
          name: values.name,
          capacity: values.capacity,
          note: values.note,
          layouts: layoutNames.flatMap((layout) => {
            const seats = values[layout]
            return seats ? [{ layout, capacity: seats }] : []
          }),
        })
      }
      problem={write.error}
      busy={write.isPending}
      submit={t('save')}
      onCancel={onClose}
    >
      <Field name="name" label={t('name')} required>
        <Input maxLength={100} />
      </Field>
      <Field name="capacity" label={t('seats')} required>
        <InputNumber min={1} max={100_000} precision={0} />
      </Field>
      {layoutNames.map((layout, index) => (
        <Field
          key={layout}
          name={layout}
          label={t('layout', { layout: localised(layouts[layout]) })}
          hint={index === layoutNames.length - 1 ? t('layoutHint') : undefined}
        >
          <InputNumber min={1} max={100_000} precision={0} />
        </Field>
      ))}
      <Field name="note" label={t('note')}>
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 2 }} />
      </Field>
    </EntryForm>
  )
}

/** From a day on, with what is booked from then named before it is decided. */
export function CloseRoom({ roomId }: { roomId: string }) {
  const t = useText(messages)
  return (
    <Opener title={t('close')} danger>
      {(close) => <CloseForm roomId={roomId} onClose={close} />}
    </Opener>
  )
}

interface ClosingValues {
  fromDay: string
  reason: string
}

function CloseForm({ roomId, onClose }: { roomId: string; onClose: () => void }) {
  const t = useText(messages)
  const today = todayInChina()
  const [fromDay, setFromDay] = useState<string>(today)
  const write = useWrite(meetings.actions.closeRoom, {
    quiet: true,
    invalidates: stale,
    success: t('closed'),
    onDone: onClose,
  })
  return (
    <ReasonForm<ClosingValues>
      submit={t('close')}
      danger
      write={write}
      initial={{ fromDay: today }}
      onChange={(values) => setFromDay(values.fromDay)}
      onSubmit={(values) => write.mutate({ roomId, ...values })}
      onClose={onClose}
    >
      <Field name="fromDay" label={t('from')} required>
        <DayInput min={today} />
      </Field>
      {fromDay ? <Standing roomId={roomId} fromDay={fromDay} /> : null}
    </ReasonForm>
  )
}

const shown = 20

/** Meetings in the room from a day on; each leads to its page, where it is moved or cancelled. */
export function Standing({ roomId, fromDay }: { roomId: string; fromDay: string }) {
  const t = useText(messages)
  const read = useRead(meetings.actions.listMeetings, {
    roomId,
    from: fromDay,
    state: ['WAITING', 'CONFIRMED', 'OFFERED', 'CHECKED_IN'],
    limit: shown,
  })
  if (!read.data) return null
  const { items, next } = read.data
  if (items.length === 0) return <p className="hq-soft">{t('nobody')}</p>
  return (
    <div className="hq-stack hq-stack-tight room-standing">
      <p>{t('standing', { n: next === null ? items.length : `${items.length}+` })}</p>
      <ul className="hq-stack hq-stack-tight">
        {[...items].reverse().map(({ id, title, from, to }) => (
          <li key={id} className="hq-row">
            <LinkTo to={`/meetings/${id}`}>{title}</LinkTo>
            <MeetingTime from={from} to={to} />
          </li>
        ))}
      </ul>
    </div>
  )
}

export function ReopenRoom({ roomId }: { roomId: string }) {
  const t = useText(messages)
  return <Opener title={t('reopen')}>{(close) => <ReopenForm roomId={roomId} onClose={close} />}</Opener>
}

function ReopenForm({ roomId, onClose }: { roomId: string; onClose: () => void }) {
  const t = useText(messages)
  const write = useWrite(meetings.actions.reopenRoom, {
    quiet: true,
    invalidates: stale,
    success: t('reopened'),
    onDone: onClose,
  })
  return (
    <ReasonForm
      submit={t('reopen')}
      write={write}
      onSubmit={({ reason }) => write.mutate({ roomId, reason })}
      onClose={onClose}
    />
  )
}

interface EndLeaseProps {
  roomId: string
  lease: { id: string; fromDay: string; toDay: string }
}

/** Before its time; the contract stays on record with the reason. */
export function EndLease({ roomId, lease }: EndLeaseProps) {
  const t = useText(messages)
  return (
    <Opener title={t('endBrief')}>
      {(close) => <EndForm roomId={roomId} lease={lease} onClose={close} />}
    </Opener>
  )
}

function EndForm({ roomId, lease, onClose }: EndLeaseProps & { onClose: () => void }) {
  const t = useText(messages)
  const write = useWrite(meetings.actions.endLease, {
    quiet: true,
    invalidates: stale,
    success: t('ended'),
    onDone: onClose,
  })
  return (
    <ReasonForm<{ toDay: string; reason: string }>
      submit={t('end')}
      danger
      write={write}
      onSubmit={(values) => write.mutate({ roomId, leaseId: lease.id, ...values })}
      onClose={onClose}
    >
      <Field name="toDay" label={t('last')} required>
        <DayInput min={lease.fromDay} max={lease.toDay} />
      </Field>
    </ReasonForm>
  )
}
