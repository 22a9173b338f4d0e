import { Input, InputNumber, Select } from 'antd'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { directory } from '../module.ts'
import { emptied } from './emptied.ts'
import { messages } from './messages.ts'
import { useDirectoryWrite } from './use-directory-write.ts'

type Site = OutputOf<typeof directory.actions.readSite>
type SiteValues = InputOf<typeof directory.actions.createSite>

function SiteFields() {
  const t = useText(messages)
  const { data } = useRead(directory.actions.listCampuses, {})
  return (
    <>
      <Field name="name" label={t('siteName')} required>
        <Input maxLength={100} />
      </Field>
      <Field name="code" label={t('siteCode')} required>
        <Input maxLength={40} />
      </Field>
      <Field name="kind" label={t('siteKind')} required>
        <Input maxLength={40} />
      </Field>
      <Field name="floorAreaM2" label={t('area')} required>
        <InputNumber min={0} max={10_000_000} suffix={t('squareMetres')} style={{ width: '100%' }} />
      </Field>
      <Field name="campusId" label={t('campus')}>
        <Select
          allowClear
          options={data?.items.map((campus) => ({ value: campus.id, label: campus.name })) ?? []}
        />
      </Field>
      <Field name="address" label={t('address')}>
        <Input maxLength={200} />
      </Field>
      <Field name="openedOn" label={t('openedOn')}>
        <DayInput />
      </Field>
    </>
  )
}

export function NewSiteForm({ onDone }: { onDone: (siteId?: string) => void }) {
  const t = useText(messages)
  const write = useDirectoryWrite(directory.actions.createSite, t('saved'), ({ id }) => onDone(id))
  return (
    <EntryForm<SiteValues>
      onSubmit={(values) => write.mutate(emptied(values))}
      problem={write.error}
      busy={write.isPending}
      submit={t('addSite')}
      onCancel={() => onDone()}
    >
      <SiteFields />
    </EntryForm>
  )
}

export function ChangeSiteForm({ site, onDone }: { site: Site; onDone: () => void }) {
  const t = useText(messages)
  const write = useDirectoryWrite(directory.actions.changeSite, t('saved'), onDone)
  const { name, code, kind, floorAreaM2, campusId, address, openedOn } = site
  return (
    <EntryForm<SiteValues>
      initial={{ name, code, kind, floorAreaM2, campusId, address, openedOn }}
      onSubmit={(values) => write.mutate({ ...emptied(values), siteId: site.id })}
      problem={write.error}
      busy={write.isPending}
      submit={t('save')}
      onCancel={onDone}
    >
      <SiteFields />
    </EntryForm>
  )
}

export function NewCampusForm({ onDone }: { onDone: () => void }) {
  const t = useText(messages)
  const write = useDirectoryWrite(directory.actions.createCampus, t('saved'), onDone)
  return (
    <EntryForm<InputOf<typeof directory.actions.createCampus>>
      onSubmit={(values) => write.mutate(emptied(values))}
      problem={write.error}
      busy={write.isPending}
      submit={t('addCampus')}
      onCancel={onDone}
    >
      <Field name="name" label={t('campusName')} required>
        <Input maxLength={100} />
      </Field>
      <Field name="code" label={t('campusCode')} required>
        <Input maxLength={40} />
      </Field>
      <Field name="address" label={t('address')}>
        <Input maxLength={200} />
      </Field>
    </EntryForm>
  )
}
