import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useGo } from '#kernel/web/navigate.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DataTable } from '#ui/data-table.tsx'
import { type Filter, stateOptions } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import type { AcquisitionRow } from '../../acquisition-schema.ts'
import { acquisitionStates } from '../../acquisition-states.ts'
import { fleet } from '../../module.ts'
import { vehicleClasses } from '../../words.ts'
import { AcquisitionForm, acquisitionInput } from './acquisition-form.tsx'
import { Opener } from './opener.tsx'
import '../register.css'

const messages = defineMessages({
  title: text('车辆购置', 'Vehicles to buy'),
  ask: text('申请购置', 'Ask for a vehicle'),
  send: text('提交审批', 'Hand in'),
  sent: text('已提交', 'Handed in'),
  number: text('编号', 'Number'),
  what: text('车辆', 'Vehicle'),
  price: text('价格', 'Price'),
  by: text('申请人', 'Asked by'),
  asked: text('申请时间', 'Asked'),
  state: text('状态', 'State'),
  none: text('还没有购置申请', 'No purchases yet'),
})
const filters: Filter[] = [
  { key: 'state', kind: 'multi', label: messages.state, options: stateOptions(acquisitionStates) },
]

/** Vehicles asked for, decided and bought. */
export default function AcquisitionsPage() {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const keeps = useSession().allowed('fleet.keep-register')
  return (
    <Page
      title={t('title')}
      width="wide"
      extra={keeps ? <Opener title={t('ask')}>{(close) => <AskForm onClose={close} />}</Opener> : null}
    >
      <DataTable
        name="fleet.acquisitions"
        title={t('title')}
        read={fleet.actions.listAcquisitions}
        exportTo={fleet.actions.exportAcquisitions}
        filters={filters}
        rowPath={(key) => `/fleet/acquisitions/${key}`}
        empty={{ title: t('none') }}
        columns={[
          {
            key: 'what',
            title: t('what'),
            card: 'title',
            render: (row: AcquisitionRow) => (
              <span className="fleet-two">
                {localised(vehicleClasses[row.class])} {row.model}
                <small className="hq-faint">{row.number}</small>
              </span>
            ),
          },
          {
            key: 'price',
            title: t('price'),
            sort: 'price',
            align: 'right',
            render: (row) => format.money(row.priceFen),
          },
          { key: 'by', title: t('by'), render: (row) => row.askedBy },
          {
            key: 'asked',
            title: t('asked'),
            sort: 'asked',
            render: (row) => format.day(row.askedAt, 'plain'),
          },
          {
            key: 'state',
            title: t('state'),
            card: 'mark',
            render: (row) => <StateTag machine={acquisitionStates} state={row.state} />,
          },
        ]}
      />
    </Page>
  )
}

function AskForm({ onClose }: { onClose: () => void }) {
  const t = useText(messages)
  const go = useGo()
  const write = useWrite(fleet.actions.askForVehicle, {
    quiet: true,
    invalidates: ['/fleet/acquisitions'],
    success: t('sent'),
    onDone: ({ id }) => go(`/fleet/acquisitions/${id}`),
  })
  return (
    <AcquisitionForm
      submit={t('send')}
      problem={write.error}
      busy={write.isPending}
      onSubmit={(values) => write.mutate(acquisitionInput(values))}
      onCancel={onClose}
    />
  )
}
