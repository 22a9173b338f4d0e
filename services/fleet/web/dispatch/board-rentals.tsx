import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { StateTag } from '#ui/state-tag.tsx'
import { rentalStates } from '../../rental-states.ts'
import type { Board } from './board-types.ts'

const messages = defineMessages({
  rentals: text('租赁车辆 {n}', 'Rented vehicles: {n}'),
})

/** What was rented for the day stands in no row of the grid, so it stands above it. */
export function BoardRentals({ rentals }: Pick<Board, 'rentals'>) {
  const t = useText(messages)
  const format = useFormat()
  if (rentals.length === 0) return null
  return (
    <section className="dispatch-rentals" aria-label={t('rentals', { n: rentals.length })}>
      <h2>{t('rentals', { n: rentals.length })}</h2>
      <ul className="dispatch-plain">
        {rentals.map((one) => (
          <li key={one.id} className="hq-row">
            <LinkTo to={`/fleet/rentals/${one.id}`}>
              {one.plate} {format.time(one.from)}–{format.time(one.to)} {one.destination}
            </LinkTo>
            <span className="hq-soft">
              {one.driverName} · {one.supplierName} · {one.unitName}
            </span>
            <StateTag machine={rentalStates} state={one.state} />
          </li>
        ))}
      </ul>
    </section>
  )
}
