import { Checkbox, Input, InputNumber } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useGo } from '#kernel/web/navigate.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { fleet } from '../../module.ts'
import type { VehicleRow } from '../../register-schema.ts'
import { bodies, energies, pools, vehicleClasses } from '../../words.ts'
import { searchSites } from './choices.ts'
import { Opener } from './opener.tsx'
import { WordSelect } from './word-select.tsx'

const messages = defineMessages({
  fresh: text('登记车辆', 'Register a vehicle'),
  change: text('修改', 'Change'),
  plate: text('车牌号', 'Plate'),
  class: text('车辆类别', 'Class'),
  body: text('车型', 'Body'),
  model: text('品牌型号', 'Model'),
  energy: text('能源类型', 'Energy'),
  displacement: text('排量（升）', 'Displacement (litres)'),
  electric: text('纯电动汽车不填', 'Empty for an electric vehicle'),
  price: text('购置价（元，不含购置税）', 'Price (yuan, without purchase tax)'),
  purchased: text('购置日期', 'Bought on'),
  seats: text('座位数（含驾驶员）', 'Seats (with the driver’s)'),
  km: text('登记里程（公里）', 'Odometer at registration (km)'),
  pool: text('所属', 'Pool'),
  home: text('停放地点', 'Parks at'),
  yellow: text('黄标车', 'Yellow label'),
  special: text('按特殊情况配备（适用更高的限价）', 'Bought for special needs, with higher caps'),
  save: text('保存', 'Save'),
  saved: text('已保存', 'Saved'),
})

interface Values {
  plate: string
  class: keyof typeof vehicleClasses
  body: keyof typeof bodies
  model?: string
  energy: keyof typeof energies
  litres?: number | null
  yuan: number
  purchasedOn: string
  seats: number
  km: number
  pool: keyof typeof pools
  homeSiteId?: string
  yellowLabel?: boolean
  special?: boolean
}

const stale = ['/fleet/vehicles', '/fleet/due']

/** What both writes take of the form. */
function inputOf({ litres, yuan, km: _, homeSiteId, ...values }: Values) {
  return {
    ...values,
    displacementMl: litres ? Math.round(litres * 1000) : null,
    priceFen: Math.round(yuan * 100),
    homeSiteId: homeSiteId ?? null,
  }
}

export function NewVehicle() {
  const t = useText(messages)
  return <Opener title={t('fresh')}>{(close) => <NewVehicleForm onClose={close} />}</Opener>
}

function NewVehicleForm({ onClose }: { onClose: () => void }) {
  const t = useText(messages)
  const go = useGo()
  const write = useWrite(fleet.actions.registerVehicle, {
    quiet: true,
    invalidates: stale,
    success: t('saved'),
    onDone: ({ id }) => go(`/fleet/vehicles/${id}`),
  })
  return (
    <EntryForm<Values>
      initial={{ class: 'EMERGENCY_SUPPORT', body: 'CAR', energy: 'PETROL', seats: 5, km: 0, pool: 'CENTRE' }}
      onSubmit={(values) => write.mutate({ ...inputOf(values), km: values.km })}
      problem={write.error}
      busy={write.isPending}
      submit={t('save')}
      onCancel={onClose}
    >
      <VehicleFields />
      <Field name="km" label={t('km')} required>
        <InputNumber min={0} max={3_000_000} precision={0} />
      </Field>
    </EntryForm>
  )
}

type Shown = VehicleRow & { special: boolean; home: { id: string } | null }

export function ChangeVehicle({ vehicle }: { vehicle: Shown }) {
  const t = useText(messages)
  return <Opener title={t('change')}>{(close) => <ChangeForm vehicle={vehicle} onClose={close} />}</Opener>
}

function ChangeForm({ vehicle, onClose }: { vehicle: Shown; onClose: () => void }) {
  const t = useText(messages)
  const write = useWrite(fleet.actions.changeVehicle, {
    quiet: true,
    invalidates: stale,
    success: t('saved'),
    onDone: onClose,
  })
  return (
    <EntryForm<Values>
      initial={{
        plate: vehicle.plate,
        class: vehicle.class,
        body: vehicle.body,
        model: vehicle.model,
        energy: vehicle.energy,
        litres: vehicle.displacementMl === null ? null : vehicle.displacementMl / 1000,
        yuan: vehicle.priceFen / 100,
        purchasedOn: vehicle.purchasedOn,
        seats: vehicle.seats,
        pool: vehicle.pool,
        yellowLabel: vehicle.yellowLabel,
        special: vehicle.special,
        ...(vehicle.home ? { homeSiteId: vehicle.home.id } : {}),
      }}
      onSubmit={(values) => write.mutate({ vehicleId: vehicle.id, ...inputOf(values) })}
      problem={write.error}
      busy={write.isPending}
      submit={t('save')}
      onCancel={onClose}
    >
      <VehicleFields />
    </EntryForm>
  )
}

function VehicleFields() {
  const t = useText(messages)
  return (
    <>
      <Field name="plate" label={t('plate')} required>
        <Input maxLength={20} />
      </Field>
      <Field name="class" label={t('class')} required>
        <WordSelect words={vehicleClasses} label={t('class')} />
      </Field>
      <Field name="body" label={t('body')} required>
        <WordSelect words={bodies} label={t('body')} />
      </Field>
      <Field name="model" label={t('model')}>
        <Input maxLength={100} />
      </Field>
      <Field name="energy" label={t('energy')} required>
        <WordSelect words={energies} label={t('energy')} />
      </Field>
      <Field name="litres" label={t('displacement')} hint={t('electric')}>
        <InputNumber min={0.1} max={20} precision={3} />
      </Field>
      <Field name="yuan" label={t('price')} required>
        <InputNumber min={0} max={1_000_000_000} precision={2} />
      </Field>
      <Field name="special" label="" valueProp="checked">
        <Checkbox>{t('special')}</Checkbox>
      </Field>
      <Field name="purchasedOn" label={t('purchased')} required>
        <DayInput />
      </Field>
      <Field name="seats" label={t('seats')} required>
        <InputNumber min={1} max={60} precision={0} />
      </Field>
      <Field name="pool" label={t('pool')} required>
        <WordSelect words={pools} label={t('pool')} />
      </Field>
      <Field name="homeSiteId" label={t('home')}>
        <SearchSelect name="homeSiteId" search={searchSites} />
      </Field>
      <Field name="yellowLabel" label="" valueProp="checked">
        <Checkbox>{t('yellow')}</Checkbox>
      </Field>
    </>
  )
}
