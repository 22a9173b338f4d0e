import { Checkbox, InputNumber, Switch } from 'antd'
import type { OutputOf } from '#kernel/contract/action.ts'
import { allRoles, roles } from '#kernel/contract/roles.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { security } from '../module.ts'
import { messages } from './messages.ts'
import './security.css'

type Settings = OutputOf<typeof security.actions.readSettings>

/** Numbers of the form: name, smallest, largest, hint; the server knows the same bounds. */
const numbers = [
  ['passwordLength', 8, 64],
  ['passwordClasses', 1, 4, 'classesHint'],
  ['passwordHistory', 0, 24, 'zeroNever'],
  ['passwordDays', 0, 730, 'zeroNever'],
  ['passwordWarnDays', 0, 60],
  ['lockFailures', 3, 100],
  ['lockSeconds', 30, 86_400],
  ['idleSeconds', 0, 86_400, 'idleHint'],
  ['sessionSeconds', 900, 2_592_000],
  ['twoFactorGraceHours', 0, 720],
] as const

/** The rules of the doors. */
export function SettingsForm() {
  const t = useText(messages)
  const localised = useLocalised()
  const settings = useRead(security.actions.readSettings, {})
  const change = useWrite(security.actions.changeSettings, {
    invalidates: ['/security/settings'],
    success: t('saved'),
    quiet: true,
  })
  if (settings.isPending) return <Loading />
  if (settings.error) return <Problem error={settings.error} onRetry={() => void settings.refetch()} />
  return (
    <EntryForm<Settings>
      initial={settings.data}
      onSubmit={change.mutate}
      problem={change.error}
      busy={change.isPending}
      submit={t('save')}
    >
      <p className="hq-soft">{t('rulesNote')}</p>
      <div className="hq-security-numbers">
        {numbers.map(([name, min, max, hint]) => (
          <Field key={name} name={name} label={t(name)} required hint={hint ? t(hint) : undefined}>
            <InputNumber min={min} max={max} precision={0} />
          </Field>
        ))}
      </div>
      <Field name="twoFactorRoles" label={t('twoFactorRoles')}>
        <Checkbox.Group options={allRoles.map((role) => ({ value: role, label: localised(roles[role]) }))} />
      </Field>
      <Field name="changeFirstPassword" label={t('changeFirstPassword')} valueProp="checked">
        <Switch />
      </Field>
      <Field name="trustedDevices" label={t('trustedDevices')} valueProp="checked">
        <Switch />
      </Field>
    </EntryForm>
  )
}
