import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { PlainTable } from '#ui/plain-table.tsx'
import type { PublishedRow } from '../../account-schema.ts'
import { rentedVehicle, vehicleClasses } from '../../words.ts'

const messages = defineMessages({
  label: text('公示内容', 'What is published'),
  time: text('出车时间', 'Left'),
  reason: text('用车事由', 'Reason'),
  place: text('地点', 'Place'),
  km: text('里程（公里）', 'Km'),
  fuel: text('加油（升）', 'Litres'),
  fuelCost: text('燃油费（元）', 'Fuel, yuan'),
  cost: text('费用（元）', 'Cost, yuan'),
  class: text('车辆类别', 'Class'),
})

/** Trips as the public of the bureau sees them: time, reason, place, kilometres, fuel, cost; nobody's name. */
export function PublishedTable({ rows }: { rows: readonly PublishedRow[] }) {
  const t = useText(messages)
  const format = useFormat()
  const localised = useLocalised()
  const money = (fen: number) => (fen === 0 ? '—' : format.number(fen / 100, { decimals: 2 }))
  return (
    <PlainTable
      label={t('label')}
      rows={rows}
      rowKey={({ tripId }) => tripId}
      columns={[
        { key: 'reason', title: t('reason'), card: 'title', render: ({ reason }) => reason },
        { key: 'time', title: t('time'), render: ({ leftAt }) => format.moment(leftAt) },
        { key: 'place', title: t('place'), render: ({ place }) => place },
        { key: 'km', title: t('km'), align: 'right', render: ({ km }) => km },
        { key: 'litres', title: t('fuel'), align: 'right', render: ({ litres }) => litres || '—' },
        {
          key: 'fuel',
          title: t('fuelCost'),
          align: 'right',
          card: 'none',
          render: ({ fuelFen }) => money(fuelFen),
        },
        { key: 'cost', title: t('cost'), align: 'right', render: ({ costFen }) => money(costFen) },
        {
          key: 'class',
          title: t('class'),
          render: (row) => localised(row.class === null ? rentedVehicle : vehicleClasses[row.class]),
        },
      ]}
    />
  )
}
