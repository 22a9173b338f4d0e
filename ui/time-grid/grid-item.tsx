import { LockOutlined } from '@ant-design/icons'
import { type CSSProperties, memo } from 'react'
import { Shape } from '../shape.tsx'
import type { Axis } from './axis.ts'
import { Part } from './part.tsx'
import type { PlacedItem } from './place-items.ts'
import type { GridSpeech } from './use-grid-words.ts'

/** Places on a line are given to the style sheet as custom properties, parts of the whole line. */
export type PlaceStyle = CSSProperties & Record<`--${string}`, string | number>

/** Part of a week's line below which no word fits: two hours of seven days. */
const narrow = 1 / 50

export interface GridItemProps {
  placed: PlacedItem
  /** Shown minutes of the whole line. */
  length: number
  axis: Axis
  where: string
  words: GridSpeech
  selected: boolean
  /** The keyboard stands on it. */
  current: boolean
}

function GridItemBox({ placed, length, axis, where, words, selected, current }: GridItemProps) {
  const { item, start, end, lane, lanes, cutStart, cutEnd } = placed
  const style: PlaceStyle = {
    '--from': start / length,
    '--to': end / length,
    '--lane': lane,
    '--lanes': lanes,
  }
  const state = words.localised(item.state)
  return (
    <Part
      role="gridcell"
      className={`hq-tg-item hq-tone-${item.tone}`}
      style={style}
      tabIndex={current ? 0 : -1}
      data-id={item.id}
      data-lanes={lanes > 1 || undefined}
      data-waiting={item.waiting || undefined}
      data-private={item.private || undefined}
      data-fixed={!item.movable || item.private || undefined}
      data-short={(end - start) / length < narrow || undefined}
      data-late={start / length > 0.6 || undefined}
      data-cut-start={cutStart || undefined}
      data-cut-end={cutEnd || undefined}
      aria-label={words.itemLabel(item, where)}
      aria-selected={selected}
      aria-colindex={2 + Math.floor(start / axis.step)}
      aria-colspan={Math.max(1, Math.ceil(end / axis.step) - Math.floor(start / axis.step))}
    >
      <div className="hq-tg-words">
        <span className="hq-tg-title">
          {item.private ? <LockOutlined aria-hidden /> : <Shape tone={item.tone} />}
          <span>{words.titleOf(item)}</span>
        </span>
        <span className="hq-tg-note">{[state, item.note].filter(Boolean).join(' · ')}</span>
      </div>
    </Part>
  )
}

/** An item on its line: word, colour and shape. */
export const GridItemCell = memo(
  GridItemBox,
  (one, other) =>
    one.length === other.length &&
    one.where === other.where &&
    one.words === other.words &&
    one.selected === other.selected &&
    one.current === other.current &&
    one.axis.step === other.axis.step &&
    one.placed.item === other.placed.item &&
    one.placed.start === other.placed.start &&
    one.placed.end === other.placed.end &&
    one.placed.lane === other.placed.lane &&
    one.placed.lanes === other.placed.lanes,
)
