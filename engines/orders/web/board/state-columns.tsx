import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { remember, remembered } from '#kernel/web/store.ts'
import type { BoardActs, BoardOrder } from './board-order.ts'
import { boardColumns } from './columns.ts'
import { OrderCard } from './order-card.tsx'

const messages = defineMessages({
  fold: text('折叠“{title}”', 'Fold “{title}”'),
  unfold: text('展开“{title}”', 'Unfold “{title}”'),
})

const memory = 'orders.board.folded'

export interface BoardViewProps {
  orders: readonly BoardOrder[]
  acts: BoardActs
  selection: ReadonlySet<string>
}

/** The board by state: a column per step; a column that one seldom looks at folds to its count. */
export function StateColumns({ orders, acts, selection }: BoardViewProps) {
  const t = useText(messages)
  const localised = useLocalised()
  const [folded, setFolded] = useState(() => new Set((remembered(memory) ?? 'finished').split(',')))
  const toggle = (key: string) => {
    const next = new Set(folded)
    if (!next.delete(key)) next.add(key)
    setFolded(next)
    remember(memory, [...next].join(','))
  }
  return (
    <div className="board-columns">
      {boardColumns.map((column) => {
        const inside = orders.filter((order) => column.states.some((state) => state === order.state))
        const shut = folded.has(column.key)
        const title = localised(column.title)
        return (
          <section
            key={column.key}
            className={`board-column ${shut ? 'board-folded' : ''}`}
            aria-label={title}
          >
            <h2>
              <button
                type="button"
                aria-expanded={!shut}
                aria-label={`${t(shut ? 'unfold' : 'fold', { title })} ${inside.length}`}
                onClick={() => toggle(column.key)}
              >
                <span>{title}</span>
                <span className="board-count">{inside.length}</span>
              </button>
            </h2>
            {shut ? null : (
              <ul className="board-cards" data-board-group={column.key}>
                {inside.map((order) => (
                  <OrderCard key={order.id} order={order} acts={acts} selected={selection.has(order.id)} />
                ))}
                {inside.length === 0 ? <li className="board-empty">{localised(column.empty)}</li> : null}
              </ul>
            )}
          </section>
        )
      })}
    </div>
  )
}
