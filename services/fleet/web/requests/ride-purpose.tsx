import { Input, InputNumber, Select } from 'antd'
import { useId } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { ChoiceTiles } from '#ui/choice-tiles.tsx'
import {
  type Luggage,
  luggages,
  type Purpose,
  purposes,
  type VehicleClass,
  vehicleClasses,
} from '../../words.ts'
import type { RideDraft } from './ride-draft.ts'
import { RideToggle } from './ride-toggle.tsx'

const messages = defineMessages({
  purpose: text('用途', 'Purpose'),
  reason: text('事由', 'What for'),
  reasonHint: text('办什么事，一句话', 'In one sentence'),
  passengers: text('几个人坐车', 'How many passengers'),
  persons: text('人', 'persons'),
  more: text('行李、拼车、电话、车型用途、应急', 'Luggage, sharing, phone, class, emergency'),
  kind: text('车型用途（一般不用选）', 'Class of vehicle (seldom needed)'),
  anyKind: text('由调度安排', 'The dispatcher’s choice'),
  luggage: text('行李', 'Luggage'),
  pool: text('可以和同路的人拼车', 'May share with others going the same way'),
  phone: text('驾驶员联系谁（不填就是您的手机）', 'Whom the driver rings (yours when empty)'),
  emergency: text(
    '应急用车：先派车，一个工作日内补批',
    'Emergency: dispatched first, approved within a working day',
  ),
})

/** What for, how many, and what is rarely changed folded away. */
export function RidePurpose({ value, onChange }: { value: RideDraft; onChange: (next: RideDraft) => void }) {
  const t = useText(messages)
  const say = useLocalised()
  const id = useId()
  return (
    <div className="hq-stack hq-stack-tight">
      <ChoiceTiles
        label={t('purpose')}
        value={value.purpose}
        onChange={(purpose) => onChange({ ...value, purpose: purpose as Purpose })}
        options={Object.entries(purposes).map(([key, title]) => ({ value: key, title }))}
      />
      <label className="ride-pick" htmlFor={`${id}-reason`}>
        <span>{t('reason')}</span>
        <Input
          id={`${id}-reason`}
          size="large"
          maxLength={500}
          placeholder={t('reasonHint')}
          value={value.reason}
          onChange={({ target }) => onChange({ ...value, reason: target.value })}
        />
      </label>
      <label className="ride-pick" htmlFor={`${id}-persons`}>
        <span>{t('passengers')}</span>
        <InputNumber
          id={`${id}-persons`}
          size="large"
          min={1}
          max={60}
          precision={0}
          suffix={t('persons')}
          value={value.passengers}
          onChange={(passengers) => onChange({ ...value, passengers: passengers ?? 1 })}
        />
      </label>
      <details className="ride-more">
        <summary>{t('more')}</summary>
        <div className="hq-stack hq-stack-tight">
          <ChoiceTiles
            label={t('luggage')}
            value={value.luggage}
            onChange={(luggage) => onChange({ ...value, luggage: luggage as Luggage })}
            options={Object.entries(luggages).map(([key, title]) => ({ value: key, title }))}
          />
          <RideToggle
            words={t('pool')}
            on={value.mayPool}
            onChange={(mayPool) => onChange({ ...value, mayPool })}
          />
          <RideToggle
            words={t('emergency')}
            on={value.emergency}
            onChange={(emergency) => onChange({ ...value, emergency })}
          />
          <label className="ride-pick" htmlFor={`${id}-kind`}>
            <span>{t('kind')}</span>
            <Select
              id={`${id}-kind`}
              size="large"
              value={value.vehicleClass ?? ''}
              onChange={(kind) => onChange({ ...value, vehicleClass: (kind || null) as VehicleClass | null })}
              options={[
                { value: '', label: t('anyKind') },
                ...Object.entries(vehicleClasses).map(([key, title]) => ({ value: key, label: say(title) })),
              ]}
            />
          </label>
          <label className="ride-pick" htmlFor={`${id}-phone`}>
            <span>{t('phone')}</span>
            <Input
              id={`${id}-phone`}
              size="large"
              type="tel"
              maxLength={40}
              value={value.contactPhone}
              onChange={({ target }) => onChange({ ...value, contactPhone: target.value })}
            />
          </label>
        </div>
      </details>
    </div>
  )
}
