import { InputNumber, Segmented, Select } from 'antd'
import { useId } from 'react'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { type Dimensions, maxColumns, maxRows, maxSeatsOf, type SeatingPlan } from '../../seating/schema.ts'
import { allLayouts, type LayoutName, layouts } from '../../seating/words.ts'
import { seatingMessages } from './messages.ts'

type NumberKey = Exclude<keyof Dimensions, 'seats'>

/** The numbers that each layout asks for besides its seats, with their names and limits. */
const asked: Record<
  LayoutName,
  { key: NumberKey; label: keyof typeof seatingMessages; most: number; least: number }[]
> = {
  CLASSROOM: rowsAsk(),
  THEATRE: rowsAsk(),
  HOLLOW_SQUARE: [{ key: 'columns', label: 'sideColumns', most: maxColumns, least: 1 }],
  U_SHAPE: [{ key: 'columns', label: 'headColumns', most: maxColumns, least: 1 }],
  BOARD: [{ key: 'columns', label: 'sideColumns', most: maxColumns, least: 1 }],
  ROSTRUM: [{ key: 'rows', label: 'rows', most: maxRows, least: 1 }],
}

function rowsAsk(): (typeof asked)['THEATRE'] {
  return [
    { key: 'columns', label: 'columns', most: maxColumns, least: 1 },
    { key: 'rostrumSeats', label: 'rostrumSeats', most: maxColumns, least: 0 },
    { key: 'aisles', label: 'aisles', most: 3, least: 0 },
  ]
}

interface ShapeFieldsProps {
  plan: SeatingPlan
  onReshape: (to: Pick<SeatingPlan, 'layout' | 'dimensions'>) => void
  onEvenRule: (rule: SeatingPlan['evenRule']) => void
}

/** Layout and numbers of the room. A number left empty is worked out. */
export function ShapeFields({ plan, onReshape, onEvenRule }: ShapeFieldsProps) {
  const t = useText(seatingMessages)
  const say = useLocalised()
  const field = useId()
  const { layout, dimensions } = plan
  const set = (numbers: Partial<Dimensions>) =>
    onReshape({ layout, dimensions: { ...dimensions, ...numbers } })
  const choose = (next: LayoutName) =>
    onReshape({ layout: next, dimensions: { seats: Math.min(dimensions.seats, maxSeatsOf[next]) } })
  return (
    <div className="hq-seat-shape">
      <label htmlFor={`${field}layout`}>
        <span>{t('layout')}</span>
        <Select
          id={`${field}layout`}
          value={layout}
          onChange={choose}
          options={allLayouts.map((value) => ({ value, label: say(layouts[value]) }))}
        />
      </label>
      <label htmlFor={`${field}seats`}>
        <span>{t('seats')}</span>
        <InputNumber
          id={`${field}seats`}
          min={1}
          max={maxSeatsOf[layout]}
          precision={0}
          value={dimensions.seats}
          onChange={(seats) => seats && set({ seats })}
        />
      </label>
      {asked[layout].map(({ key, label, most, least }) => (
        <label key={key} htmlFor={field + key}>
          <span>{t(label)}</span>
          <InputNumber
            id={field + key}
            min={least}
            max={most}
            precision={0}
            placeholder={least === 0 ? '0' : t('automatic')}
            value={dimensions[key] ?? null}
            onChange={(value) => set({ [key]: value ?? undefined })}
          />
        </label>
      ))}
      <div className="hq-seat-even">
        <span>{t('evenRule')}</span>
        <Segmented
          aria-label={t('evenRule')}
          value={plan.evenRule}
          onChange={onEvenRule}
          options={(['SECOND_AT_LEFT', 'FIRST_AT_LEFT'] as const).map((value) => ({
            value,
            label: t(value),
          }))}
        />
      </div>
    </div>
  )
}
