import { Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { problemOf } from '#kernel/web/problem-of.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { rentalActions } from '../../actions/rental-actions.ts'
import type { RentalSupplier } from '../../rental-schema.ts'
import { type PriceBasis, priceBases } from '../../rental-words.ts'
import { rentedBodies } from '../../words.ts'
import type { QueuedRequest } from '../dispatch/board-types.ts'
import { useDispatchWrite } from '../dispatch/use-dispatch-write.ts'
import { WordsDialog } from '../dispatch/words-dialog.tsx'
import { WordSelect } from '../register/word-select.tsx'

const messages = defineMessages({
  none: text('还没有登记定点租赁单位。', 'No fixed supplier has been entered yet.'),
  register: text('登记租赁单位', 'Enter one'),
  supplier: text('租赁单位', 'Supplier'),
  until: text('{name}（合同至 {day}）', '{name} (contract until {day})'),
  body: text('车型', 'Body'),
  seats: text('座位数（含司机）', 'Seats (with the driver’s)'),
  plate: text('车牌号', 'Plate'),
  driver: text('司机姓名', 'Driver’s name'),
  phone: text('司机电话', 'Driver’s phone'),
  basis: text('计价方式', 'Price for'),
  price: text('约定价格（元）', 'Agreed price (yuan)'),
  reason: text('租车原因', 'Why it is rented'),
  usual: text('自有车辆均已派出', 'Every own vehicle is out'),
  rent: text('租这辆车', 'Rent it'),
  done: text('已租车，申请人会收到车牌和司机电话', 'Rented; the requester is told'),
  words: text('写明理由再租', 'Say why'),
  yes: text('仍要租车', 'Rent all the same'),
})

interface Values {
  supplierId: string
  body: keyof typeof rentedBodies
  seats: number
  plate: string
  driverName: string
  driverPhone: string
  priceBasis: PriceBasis
  yuan: number
  reason: string
}

/** Which vehicle so many people are usually rented. */
function usualFor(passengers: number): Pick<Values, 'body' | 'seats'> {
  if (passengers <= 4) return { body: 'CAR', seats: 5 }
  if (passengers <= 6) return { body: 'OTHER_SMALL', seats: 7 }
  return passengers <= 18 ? { body: 'MEDIUM_BUS', seats: 19 } : { body: 'LARGE_BUS', seats: 45 }
}

/** Rents a vehicle of a fixed supplier for one request that no own vehicle carries. */
export function RentForm({ request, onDone }: { request: QueuedRequest; onDone: () => void }) {
  const t = useText(messages)
  const read = useRead(rentalActions.listRentalSuppliers, { limit: 200 })
  if (read.isPending) return <Loading />
  if (read.error) return <Problem error={read.error} onRetry={() => void read.refetch()} />
  if (read.data.items.length === 0)
    return (
      <p>
        {t('none')} <LinkTo to="/fleet/rental-suppliers">{t('register')}</LinkTo>
      </p>
    )
  return <Order request={request} suppliers={read.data.items} onDone={onDone} />
}

interface OrderProps {
  request: QueuedRequest
  suppliers: readonly RentalSupplier[]
  onDone: () => void
}

function Order({ request, suppliers, onDone }: OrderProps) {
  const t = useText(messages)
  const format = useFormat()
  const [warned, setWarned] = useState<{ values: Values; words: string } | null>(null)
  const rent = useDispatchWrite(rentalActions.rentVehicle, { quiet: true, success: t('done'), onDone })
  const send = (values: Values, note?: string) => {
    const { yuan, ...order } = values
    rent.mutate(
      {
        requestId: request.id,
        ...order,
        priceFen: Math.round(yuan * 100),
        ...(note ? { note } : {}),
      },
      {
        onError: (error) => {
          const told = problemOf(error)
          setWarned(told.code === 'fleet.needs_words' ? { values, words: told.detail } : null)
        },
      },
    )
  }
  return (
    <>
      <EntryForm<Values>
        initial={{
          ...usualFor(request.passengers),
          priceBasis: 'DAY',
          reason: t('usual'),
          ...(suppliers.length === 1 ? { supplierId: suppliers[0]!.id } : {}),
        }}
        submit={t('rent')}
        busy={rent.isPending}
        problem={warned ? null : rent.error}
        onSubmit={(values) => send(values)}
      >
        <Field name="supplierId" label={t('supplier')} required>
          <Select
            aria-label={t('supplier')}
            options={suppliers.map(({ id, name, validUntil }) => ({
              value: id,
              label: t('until', { name, day: format.day(validUntil, 'plain') }),
            }))}
          />
        </Field>
        <Field name="body" label={t('body')} required>
          <WordSelect words={rentedBodies} label={t('body')} />
        </Field>
        <Field name="seats" label={t('seats')} required>
          <InputNumber min={2} max={60} precision={0} />
        </Field>
        <Field name="plate" label={t('plate')} required>
          <Input maxLength={20} />
        </Field>
        <Field name="driverName" label={t('driver')} required>
          <Input maxLength={100} />
        </Field>
        <Field name="driverPhone" label={t('phone')} required>
          <Input maxLength={40} inputMode="tel" />
        </Field>
        <Field name="priceBasis" label={t('basis')} required>
          <WordSelect words={priceBases} label={t('basis')} />
        </Field>
        <Field name="yuan" label={t('price')} required>
          <InputNumber min={0} max={1_000_000} precision={2} inputMode="decimal" />
        </Field>
        <Field name="reason" label={t('reason')} required>
          <Input maxLength={500} />
        </Field>
      </EntryForm>
      {warned ? (
        <WordsDialog
          title={t('words')}
          about={warned.words}
          yes={t('yes')}
          busy={rent.isPending}
          onSay={(note) => send(warned.values, note)}
          onClose={() => setWarned(null)}
        />
      ) : null}
    </>
  )
}
