import { text } from '#kernel/contract/text.ts'
import type { Format } from '#kernel/web/format.ts'
import type { Column } from '#ui/plain-table.tsx'
import type { AccountSums } from '../../account-schema.ts'

type Summed = AccountSums & { totalFen: number }

const whole = (value: number) => (value === 0 ? '—' : value)

/** What a vehicle drove and cost, as columns of the month's table and of a vehicle's year. */
export function sumColumns<R extends Summed>(format: Format): Column<R>[] {
  const money = (fen: number) => (fen === 0 ? '—' : format.number(fen / 100, { decimals: 2 }))
  return [
    { key: 'trips', title: text('出车（次）', 'Trips'), align: 'right', render: (row) => whole(row.trips) },
    { key: 'km', title: text('里程（公里）', 'Km'), align: 'right', render: (row) => whole(row.km) },
    {
      key: 'fuel',
      title: text('油电', 'Litres, kWh'),
      align: 'right',
      render: (row) =>
        [row.litres && `${row.litres}\u00a0L`, row.kwh && `${row.kwh}\u00a0kWh`].filter(Boolean).join(' ') ||
        '—',
    },
    {
      key: 'energyFen',
      title: text('油电费（元）', 'Energy, yuan'),
      align: 'right',
      render: (row) => money(row.fuelFen + row.chargingFen),
    },
    {
      key: 'way',
      title: text('路桥停车（元）', 'Tolls, parking'),
      align: 'right',
      card: 'none',
      render: (row) => money(row.tollFen + row.parkingFen + row.otherFen),
    },
    {
      key: 'keep',
      title: text('维修保险（元）', 'Upkeep, insurance'),
      align: 'right',
      card: 'none',
      render: (row) => money(row.upkeepFen + row.insuranceFen),
    },
    {
      key: 'total',
      title: text('合计（元）', 'Total, yuan'),
      align: 'right',
      render: (row) => money(row.totalFen),
    },
  ]
}

/** The same figures as the last row of a table: with `before` cells in front of them and `after` behind. */
export function SumRow({
  total,
  format,
  name,
  before,
  after,
}: {
  total: Summed
  format: Format
  name: string
  before: number
  after: number
}) {
  return (
    <tr>
      <th scope="row" colSpan={before}>
        {name}
      </th>
      {sumColumns<Summed>(format).map(({ key, render }) => (
        <td key={key} className="hq-right">
          {render(total)}
        </td>
      ))}
      {after > 0 ? <td colSpan={after} /> : null}
    </tr>
  )
}
