import { useMemo, useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { problemOf } from '#kernel/web/problem-of.ts'
import { type PlacedSpan, TimeGrid } from '#ui/time-grid/time-grid.tsx'
import { fleet } from '../../module.ts'
import { type BoardSide, boardRows } from './board-rows.ts'
import type { Board, QueuedRequest } from './board-types.ts'
import { useDispatchWrite } from './use-dispatch-write.ts'
import { WordsDialog } from './words-dialog.tsx'

const messages = defineMessages({
  label: text('{day}的车辆和驾驶员', 'Vehicles and drivers on {day}'),
  moved: text('已调整', 'Rearranged'),
  tooFew: text('只能坐 {n} 人', 'takes {n} only'),
  title: text('写明理由再调整', 'Say why'),
  yes: text('仍要调整', 'Rearrange all the same'),
})

interface BoardGridProps {
  board: Board
  sides: readonly BoardSide[]
  carried: QueuedRequest | null
  onDropRequest: (request: QueuedRequest, row: { vehicleId?: string; driverId?: string }) => Promise<void>
  onOpen: (tripId: string) => void
  selected: string | null
}

interface Change {
  tripId: string
  from: string
  to: string
  vehicleId?: string
  driverId?: string
}

/** Vehicles above, drivers below: a card let go on a row is assigned, a trip dragged to another row changes vehicle or driver. */
export function BoardGrid({ board, sides, carried, onDropRequest, onOpen, selected }: BoardGridProps) {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  const { rows, items, blocked } = useMemo(() => boardRows(board, sides, say), [board, sides, say])
  const [asked, setAsked] = useState<{ change: Change; warning: string } | null>(null)
  const move = useDispatchWrite(fleet.actions.rearrangeTrip, {
    success: t('moved'),
    onDone: () => setAsked(null),
  })
  const placesOf = useMemo(() => new Map(board.vehicles.map(({ id, seats }) => [id, seats - 1])), [board])
  const isVehicle = (id: string) => placesOf.has(id)
  const rearrange = (change: Change, note?: string) =>
    move.mutateAsync({ ...change, ...(note ? { note } : {}) }).catch((error: unknown) => {
      const told = problemOf(error)
      if (told.code === 'fleet.needs_words') setAsked({ change, warning: told.detail })
    })
  const onMove = ({ id, rowId, from, to }: PlacedSpan & { id: string }) => {
    const [tripId, side] = id.split('/') as [string, BoardSide]
    // A trip goes from vehicle to vehicle, or from driver to driver.
    if (isVehicle(rowId) !== (side === 'vehicles')) return
    return rearrange({
      tripId,
      from,
      to,
      ...(side === 'vehicles' ? { vehicleId: rowId } : { driverId: rowId }),
    })
  }
  return (
    <>
      <TimeGrid
        label={t('label', { day: format.day(board.day) })}
        rows={rows}
        items={items}
        blocked={blocked}
        day={board.day}
        view="day"
        hours={{ from: 6, to: 22 }}
        selected={selected && `${selected}/${sides[0]}`}
        carried={
          carried && {
            from: carried.from,
            to: carried.to,
            refused: (rowId) => {
              const places = placesOf.get(rowId)
              return places !== undefined && places < carried.passengers ? t('tooFew', { n: places }) : null
            },
          }
        }
        {...(board.mayDispatch
          ? {
              onMove,
              onDrop: ({ rowId }: PlacedSpan) =>
                carried
                  ? onDropRequest(carried, isVehicle(rowId) ? { vehicleId: rowId } : { driverId: rowId })
                  : null,
            }
          : {})}
        onOpen={(id) => onOpen(id.split('/')[0]!)}
      />
      {asked ? (
        <WordsDialog
          title={t('title')}
          about={asked.warning}
          yes={t('yes')}
          busy={move.isPending}
          onSay={(note) => void rearrange(asked.change, note)}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </>
  )
}
