import { Input, InputNumber } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useGo } from '#kernel/web/navigate.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import type { AccessoryRow } from '../../accessory-schema.ts'
import { meetings } from '../../module.ts'
import { searchSites } from '../choices.ts'
import { Opener } from '../opener.tsx'

const messages = defineMessages({
  fresh: text('登记设备', 'Register equipment'),
  change: text('修改、点数', 'Change, count'),
  code: text('设备编号', 'Code'),
  name: text('名称', 'Name'),
  quantity: text('数量', 'Pieces'),
  countedIn: text('计量单位', 'Counted in'),
  site: text('存放物业', 'Kept at'),
  note: text('备注', 'Note'),
  why: text('原因', 'Reason'),
  whyHint: text('数量变了请写明，如：报废 2 只', 'Say why the number changed: 2 scrapped'),
  piece: text('个', 'pc'),
  save: text('保存', 'Save'),
  saved: text('已保存', 'Saved'),
})

const stale = ['/meetings/accessories']

export function NewAccessory() {
  const t = useText(messages)
  return <Opener title={t('fresh')}>{(close) => <NewForm onClose={close} />}</Opener>
}

interface Values {
  code: string
  name: string
  quantity: number
  countedIn: string
  siteId?: string | null
  note?: string
  reason?: string
}

function NewForm({ onClose }: { onClose: () => void }) {
  const t = useText(messages)
  const go = useGo()
  const write = useWrite(meetings.actions.createAccessory, {
    quiet: true,
    invalidates: stale,
    success: t('saved'),
    onDone: ({ id }) => go(`/meetings/accessories/${id}`),
  })
  return (
    <EntryForm<Values>
      initial={{ quantity: 1, countedIn: t('piece') }}
      onSubmit={({ reason: _, ...values }) => write.mutate(values)}
      problem={write.error}
      busy={write.isPending}
      submit={t('save')}
      onCancel={onClose}
    >
      <Field name="code" label={t('code')} required>
        <Input maxLength={40} />
      </Field>
      <AboutFields />
    </EntryForm>
  )
}

export function ChangeAccessory({ accessory }: { accessory: AccessoryRow }) {
  const t = useText(messages)
  return (
    <Opener title={t('change')}>{(close) => <ChangeForm accessory={accessory} onClose={close} />}</Opener>
  )
}

function ChangeForm({ accessory, onClose }: { accessory: AccessoryRow; onClose: () => void }) {
  const t = useText(messages)
  const write = useWrite(meetings.actions.changeAccessory, {
    quiet: true,
    invalidates: stale,
    success: t('saved'),
    onDone: onClose,
  })
  const { id, name, quantity, countedIn, site, note } = accessory
  return (
    <EntryForm<Values>
      initial={{ name, quantity, countedIn, siteId: site?.id ?? null, note }}
      onSubmit={({ reason, ...values }) =>
        write.mutate({
          ...values,
          accessoryId: id,
          siteId: values.siteId ?? null,
          ...(reason?.trim() ? { reason: reason.trim() } : {}),
        })
      }
      problem={write.error}
      busy={write.isPending}
      submit={t('save')}
      onCancel={onClose}
    >
      <AboutFields {...(site ? { site } : {})} />
      <Field name="reason" label={t('why')} hint={t('whyHint')}>
        <Input maxLength={500} />
      </Field>
    </EntryForm>
  )
}

function AboutFields({ site }: { site?: { id: string; name: string } }) {
  const t = useText(messages)
  return (
    <>
      <Field name="name" label={t('name')} required>
        <Input maxLength={100} />
      </Field>
      <Field name="quantity" label={t('quantity')} required>
        <InputNumber min={1} max={10_000} precision={0} />
      </Field>
      <Field name="countedIn" label={t('countedIn')} required>
        <Input maxLength={10} />
      </Field>
      <Field name="siteId" label={t('site')}>
        <SearchSelect
          name="siteId"
          search={searchSites}
          {...(site ? { chosen: { value: site.id, label: site.name } } : {})}
        />
      </Field>
      <Field name="note" label={t('note')}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Field>
    </>
  )
}
