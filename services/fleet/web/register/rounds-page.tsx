import { Input, Select } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useGo } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { type Filter, stateOptions } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { roundStates } from '../../insurance-words.ts'
import { fleet } from '../../module.ts'
import { Opener } from './opener.tsx'
import '../register.css'

const messages = defineMessages({
  title: text('车辆保险询价', 'Insurance rounds'),
  rule: text(
    '邀请入围保险公司，报价密封到开标；开标有监督人，最低价中标，谁也不能另选。',
    'Pre-selected insurers are invited; quotes stay sealed until a witnessed opening; the lowest wins, nobody chooses.',
  ),
  invite: text('邀请报价', 'Invite quotes'),
  select: text('登记入围保险公司', 'Pre-select an insurer'),
  what: text('询价', 'Round'),
  until: text('报价截止', 'Quotes due'),
  quoted: text('已报价', 'Quoted'),
  state: text('状态', 'State'),
  winner: text('中标', 'Won by'),
  none: text('还没有保险询价', 'No rounds yet'),
  name: text('名称', 'Name'),
  terms: text('投保要求（对每家相同）', 'Terms, the same for all'),
  insurers: text('保险公司（至少 3 家）', 'Insurers (at least 3)'),
  vehicles: text('投保车辆', 'Vehicles'),
  contact: text('联系人', 'Contact'),
  from: text('入围起', 'From'),
  to: text('入围止', 'To'),
  saved: text('已保存', 'Saved'),
})

const filters: Filter[] = [
  { key: 'state', kind: 'multi', label: messages.state, options: stateOptions(roundStates) },
]

/** How the vehicles are insured: rounds of sealed quotes. */
export default function RoundsPage() {
  const t = useText(messages)
  const format = useFormat()
  const keeps = useSession().allowed('fleet.keep-register')
  return (
    <Page
      title={t('title')}
      width="wide"
      subtitle={t('rule')}
      extra={
        keeps ? (
          <span className="hq-row">
            <Opener title={t('invite')}>{(close) => <InviteForm onClose={close} />}</Opener>
            <Opener title={t('select')}>{(close) => <InsurerForm onClose={close} />}</Opener>
          </span>
        ) : null
      }
    >
      <DataTable
        name="fleet.insurance-rounds"
        title={t('title')}
        read={fleet.actions.listRounds}
        exportTo={fleet.actions.exportRounds}
        filters={filters}
        rowPath={(key) => `/fleet/insurance/${key}`}
        empty={{ title: t('none') }}
        columns={[
          {
            key: 'what',
            title: t('what'),
            card: 'title',
            render: (row) => (
              <span className="fleet-two">
                {row.title}
                <small className="hq-faint">{row.number}</small>
              </span>
            ),
          },
          { key: 'until', title: t('until'), sort: 'until', render: (row) => format.moment(row.quotesUntil) },
          {
            key: 'quoted',
            title: t('quoted'),
            align: 'right',
            render: (row) => `${row.quoted} / ${row.invited}`,
          },
          { key: 'winner', title: t('winner'), render: (row) => row.winner ?? '—' },
          {
            key: 'state',
            title: t('state'),
            card: 'mark',
            render: (row) => <StateTag machine={roundStates} state={row.state} />,
          },
        ]}
      />
    </Page>
  )
}

interface InviteValues {
  title: string
  terms: string
  quotesUntil: string
  insurerIds: string[]
  vehicleIds: string[]
}

function InviteForm({ onClose }: { onClose: () => void }) {
  const t = useText(messages)
  const go = useGo()
  const insurers = useRead(fleet.actions.listInsurers, {})
  const vehicles = useRead(fleet.actions.listVehicles, { state: ['IN_USE', 'OUT_OF_USE'], limit: 200 })
  const write = useWrite(fleet.actions.inviteInsurers, {
    quiet: true,
    invalidates: ['/fleet/insurance-rounds'],
    success: t('saved'),
    onDone: ({ id }) => go(`/fleet/insurance/${id}`),
  })
  return (
    <EntryForm<InviteValues>
      onSubmit={(values) => write.mutate(values)}
      problem={write.error}
      busy={write.isPending}
      submit={t('invite')}
      onCancel={onClose}
    >
      <Field name="title" label={t('name')} required>
        <Input maxLength={200} />
      </Field>
      <Field name="terms" label={t('terms')} required>
        <Input.TextArea maxLength={4000} autoSize={{ minRows: 3 }} />
      </Field>
      <Field name="quotesUntil" label={t('until')} required>
        <DayInput time />
      </Field>
      <Field name="insurerIds" label={t('insurers')} required>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={(insurers.data?.items ?? [])
            .filter(({ selected }) => selected)
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <Field name="vehicleIds" label={t('vehicles')} required>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={(vehicles.data?.items ?? []).map(({ id, plate }) => ({ value: id, label: plate }))}
        />
      </Field>
    </EntryForm>
  )
}

function InsurerForm({ onClose }: { onClose: () => void }) {
  const t = useText(messages)
  const write = useWrite(fleet.actions.addInsurer, {
    quiet: true,
    invalidates: ['/fleet/insurers'],
    success: t('saved'),
    onDone: onClose,
  })
  return (
    <EntryForm<{ name: string; contact?: string; fromDay: string; toDay: string }>
      onSubmit={(values) => write.mutate(values)}
      problem={write.error}
      busy={write.isPending}
      submit={t('select')}
      onCancel={onClose}
    >
      <Field name="name" label={t('name')} required>
        <Input maxLength={100} />
      </Field>
      <Field name="contact" label={t('contact')}>
        <Input maxLength={100} />
      </Field>
      <Field name="fromDay" label={t('from')} required>
        <DayInput />
      </Field>
      <Field name="toDay" label={t('to')} required>
        <DayInput />
      </Field>
    </EntryForm>
  )
}
