import { Checkbox, Input, InputNumber, Select } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { meetings } from '../module.ts'
import { followOccasion } from '../propose-services.ts'
import { classes, type Layout, layouts, type MeetingClass, type Service } from '../words.ts'
import { ServicePicker } from './service-picker.tsx'

const messages = defineMessages({
  title: text('会议名称', 'Title'),
  persons: text('参会人数', 'Persons'),
  class: text('级别', 'Class'),
  layout: text('布局', 'Layout'),
  asIs: text('按会议室原样', 'As the room stands'),
  accessories: text('借用设备', 'Equipment'),
  stock: text('共 {n} {unit}', '{n} {unit} in all'),
  note: text('还有什么要求（可不填）', 'Anything else (optional)'),
  private: text('不公开：别人只看到有会', 'Private: others only see that the room is taken'),
})

export interface MeetingDraft {
  title: string
  headcount: number
  services: Service[]
  class: MeetingClass
  private: boolean
  layout: Layout | null
  accessories: { accessoryId: string; quantity: number }[]
  note: string
}

interface NeedsFormProps {
  value: MeetingDraft
  onChange: (next: MeetingDraft) => void
  roomId: string | null
  mayLead: boolean
}

/** What the meeting is, and what it needs; everything has an answer already. */
export function NeedsForm({ value, onChange, roomId, mayLead }: NeedsFormProps) {
  const t = useText(messages)
  const localised = useLocalised()
  const set = (part: Partial<MeetingDraft>) => onChange({ ...value, ...part })
  // What the standard has done for such a meeting comes and goes with what the meeting is.
  const setOccasion = (part: Partial<Pick<MeetingDraft, 'class' | 'layout'>>) => {
    const next = { ...value, ...part }
    onChange({ ...next, services: followOccasion(value.services, value, next) })
  }
  const room = useRead(meetings.actions.readRoom, { roomId: roomId ?? '' }, { enabled: roomId !== null })
  const ranks = (Object.keys(classes) as MeetingClass[]).filter((rank) => mayLead || rank !== 'LEADERSHIP')
  return (
    <div className="hq-stack">
      <div className="meeting-pick">
        <span>{t('title')}</span>
        <Input
          aria-label={t('title')}
          value={value.title}
          maxLength={200}
          size="large"
          onChange={({ target }) => set({ title: target.value })}
        />
      </div>
      <div className="meeting-time">
        <div className="meeting-pick">
          <span>{t('persons')}</span>
          <InputNumber
            aria-label={t('persons')}
            value={value.headcount}
            min={1}
            max={100_000}
            precision={0}
            size="large"
            onChange={(headcount) => headcount && set({ headcount })}
          />
        </div>
        <div className="meeting-pick">
          <span>{t('class')}</span>
          <Select
            aria-label={t('class')}
            value={value.class}
            onChange={(rank) => setOccasion({ class: rank })}
            options={ranks.map((rank) => ({ value: rank, label: localised(classes[rank]) }))}
          />
        </div>
        <div className="meeting-pick">
          <span>{t('layout')}</span>
          <Select
            aria-label={t('layout')}
            value={value.layout ?? ''}
            onChange={(layout) => setOccasion({ layout: layout === '' ? null : (layout as Layout) })}
            options={[
              { value: '', label: t('asIs') },
              ...(room.data?.layouts ?? []).map(({ layout, capacity }) => ({
                value: layout,
                label: `${localised(layouts[layout])} ${capacity}`,
              })),
            ]}
          />
        </div>
      </div>
      <ServicePicker value={value.services} onChange={(next) => set({ services: next })} />
      <Accessories value={value.accessories} onChange={(accessories) => set({ accessories })} />
      <Input.TextArea
        aria-label={t('note')}
        placeholder={t('note')}
        maxLength={2000}
        autoSize={{ minRows: 2 }}
        value={value.note}
        onChange={({ target }) => set({ note: target.value })}
      />
      <Checkbox checked={value.private} onChange={({ target }) => set({ private: target.checked })}>
        {t('private')}
      </Checkbox>
    </div>
  )
}

type Claimed = MeetingDraft['accessories']

function Accessories({ value, onChange }: { value: Claimed; onChange: (next: Claimed) => void }) {
  const t = useText(messages)
  const read = useRead(meetings.actions.listAccessories, { limit: 50 })
  const items = read.data?.items.filter(({ closedAt }) => closedAt === null) ?? []
  if (items.length === 0) return null
  const of = (id: string) => value.find(({ accessoryId }) => accessoryId === id)?.quantity ?? 0
  const change = (id: string, quantity: number) =>
    onChange([
      ...value.filter(({ accessoryId }) => accessoryId !== id),
      ...(quantity > 0 ? [{ accessoryId: id, quantity }] : []),
    ])
  return (
    <details className="meeting-accessories" open={value.length > 0}>
      <summary>{t('accessories')}</summary>
      {items.map(({ id, name, quantity, countedIn }) => (
        <div key={id} className="accessory">
          <span>
            {name}
            <small className="hq-faint"> {t('stock', { n: quantity, unit: countedIn })}</small>
          </span>
          <InputNumber
            aria-label={name}
            min={0}
            max={quantity}
            precision={0}
            value={of(id)}
            onChange={(next) => change(id, next ?? 0)}
          />
        </div>
      ))}
    </details>
  )
}
