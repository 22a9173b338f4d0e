import { Input, InputNumber } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useGo } from '#kernel/web/navigate.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { meetings } from '../module.ts'
import { searchSites } from './choices.ts'
import { Opener } from './opener.tsx'

const messages = defineMessages({
  fresh: text('登记会议室', 'Register a room'),
  code: text('会议室编号', 'Code'),
  name: text('名称', 'Name'),
  site: text('所在物业', 'Site'),
  seats: text('容纳人数', 'Seats'),
  lease: text('登记租约', 'Register a lease'),
  lessor: text('出租方', 'Lessor'),
  contract: text('合同号', 'Contract'),
  from: text('起租日', 'From'),
  to: text('到期日', 'To'),
  rent: text('年租金（元）', 'Rent a year (yuan)'),
  fitOut: text('登记装修', 'Register a fit-out'),
  day: text('日期', 'Day'),
  what: text('内容', 'What'),
  contractor: text('施工单位', 'Contractor'),
  cost: text('费用（元）', 'Cost (yuan)'),
  save: text('保存', 'Save'),
  saved: text('已保存', 'Saved'),
})

const stale = ['/meetings/rooms']
const mostYuan = 1_000_000_000
const fen = (yuan: number) => Math.round(yuan * 100)

interface RoomValues {
  code: string
  name: string
  siteId: string
  capacity: number
}

export function NewRoom() {
  const t = useText(messages)
  return <Opener title={t('fresh')}>{(close) => <NewRoomForm onClose={close} />}</Opener>
}

function NewRoomForm({ onClose }: { onClose: () => void }) {
  const t = useText(messages)
  const go = useGo()
  const write = useWrite(meetings.actions.createRoom, {
    quiet: true,
    invalidates: stale,
    success: t('saved'),
    onDone: ({ id }) => go(`/meetings/rooms/${id}`),
  })
  return (
    <EntryForm<RoomValues>
      onSubmit={(values) => write.mutate(values)}
      problem={write.error}
      busy={write.isPending}
      submit={t('save')}
      onCancel={onClose}
    >
      <Field name="code" label={t('code')} required>
        <Input maxLength={40} />
      </Field>
      <Field name="name" label={t('name')} required>
        <Input maxLength={100} />
      </Field>
      <Field name="siteId" label={t('site')} required>
        <SearchSelect name="siteId" search={searchSites} />
      </Field>
      <Field name="capacity" label={t('seats')} required>
        <InputNumber min={1} max={100_000} precision={0} />
      </Field>
    </EntryForm>
  )
}

interface LeaseValues {
  lessor: string
  contractNo: string
  fromDay: string
  toDay: string
  yearlyRentFen: number
}

export function NewLease({ roomId }: { roomId: string }) {
  const t = useText(messages)
  return <Opener title={t('lease')}>{(close) => <LeaseForm roomId={roomId} onClose={close} />}</Opener>
}

function LeaseForm({ roomId, onClose }: { roomId: string; onClose: () => void }) {
  const t = useText(messages)
  const write = useWrite(meetings.actions.addLease, {
    quiet: true,
    invalidates: stale,
    success: t('saved'),
    onDone: onClose,
  })
  return (
    <EntryForm<LeaseValues>
      onSubmit={({ yearlyRentFen, ...values }) =>
        write.mutate({ ...values, roomId, yearlyRentFen: fen(yearlyRentFen) })
      }
      problem={write.error}
      busy={write.isPending}
      submit={t('save')}
      onCancel={onClose}
    >
      <Field name="lessor" label={t('lessor')} required>
        <Input maxLength={100} />
      </Field>
      <Field name="contractNo" label={t('contract')} required>
        <Input maxLength={60} />
      </Field>
      <Field name="fromDay" label={t('from')} required>
        <DayInput />
      </Field>
      <Field name="toDay" label={t('to')} required>
        <DayInput />
      </Field>
      <Field name="yearlyRentFen" label={t('rent')} required>
        <InputNumber min={0} max={mostYuan} precision={2} />
      </Field>
    </EntryForm>
  )
}

interface FitOutValues {
  onDay: string
  what: string
  contractor: string
  costFen: number
}

export function NewFitOut({ roomId }: { roomId: string }) {
  const t = useText(messages)
  return <Opener title={t('fitOut')}>{(close) => <FitOutForm roomId={roomId} onClose={close} />}</Opener>
}

function FitOutForm({ roomId, onClose }: { roomId: string; onClose: () => void }) {
  const t = useText(messages)
  const write = useWrite(meetings.actions.addFitOut, {
    quiet: true,
    invalidates: stale,
    success: t('saved'),
    onDone: onClose,
  })
  return (
    <EntryForm<FitOutValues>
      onSubmit={({ costFen, ...values }) => write.mutate({ ...values, roomId, costFen: fen(costFen) })}
      problem={write.error}
      busy={write.isPending}
      submit={t('save')}
      onCancel={onClose}
    >
      <Field name="onDay" label={t('day')} required>
        <DayInput />
      </Field>
      <Field name="what" label={t('what')} required>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Field>
      <Field name="contractor" label={t('contractor')} required>
        <Input maxLength={100} />
      </Field>
      <Field name="costFen" label={t('cost')} required>
        <InputNumber min={0} max={mostYuan} precision={2} />
      </Field>
    </EntryForm>
  )
}
