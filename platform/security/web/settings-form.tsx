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

/** Numbers of the form: name, smallest, largest, hint, in the unit shown; the server knows the same bounds. */
const numbers = [
  ['passwordLength', 8, 64],
  ['passwordClasses', 1, 4, 'classesHint'],
  ['passwordHistory', 0, 24, 'zeroNever'],
  ['passwordDays', 0, 730, 'zeroNever'],
  ['passwordWarnDays', 0, 60],
  ['lockFailures', 3, 100],
  ['lockSeconds', 0.5, 1440],
  ['idleSeconds', 0, 1440, 'idleHint'],
  ['sessionSeconds', 0.25, 720],
  ['twoFactorGraceHours', 0, 720],
] as const

/** Seconds of the unit in which people think of it: minutes of a lock, hours of a session. */
const units: Partial<Record<keyof Settings, number>> = {
  lockSeconds: 60,
  idleSeconds: 60,
  sessionSeconds: 3600,
}

function inUnits(settings: Settings, convert: (value: number, unit: number) => number): Settings {
  const converted = Object.entries(units).map(([name, unit]) => [
    name,
    convert(settings[name as keyof Settings] as number, unit),
  ])
  return { ...settings, ...Object.fromEntries(converted) }
}

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
      initial={inUnits(settings.data, (seconds, unit) => Number((seconds / unit).toFixed(2)))}
      onSubmit={(values) => change.mutate(inUnits(values, (amount, unit) => Math.round(amount * unit)))}
      problem={change.error}
      busy={change.isPending}
      submit={t('save')}
    >
      <p className="hq-soft">{t('rulesNote')}</p>
      <div className="hq-security-numbers">
        {numbers.map(([name, min, max, hint]) => (
          <Field key={name} name={name} label={t(name)} required hint={hint ? t(hint) : undefined}>
            <InputNumber min={min} max={max} {...(name in units ? {} : { precision: 0 })} />
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
