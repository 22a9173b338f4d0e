import { useState } from 'react'
import { useTakePicture } from '#engines/standards/web/checklist/use-take-picture.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { ChoiceTiles } from '#ui/choice-tiles.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { type Uploaded, Uploader } from '#ui/uploader.tsx'
import { fleet } from '../../../module.ts'
import type { DriverTrip } from '../../../trip-schema.ts'
import { type CostKind, costKinds } from '../../../words.ts'
import { NumberLine } from './number-line.tsx'
import { useTripDeed } from './use-trip-deed.ts'

const messages = defineMessages({
  title: text('记一笔费用', 'Note a cost'),
  kind: text('哪种费用', 'What for'),
  amount: text('金额（元）', 'Amount (CNY)'),
  litres: text('加了多少（升）', 'How much (litres)'),
  energy: text('充了多少（千瓦时）', 'How much (kWh)'),
  receipt: text('拍票据', 'Photograph the receipt'),
  save: text('记下', 'Note it'),
  what: text('{kind} {amount} 元', '{kind} ¥{amount}'),
})

interface Props {
  trip: DriverTrip
  open: boolean
  onClose: () => void
}

/** A cost in four touches: kind, amount, receipt, done. */
export function CostSheet({ trip, open, onClose }: Props) {
  const t = useText(messages)
  return (
    <SidePanel open={open} title={t('title')} onClose={onClose}>
      {open ? <Cost trip={trip} onClose={onClose} /> : null}
    </SidePanel>
  )
}

function Cost({ trip, onClose }: Omit<Props, 'open'>) {
  const t = useText(messages)
  const localised = useLocalised()
  const take = useTakePicture()
  const add = useTripDeed(fleet.actions.addTripCost)
  const kinds = kindsFor(trip.vehicle.energy)
  const [kind, setKind] = useState<CostKind>(kinds[0]!)
  const [amount, setAmount] = useState<number | null>(null)
  const [quantity, setQuantity] = useState<number | null>(null)
  const [photos, setPhotos] = useState<Uploaded[]>([])
  const save = async () => {
    if (!amount) return
    const receiptId = photos[0]?.id ?? null
    const input = {
      tripId: trip.id,
      kind,
      amountFen: Math.round(amount * 100),
      receiptId,
      ...(kind === 'FUEL' && quantity ? { litres: quantity } : {}),
      ...(kind === 'CHARGING' && quantity ? { energyKwh: quantity } : {}),
    }
    const words = t('what', { kind: localised(costKinds[kind]), amount })
    if (await add(input, words, receiptId ? [receiptId] : [])) onClose()
  }
  return (
    <div className="trip-sheet">
      <ChoiceTiles
        label={t('kind')}
        options={kinds.map((value) => ({ value, title: costKinds[value] }))}
        value={kind}
        onChange={(value) => setKind(kinds.find((one) => one === value) ?? kind)}
      />
      <NumberLine label={t('amount')} value={null} decimals={2} onChange={setAmount} />
      {kind === 'FUEL' || kind === 'CHARGING' ? (
        <NumberLine
          key={kind}
          label={kind === 'FUEL' ? t('litres') : t('energy')}
          value={null}
          decimals={2}
          onChange={setQuantity}
        />
      ) : null}
      <p>{t('receipt')}</p>
      <Uploader label={t('receipt')} max={1} value={photos} upload={take} onChange={setPhotos} />
      <button
        type="button"
        className="trip-button trip-primary"
        disabled={!amount}
        onClick={() => void save()}
      >
        {t('save')}
      </button>
    </div>
  )
}

/** What this vehicle can cost: an electric one is not refuelled. */
function kindsFor(energy: string): CostKind[] {
  const all = Object.keys(costKinds) as CostKind[]
  if (energy === 'ELECTRIC') return all.filter((kind) => kind !== 'FUEL')
  return energy === 'PLUG_IN' ? all : all.filter((kind) => kind !== 'CHARGING')
}
