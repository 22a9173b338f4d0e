import { Input, InputNumber, Switch } from 'antd'
import type { InputOf } from '#kernel/contract/action.ts'
import { useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Section } from '#ui/section.tsx'
import { backup } from '../module.ts'
import { messages } from './messages.ts'

type Settings = InputOf<typeof backup.actions.changeSettings>

/** When to back up and what to keep. The folder is the operator's: a page must not decide where a server writes. */
export function SettingsForm({ settings }: { settings: Settings }) {
  const t = useText(messages)
  const save = useWrite(backup.actions.changeSettings, {
    invalidates: ['/backup'],
    success: t('saved'),
    quiet: true,
  })
  return (
    <Section title={t('settings')}>
      <EntryForm<Settings>
        initial={settings}
        onSubmit={save.mutate}
        problem={save.error}
        busy={save.isPending}
        submit={t('save')}
      >
        <Field name="enabled" label={t('enabled')} valueProp="checked">
          <Switch />
        </Field>
        <Field name="startAt" label={t('startAt')} required>
          <Input type="time" style={{ width: '10rem' }} />
        </Field>
        <Field name="keepDaily" label={t('keepDaily')} required hint={t('keepDailyHint')}>
          <InputNumber min={1} max={60} precision={0} />
        </Field>
        <Field name="keepWeekly" label={t('keepWeekly')} required>
          <InputNumber min={0} max={60} precision={0} />
        </Field>
        <Field name="keepMonthly" label={t('keepMonthly')} required>
          <InputNumber min={0} max={60} precision={0} />
        </Field>
        <Field name="warnAfterHours" label={t('warnAfter')} required>
          <InputNumber min={1} max={1000} precision={0} />
        </Field>
      </EntryForm>
    </Section>
  )
}
