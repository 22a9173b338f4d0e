import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Problem } from '#ui/problem.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { meetings } from '../module.ts'
import type { Equipment } from '../schema.ts'
import { type Condition, conditions, type EquipmentKind, equipmentKinds } from '../words.ts'

const messages = defineMessages({
  open: text('盘点', 'Take stock'),
  title: text('盘点 {room}', 'Take stock of {room}'),
  name: text('名称', 'Name'),
  kind: text('类别', 'Kind'),
  quantity: text('数量', 'Quantity'),
  condition: text('状况', 'Condition'),
  add: text('加一样', 'Add'),
  remove: text('没有了', 'Gone'),
  save: text('盘点完毕', 'Done'),
  saved: text('已盘点', 'Stock taken'),
})

interface Line {
  key: number
  kind: EquipmentKind
  name: string
  quantity: number
  condition: Condition
  note: string
}

/** Says what stands in the room today; what is no longer on the list is gone. */
export function StockPanel({
  room,
}: {
  room: { id: string; name: string; equipment: readonly Equipment[] }
}) {
  const t = useText(messages)
  const localised = useLocalised()
  const [lines, setLines] = useState<Line[] | null>(null)
  const save = useWrite(meetings.actions.setEquipment, {
    quiet: true,
    invalidates: ['/meetings/rooms'],
    success: t('saved'),
    onDone: () => setLines(null),
  })
  const begin = () => setLines(room.equipment.map((item, key) => ({ ...item, key })))
  const change = (key: number, part: Partial<Line>) =>
    setLines((now) => now?.map((line) => (line.key === key ? { ...line, ...part } : line)) ?? null)
  const add = () =>
    setLines((now) => [
      ...(now ?? []),
      {
        key: Math.max(-1, ...(now ?? []).map((line) => line.key)) + 1,
        kind: 'OTHER',
        name: '',
        quantity: 1,
        condition: 'GOOD',
        note: '',
      },
    ])
  const items = (lines ?? []).filter(({ name }) => name.trim() !== '')
  return (
    <>
      <Button onClick={begin}>{t('open')}</Button>
      <SidePanel open={lines !== null} title={t('title', { room: room.name })} onClose={() => setLines(null)}>
        <div className="hq-stack">
          {(lines ?? []).map((line) => (
            <div key={line.key} className="stock-line">
              <Input
                aria-label={t('name')}
                placeholder={t('name')}
                maxLength={100}
                value={line.name}
                onChange={({ target }) => change(line.key, { name: target.value })}
              />
              <InputNumber
                aria-label={t('quantity')}
                min={0}
                max={100_000}
                precision={0}
                value={line.quantity}
                onChange={(quantity) => change(line.key, { quantity: quantity ?? 0 })}
              />
              <Select
                aria-label={t('kind')}
                value={line.kind}
                onChange={(kind) => change(line.key, { kind })}
                options={(Object.keys(equipmentKinds) as EquipmentKind[]).map((kind) => ({
                  value: kind,
                  label: localised(equipmentKinds[kind]),
                }))}
              />
              <Select
                aria-label={t('condition')}
                value={line.condition}
                onChange={(condition) => change(line.key, { condition })}
                options={(Object.keys(conditions) as Condition[]).map((condition) => ({
                  value: condition,
                  label: localised(conditions[condition]),
                }))}
              />
              <Button
                type="text"
                onClick={() => setLines((now) => now?.filter(({ key }) => key !== line.key) ?? null)}
              >
                {t('remove')}
              </Button>
            </div>
          ))}
          {save.error ? <Problem error={save.error} /> : null}
          <div className="hq-row">
            <Button onClick={add}>{t('add')}</Button>
            <Button
              type="primary"
              loading={save.isPending}
              onClick={() =>
                save.mutate({
                  roomId: room.id,
                  items: items.map(({ kind, name, quantity, condition, note }) => ({
                    kind,
                    name: name.trim(),
                    quantity,
                    condition,
                    note,
                  })),
                })
              }
            >
              {t('save')}
            </Button>
          </div>
        </div>
      </SidePanel>
    </>
  )
}
