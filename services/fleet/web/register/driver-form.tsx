import { Input, Select } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useGo } from '#kernel/web/navigate.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import type { DriverRow } from '../../driver-schema.ts'
import { fleet } from '../../module.ts'
import { type LicenceClass, licenceClasses, pools } from '../../words.ts'
import { searchPeople } from './choices.ts'
import { Opener } from './opener.tsx'
import { WordSelect } from './word-select.tsx'

const messages = defineMessages({
  fresh: text('登记驾驶员', 'Register a driver'),
  change: text('修改', 'Change'),
  staffNo: text('工号', 'Staff number'),
  name: text('姓名', 'Name'),
  person: text('通讯录中的人', 'Person in the directory'),
  signIn: text('选了才能用手机接单、请假', 'Needed to take trips and ask for leave on the phone'),
  phone: text('电话', 'Telephone'),
  licence: text('准驾车型', 'Licence'),
  until: text('驾驶证有效期至', 'Licence good until'),
  pool: text('所属', 'Pool'),
  save: text('保存', 'Save'),
  saved: text('已保存', 'Saved'),
})

interface Values {
  staffNo: string
  name: string
  personId?: string
  phone?: string
  licenceClass: LicenceClass
  licenceUntil: string
  pool: keyof typeof pools
}
const stale = ['/fleet/drivers', '/fleet/due', '/fleet/roster']

export function NewDriver() {
  const t = useText(messages)
  return <Opener title={t('fresh')}>{(close) => <NewDriverForm onClose={close} />}</Opener>
}

function NewDriverForm({ onClose }: { onClose: () => void }) {
  const t = useText(messages)
  const go = useGo()
  const write = useWrite(fleet.actions.registerDriver, {
    quiet: true,
    invalidates: stale,
    success: t('saved'),
    onDone: ({ id }) => go(`/fleet/drivers/${id}`),
  })
  return (
    <EntryForm<Values>
      initial={{ licenceClass: 'C1', pool: 'CENTRE' }}
      onSubmit={(values) => write.mutate(values)}
      problem={write.error}
      busy={write.isPending}
      submit={t('save')}
      onCancel={onClose}
    >
      <Field name="staffNo" label={t('staffNo')} required>
        <Input maxLength={40} />
      </Field>
      <DriverFields />
    </EntryForm>
  )
}

export function ChangeDriver({ driver }: { driver: DriverRow & { phone: string | null } }) {
  const t = useText(messages)
  return <Opener title={t('change')}>{(close) => <ChangeForm driver={driver} onClose={close} />}</Opener>
}

function ChangeForm({
  driver,
  onClose,
}: {
  driver: DriverRow & { phone: string | null }
  onClose: () => void
}) {
  const t = useText(messages)
  const write = useWrite(fleet.actions.changeDriver, {
    quiet: true,
    invalidates: stale,
    success: t('saved'),
    onDone: onClose,
  })
  return (
    <EntryForm<Values>
      initial={{
        name: driver.name,
        licenceClass: driver.licenceClass,
        licenceUntil: driver.licenceUntil,
        pool: driver.pool,
        ...(driver.phone ? { phone: driver.phone } : {}),
      }}
      onSubmit={({ staffNo: _, ...values }) => write.mutate({ driverId: driver.id, ...values })}
      problem={write.error}
      busy={write.isPending}
      submit={t('save')}
      onCancel={onClose}
    >
      <DriverFields />
    </EntryForm>
  )
}

function DriverFields() {
  const t = useText(messages)
  return (
    <>
      <Field name="name" label={t('name')} required>
        <Input maxLength={100} />
      </Field>
      <Field name="personId" label={t('person')} hint={t('signIn')}>
        <SearchSelect name="personId" search={searchPeople} />
      </Field>
      <Field name="phone" label={t('phone')}>
        <Input maxLength={40} inputMode="tel" />
      </Field>
      <Field name="licenceClass" label={t('licence')} required>
        <Select options={licenceClasses.map((one) => ({ value: one, label: one }))} />
      </Field>
      <Field name="licenceUntil" label={t('until')} required>
        <DayInput />
      </Field>
      <Field name="pool" label={t('pool')} required>
        <WordSelect words={pools} label={t('pool')} />
      </Field>
    </>
  )
}
