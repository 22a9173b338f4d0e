import { App, Input } from 'antd'
import { useState } from 'react'
import { costKinds } from '#engines/orders/words.ts'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { Section } from '#ui/section.tsx'
import { repairs } from '../../module.ts'
import type { RepairDetail } from '../../schema.ts'
import { Stepper } from './stepper.tsx'
import { useOrderDeed } from './use-order-deed.ts'
import { rememberPart, type UsedPart, usedParts } from './used-before.ts'

const messages = defineMessages({
  title: text('用料和工时', 'Parts and time'),
  none: text('没用料就不用填', 'Used nothing? Leave it empty'),
  last: text('上次用过，点一下就选', 'Used before: tap to choose'),
  name: text('材料名称', 'Part'),
  unit: text('单位', 'Unit'),
  price: text('单价（元）', 'Price each (yuan)'),
  quantity: text('数量', 'How many'),
  addPart: text('记下材料', 'Add the part'),
  added: text('已记下', 'Noted'),
  minutes: text('干了多久', 'How long'),
  people: text('几个人', 'How many people'),
  minuteUnit: text('分钟', 'min'),
  personUnit: text('人', 'people'),
  addTime: text('记下工时', 'Add the time'),
  piece: text('个', 'pc'),
  partWhat: text('用料：{name} × {quantity}{unit}', 'Part: {name} × {quantity} {unit}'),
  labourWhat: text('工时：{people} 人 {minutes} 分钟', 'Time: {people} × {minutes} min'),
})

/** Parts and labour in a few taps: what was used last stands first. */
export function PartsCard({ repair }: { repair: RepairDetail }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const [part, setPart] = useState<UsedPart>({ name: '', unit: t('piece'), unitPriceFen: 0 })
  const [price, setPrice] = useState('')
  const [quantity, setQuantity] = useState(1)
  const [minutes, setMinutes] = useState(30)
  const [people, setPeople] = useState(1)
  const { message } = App.useApp()
  const recordPart = useOrderDeed(repairs.actions.addPart)
  const recordLabour = useOrderDeed(repairs.actions.addLabour)
  const addPart = async () => {
    const name = part.name.trim()
    const what = t('partWhat', { name, quantity, unit: part.unit })
    if (!(await recordPart({ orderId, ...part, name, quantity }, what))) return
    message.success(t('added'))
    rememberPart({ ...part, name })
    setPart({ name: '', unit: t('piece'), unitPriceFen: 0 })
    setPrice('')
    setQuantity(1)
  }
  const addLabour = async () => {
    const what = t('labourWhat', { people, minutes })
    if (await recordLabour({ orderId, people, minutes }, what)) message.success(t('added'))
  }
  const choose = (used: UsedPart) => {
    setPart(used)
    setPrice(String(used.unitPriceFen / 100))
  }
  const { id: orderId, costs, labour } = repair
  const before = usedParts()
  return (
    <Section title={t('title')}>
      {costs.length + labour.length > 0 ? (
        <ul className="parts-done">
          {costs.map((cost) => (
            <li key={cost.id} className={cost.corrected || cost.correctsId ? 'hq-faint' : undefined}>
              <span>
                {cost.title || localised(costKinds[cost.kind])} × {cost.quantity}
                {cost.unit}
              </span>
              <span className="hq-right">{format.money(cost.amountFen)}</span>
            </li>
          ))}
          {labour.map((one) => (
            <li key={one.id}>
              <span>
                {one.people}
                {t('personUnit')}
              </span>
              <span className="hq-right">{format.duration(one.minutes)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="hq-faint">{t('none')}</p>
      )}
      {before.length > 0 ? (
        <fieldset className="parts-before" aria-label={t('last')}>
          {before.map((used) => (
            <button
              key={used.name}
              type="button"
              aria-pressed={part.name === used.name}
              onClick={() => choose(used)}
            >
              {used.name}
            </button>
          ))}
        </fieldset>
      ) : null}
      <div className="parts-form">
        <Input
          size="large"
          aria-label={t('name')}
          placeholder={t('name')}
          maxLength={100}
          value={part.name}
          onChange={({ target }) => setPart({ ...part, name: target.value })}
        />
        {part.name.trim() ? (
          <>
            <div className="parts-pair">
              <Input
                size="large"
                aria-label={t('price')}
                placeholder={t('price')}
                type="number"
                inputMode="decimal"
                min={0}
                value={price}
                onChange={({ target }) => {
                  setPrice(target.value)
                  setPart({ ...part, unitPriceFen: Math.round(Number(target.value) * 100) })
                }}
              />
              <Input
                size="large"
                aria-label={t('unit')}
                maxLength={20}
                value={part.unit}
                onChange={({ target }) => setPart({ ...part, unit: target.value })}
              />
            </div>
            <Stepper label={t('quantity')} value={quantity} onChange={setQuantity} unit={part.unit} />
            <button type="button" className="task-button" onClick={() => void addPart()}>
              {t('addPart')}
            </button>
          </>
        ) : null}
      </div>
      {labour.length === 0 ? (
        <div className="parts-form">
          <Stepper
            label={t('minutes')}
            value={minutes}
            onChange={setMinutes}
            step={15}
            min={15}
            unit={t('minuteUnit')}
          />
          <Stepper label={t('people')} value={people} onChange={setPeople} unit={t('personUnit')} />
          <button type="button" className="task-button" onClick={() => void addLabour()}>
            {t('addTime')}
          </button>
        </div>
      ) : null}
    </Section>
  )
}
