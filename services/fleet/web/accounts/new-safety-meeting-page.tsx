import { Input } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { storeFile } from '#kernel/web/files.ts'
import { todayInChina } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useGo } from '#kernel/web/navigate.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Page } from '#ui/page.tsx'
import { type Uploaded, Uploader } from '#ui/uploader.tsx'
import { fleet } from '../../module.ts'

const messages = defineMessages({
  title: text('登记安全学习会议', 'Note a safety meeting'),
  safety: text('车辆安全', 'Vehicle safety'),
  heldOn: text('日期', 'Day'),
  topic: text('学习内容', 'Topic'),
  place: text('地点', 'Place'),
  note: text('要点', 'What was said'),
  minutes: text('会议纪要或现场照片', 'Minutes or a photo'),
  hint: text(
    '登记后可以代驾驶员签到，驾驶员也可以在手机上自己签到。',
    'Then sign for the drivers who were there, or let them sign in on their phones.',
  ),
  save: text('登记', 'Note it'),
  saved: text('已登记', 'Noted'),
})

interface Values {
  heldOn: string
  topic: string
  place?: string
  note?: string
  minutes?: Uploaded[]
}

/** The form gives it its value. */
function MinutesUploader({
  label,
  value = [],
  onChange,
}: {
  label: string
  value?: Uploaded[]
  onChange?: (files: Uploaded[]) => void
}) {
  return (
    <Uploader
      upload={storeFile}
      label={label}
      max={1}
      value={value}
      onChange={(files) => onChange?.(files)}
    />
  )
}

/** A meeting that was held, with its minutes; signing comes on its page. */
export default function NewSafetyMeetingPage() {
  const t = useText(messages)
  const go = useGo()
  const add = useWrite(fleet.actions.addSafetyMeeting, {
    quiet: true,
    invalidates: ['/fleet/safety'],
    success: t('saved'),
    onDone: ({ id }) => go(`/fleet/safety/${id}`),
  })
  return (
    <Page title={t('title')} width="text" trail={[{ title: t('safety'), to: '/fleet/safety' }]}>
      <EntryForm<Values>
        initial={{ heldOn: todayInChina() }}
        onSubmit={({ minutes, topic, ...values }) =>
          add.mutate({
            ...values,
            topic: topic.trim(),
            minutesFileId: minutes?.[0]?.id ?? null,
            driverIds: [],
          })
        }
        problem={add.error}
        busy={add.isPending}
        submit={t('save')}
      >
        <Field name="heldOn" label={t('heldOn')} required>
          <DayInput max={todayInChina()} />
        </Field>
        <Field name="topic" label={t('topic')} required hint={t('hint')}>
          <Input maxLength={200} />
        </Field>
        <Field name="place" label={t('place')}>
          <Input maxLength={200} />
        </Field>
        <Field name="note" label={t('note')}>
          <Input.TextArea maxLength={4000} autoSize={{ minRows: 3 }} />
        </Field>
        <Field name="minutes" label={t('minutes')}>
          <MinutesUploader label={t('minutes')} />
        </Field>
      </EntryForm>
    </Page>
  )
}
