import { Input, Select } from 'antd'
import { useState } from 'react'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { notifications } from '../module.ts'
import { ChoiceTable } from './choice-table.tsx'
import { minutesOf, timeOf } from './time-of-day.ts'

const messages = defineMessages({
  title: text('我的提醒方式', 'How I am told'),
  settings: text('我的设置', 'My settings'),
  where: text('送到哪里', 'Where to'),
  mail: text('邮箱', 'Mail address'),
  mailHint: text(
    '应用内的消息总能看到；填了邮箱才会收到邮件。',
    'News inside the application needs no mail address; mail does.',
  ),
  noServer: text(
    '本机构还没有设置邮件服务器，暂时发不出邮件。',
    'Your bureau has no mail server yet, so no mail goes out.',
  ),
  language: text('邮件语言', 'Language of mails'),
  when: text('什么时候', 'When'),
  quiet: text('安静时段', 'Quiet hours'),
  none: text('没有', 'None'),
  offHours: text('工作时间以外', 'Outside working hours'),
  span: text('每天固定时段', 'The same hours every day'),
  quietHint: text(
    '紧急的仍会立刻送达，其余等时段结束。',
    'What is urgent still comes at once; the rest waits for their end.',
  ),
  from: text('从', 'From'),
  to: text('到', 'To'),
  badTime: text('例如 22:00', 'As 22:00'),
  digest: text('不紧急的邮件', 'Mails that are not urgent'),
  each: text('一条一封', 'One by one'),
  hourly: text('每小时合成一封', 'One an hour'),
  daily: text('每天早上合成一封（8:30）', 'One every morning (8:30)'),
  what: text('收哪些', 'What I hear of'),
  app: text('应用内', 'In here'),
  byMail: text('邮件', 'Mail'),
  save: text('保存', 'Save'),
  saved: text('已保存', 'Saved'),
})

const { readPreferences, savePreferences } = notifications.actions
type Preferences = OutputOf<typeof readPreferences>
type Choice = InputOf<typeof savePreferences>['choices'][number]

interface Values {
  mailAddress?: string
  locale: Preferences['locale']
  quiet: Preferences['quiet']
  from: string
  to: string
  digest: Preferences['digest']
}

/** Mail address, quiet hours, digest, and the boxes. */
export default function PreferencesPage() {
  const t = useText(messages)
  const { data, error, isPending, refetch } = useRead(readPreferences, {})
  return (
    <Page title={t('title')} width="text" trail={[{ title: messages.settings, to: '/me' }]}>
      {isPending ? <Loading /> : null}
      {error ? <Problem error={error} onRetry={() => void refetch()} /> : null}
      {data ? <PreferencesForm preferences={data} /> : null}
    </Page>
  )
}

const languages = [
  { value: 'zh-CN', label: '简体中文' },
  { value: 'zh-Hant', label: '繁體中文' },
  { value: 'en', label: 'English' },
]

function PreferencesForm({ preferences }: { preferences: Preferences }) {
  const t = useText(messages)
  const [quiet, setQuiet] = useState(preferences.quiet)
  const [choices, setChoices] = useState<Choice[]>([])
  const save = useWrite(savePreferences, {
    invalidates: ['/me/notifications'],
    success: t('saved'),
    quiet: true,
    onDone: () => setChoices([]),
  })
  const submit = (values: Values) =>
    save.mutate({
      mailAddress: values.mailAddress?.trim() || null,
      locale: values.locale,
      quiet: values.quiet,
      quietFromMinutes: minutesOf(values.from) ?? preferences.quietFromMinutes,
      quietToMinutes: minutesOf(values.to) ?? preferences.quietToMinutes,
      digest: values.digest,
      choices,
    })
  const chosen = (type: string, channel: string) =>
    choices.find((one) => one.type === type && one.channel === channel)
  return (
    <EntryForm<Values>
      initial={{
        mailAddress: preferences.mailAddress ?? '',
        locale: preferences.locale,
        quiet: preferences.quiet,
        from: timeOf(preferences.quietFromMinutes),
        to: timeOf(preferences.quietToMinutes),
        digest: preferences.digest,
      }}
      onChange={(values) => setQuiet(values.quiet)}
      onSubmit={submit}
      problem={save.error}
      busy={save.isPending}
      submit={t('save')}
    >
      <div className="hq-stack">
        <Section title={t('where')}>
          <Field
            name="mailAddress"
            label={t('mail')}
            hint={t(preferences.mailReady ? 'mailHint' : 'noServer')}
          >
            <Input type="email" inputMode="email" autoComplete="email" maxLength={200} />
          </Field>
          <Field name="locale" label={t('language')} required>
            <Select options={languages} />
          </Field>
        </Section>
        <Section title={t('when')}>
          <Field name="quiet" label={t('quiet')} required hint={t('quietHint')}>
            <Select
              options={[
                { value: 'NONE', label: t('none') },
                { value: 'OFF_HOURS', label: t('offHours') },
                { value: 'SPAN', label: t('span') },
              ]}
            />
          </Field>
          <div className="hq-row" style={{ display: quiet === 'SPAN' ? undefined : 'none' }}>
            <Field name="from" label={t('from')} required>
              <Input type="time" aria-label={t('from')} />
            </Field>
            <Field name="to" label={t('to')} required>
              <Input type="time" aria-label={t('to')} />
            </Field>
          </div>
          <Field name="digest" label={t('digest')} required>
            <Select
              options={[
                { value: 'NONE', label: t('each') },
                { value: 'HOURLY', label: t('hourly') },
                { value: 'DAILY', label: t('daily') },
              ]}
            />
          </Field>
        </Section>
        <Section title={t('what')}>
          <ChoiceTable
            label={t('what')}
            lines={preferences.matrix}
            columns={[
              { key: 'app', title: messages.app },
              { key: 'mail', title: messages.byMail },
            ]}
            stateOf={(line, channel) => {
              const box = line.boxes.find((one) => one.channel === channel)
              return {
                on: chosen(line.type, channel)?.wanted ?? box?.wanted ?? false,
                locked: box?.locked ?? false,
              }
            }}
            onChange={(line, channel, wanted) =>
              setChoices([
                ...choices.filter((one) => one.type !== line.type || one.channel !== channel),
                { type: line.type, channel: channel as Choice['channel'], wanted },
              ])
            }
          />
        </Section>
      </div>
    </EntryForm>
  )
}
