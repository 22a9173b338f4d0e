import { Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useGo } from '#kernel/web/navigate.ts'
import type { RowOf } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import type { Filter } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import type { Column } from '#ui/plain-table.tsx'
import { LongName } from '#ui/section.tsx'
import { bookings } from '../module.ts'
import { type ResourceKind, resourceKinds } from '../words.ts'
import { useBookingWrite } from './use-booking-write.ts'

const messages = defineMessages({
  title: text('可预订的资源', 'What can be booked'),
  all: text('预订和候补', 'Bookings'),
  add: text('登记设备等', 'Register equipment'),
  kind: text('类别', 'Kind'),
  code: text('编号', 'Code'),
  name: text('名称', 'Name'),
  site: text('所在物业', 'Site'),
  quantity: text('数量', 'Pieces'),
  capacity: text('容纳人数', 'Persons'),
  features: text('配备', 'Has'),
  closed: text('含停用的', 'With closed ones'),
  isClosed: text('已停用', 'closed'),
  find: text('搜名称、编号、物业、配备', 'Search name, code, site, features'),
  none: text('还没有可预订的资源', 'Nothing can be booked yet'),
  next: text(
    '会议室在“会议室”里登记，无线话筒等设备在这里登记。',
    'Rooms are registered under “Rooms”, equipment here.',
  ),
  save: text('登记', 'Register'),
  done: text('已登记', 'Registered'),
})

const filters: Filter[] = [
  {
    key: 'kind',
    kind: 'select',
    label: messages.kind,
    options: Object.entries(resourceKinds).map(([value, label]) => ({ value, label })),
  },
  { key: 'closed', kind: 'toggle', label: messages.closed },
]

type Row = RowOf<typeof bookings.actions.listResources>

/** What can be booked, each with its rules. */
export default function ResourcesPage() {
  const t = useText(messages)
  const say = useLocalised()
  const session = useSession()
  const [adding, setAdding] = useState(false)
  const columns: Column<Row>[] = [
    {
      key: 'name',
      title: messages.name,
      render: (row) => (
        <span className="hq-party">
          <LongName>{row.name}</LongName>
          <small className="hq-faint hq-number">
            {row.code}
            {row.closedAt ? ` · ${t('isClosed')}` : ''}
          </small>
        </span>
      ),
    },
    { key: 'kind', title: messages.kind, card: 'mark', render: (row) => say(resourceKinds[row.kind]) },
    { key: 'site', title: messages.site, render: (row) => row.site?.name ?? '—' },
    { key: 'quantity', title: messages.quantity, align: 'right', render: (row) => row.quantity },
    { key: 'capacity', title: messages.capacity, align: 'right', render: (row) => row.capacity ?? '—' },
    {
      key: 'features',
      title: messages.features,
      render: (row) => <LongName>{row.features.join('、') || '—'}</LongName>,
    },
  ]
  return (
    <Page
      title={t('title')}
      width="wide"
      trail={[{ title: t('all'), to: '/bookings' }]}
      action={
        session.allowed('bookings.configure')
          ? { title: messages.add, onClick: () => setAdding(true) }
          : undefined
      }
    >
      <DataTable
        name="bookings.resources"
        title={t('title')}
        read={bookings.actions.listResources}
        exportTo={bookings.actions.exportResources}
        filters={filters}
        search={messages.find}
        searchAs="search"
        columns={columns}
        rowPath={(key) => `/bookings/resources/${key}`}
        empty={{ icon: 'calendar', title: messages.none, next: messages.next }}
      />
      {adding ? <AddDialog onClose={() => setAdding(false)} /> : null}
    </Page>
  )
}

interface Values {
  kind: ResourceKind
  code: string
  name: string
  quantity: number
}

function AddDialog({ onClose }: { onClose: () => void }) {
  const t = useText(messages)
  const say = useLocalised()
  const go = useGo()
  const create = useBookingWrite(bookings.actions.createResource, {
    success: t('done'),
    quiet: true,
    onDone: ({ id }) => go(`/bookings/resources/${id}`),
  })
  const kinds = (['EQUIPMENT', 'SEAT', 'BED'] as const).map((one) => ({
    value: one,
    label: say(resourceKinds[one]),
  }))
  return (
    <Modal open title={t('add')} footer={null} onCancel={onClose}>
      <EntryForm<Values>
        initial={{ kind: 'EQUIPMENT', quantity: 1 }}
        submit={t('save')}
        busy={create.isPending}
        problem={create.error}
        onSubmit={(values) => create.mutate(values)}
        onCancel={onClose}
      >
        <Field name="kind" label={t('kind')} required>
          <Select options={kinds} />
        </Field>
        <Field name="code" label={t('code')} required>
          <Input maxLength={40} />
        </Field>
        <Field name="name" label={t('name')} required>
          <Input maxLength={100} />
        </Field>
        <Field name="quantity" label={t('quantity')} required>
          <InputNumber min={1} max={10_000} />
        </Field>
      </EntryForm>
    </Modal>
  )
}
