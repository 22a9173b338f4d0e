import { Button, Checkbox, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { fleet } from '../../module.ts'
import { type Reach, reaches } from '../../words.ts'
import { useDispatchWrite } from './use-dispatch-write.ts'
import './dispatch.css'

const messages = defineMessages({
  title: text('地点和里程', 'Places and distances'),
  how: text(
    '没有地图：申请里的起点、终点按这里的名称和别名认地点，里程和时间用于派车建议和排车方案。',
    'There is no map: a request’s words are matched to these places; the ways between them serve proposals and plans.',
  ),
  places: text('地点', 'Places'),
  name: text('名称', 'Name'),
  words: text('别名（用顿号隔开）', 'Other names (separated by 、)'),
  reach: text('远近', 'How far'),
  base: text('车辆停放处', 'Where vehicles stand'),
  add: text('添加地点', 'Add'),
  save: text('保存', 'Save'),
  saved: text('已保存', 'Saved'),
  edit: text('修改', 'Change'),
  close: text('停用', 'Close'),
  closeAsk: text('停用“{name}”？', 'Close “{name}”?'),
  ways: text('里程和时间', 'Distances'),
  from: text('从', 'From'),
  to: text('到', 'To'),
  km: text('公里', 'km'),
  minutes: text('分钟', 'minutes'),
  set: text('填写', 'Set'),
  none: text('还没有地点', 'No places yet'),
  next: text('先添加车辆停放处，再添加常去的地方。', 'Begin with where the vehicles stand.'),
})

interface Draft {
  id: string | null
  name: string
  words: string
  reach: Reach
  base: boolean
}
const fresh: Draft = { id: null, name: '', words: '', reach: 'DISTRICT', base: false }

/** Where people go and how far it is, kept by the dispatcher. */
export default function ZonesPage() {
  const t = useText(messages)
  const zones = useRead(fleet.actions.listZones, {})
  return (
    <Page title={t('title')} subtitle={t('how')} width="normal">
      {zones.isPending ? <Loading /> : null}
      {zones.error ? <Problem error={zones.error} /> : null}
      {zones.data ? <Zones {...zones.data} /> : null}
    </Page>
  )
}

type ZonesProps = NonNullable<ReturnType<typeof useRead<typeof fleet.actions.listZones>>['data']>

function Zones({ items, distances, mayKeep }: ZonesProps) {
  const t = useText(messages)
  const say = useLocalised()
  const [draft, setDraft] = useState<Draft>(fresh)
  const close = useDispatchWrite(fleet.actions.closeZone)
  return (
    <div className="hq-stack">
      <Section title={t('places')}>
        {mayKeep ? <ZoneForm draft={draft} onChange={setDraft} /> : null}
        {items.length === 0 ? <Empty title={t('none')} next={t('next')} icon="place" /> : null}
        <PlainTable
          label={t('places')}
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', title: t('name'), card: 'title', render: ({ name }) => name },
            { key: 'words', title: t('words'), render: ({ words }) => words.join('、') },
            { key: 'reach', title: t('reach'), render: ({ reach }) => say(reaches[reach]) },
            { key: 'base', title: t('base'), render: ({ base }) => (base ? '✓' : '') },
            ...(mayKeep
              ? [
                  {
                    key: 'do',
                    title: '',
                    card: 'bare' as const,
                    render: (zone: (typeof items)[number]) => (
                      <span className="hq-row">
                        <Button onClick={() => setDraft({ ...zone, words: zone.words.join('、') })}>
                          {t('edit')}
                        </Button>
                        <ConfirmButton
                          question={t('closeAsk', { name: zone.name })}
                          yes={t('close')}
                          onConfirm={() => close.mutateAsync({ zoneId: zone.id })}
                        >
                          {t('close')}
                        </ConfirmButton>
                      </span>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Section>
      {items.length > 1 ? <Ways items={items} distances={distances} mayKeep={mayKeep} /> : null}
    </div>
  )
}

function ZoneForm({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const t = useText(messages)
  const say = useLocalised()
  const done = { success: t('saved'), onDone: () => onChange(fresh) }
  const create = useDispatchWrite(fleet.actions.createZone, done)
  const change = useDispatchWrite(fleet.actions.changeZone, done)
  const { id, words, ...rest } = draft
  const send = () => {
    const zone = { ...rest, words: words.split(/[、,，\s]+/).filter(Boolean) }
    if (id) change.mutate({ zoneId: id, ...zone })
    else create.mutate(zone)
  }
  return (
    <div className="dispatch-zone">
      <Input
        aria-label={t('name')}
        placeholder={t('name')}
        value={draft.name}
        maxLength={60}
        onChange={(event) => onChange({ ...draft, name: event.target.value })}
      />
      <Input
        aria-label={t('words')}
        placeholder={t('words')}
        value={words}
        onChange={(event) => onChange({ ...draft, words: event.target.value })}
      />
      <Select
        aria-label={t('reach')}
        value={draft.reach}
        onChange={(reach) => onChange({ ...draft, reach })}
        options={(Object.keys(reaches) as Reach[]).map((one) => ({ value: one, label: say(reaches[one]) }))}
      />
      <Checkbox checked={draft.base} onChange={(event) => onChange({ ...draft, base: event.target.checked })}>
        {t('base')}
      </Checkbox>
      <Button
        type="primary"
        disabled={draft.name.trim() === ''}
        loading={create.isPending || change.isPending}
        onClick={send}
      >
        {t(id ? 'save' : 'add')}
      </Button>
    </div>
  )
}

function Ways({ items, distances, mayKeep }: ZonesProps) {
  const t = useText(messages)
  const base = items.find((zone) => zone.base) ?? items[0]!
  const [fromId, setFrom] = useState(base.id)
  const [toId, setTo] = useState<string | null>(null)
  const [km, setKm] = useState<number | null>(null)
  const [minutes, setMinutes] = useState<number | null>(null)
  const nameOf = new Map(items.map(({ id, name }) => [id, name]))
  const save = useDispatchWrite(fleet.actions.setDistance, { success: t('saved') })
  const options = items.map(({ id, name }) => ({ value: id, label: name }))
  const shown = distances
    .filter((one) => one.fromId === fromId || one.toId === fromId)
    .map((one) => ({ ...one, other: one.fromId === fromId ? one.toId : one.fromId }))
    .filter(({ other }) => nameOf.has(other))
  return (
    <Section title={t('ways')}>
      <div className="dispatch-zone">
        <Select aria-label={t('from')} value={fromId} options={options} onChange={setFrom} />
        {mayKeep ? (
          <>
            <Select
              aria-label={t('to')}
              placeholder={t('to')}
              value={toId}
              options={options.filter(({ value }) => value !== fromId)}
              onChange={setTo}
            />
            <InputNumber
              aria-label={t('km')}
              suffix={t('km')}
              min={0}
              max={5000}
              precision={0}
              value={km}
              onChange={setKm}
            />
            <InputNumber
              aria-label={t('minutes')}
              suffix={t('minutes')}
              min={1}
              max={6000}
              precision={0}
              value={minutes}
              onChange={setMinutes}
            />
            <Button
              type="primary"
              loading={save.isPending}
              disabled={toId === null || toId === fromId || km === null || minutes === null}
              onClick={() => save.mutate({ zoneId: fromId, toId: toId!, km: km!, minutes: minutes! })}
            >
              {t('set')}
            </Button>
          </>
        ) : null}
      </div>
      <PlainTable
        label={t('ways')}
        rows={shown}
        rowKey={({ other }) => other}
        columns={[
          { key: 'to', title: t('to'), card: 'title', render: ({ other }) => nameOf.get(other) },
          { key: 'km', title: t('km'), align: 'right', render: (one) => one.km },
          { key: 'minutes', title: t('minutes'), align: 'right', render: (one) => one.minutes },
        ]}
      />
    </Section>
  )
}
