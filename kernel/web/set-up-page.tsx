import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { kernelActions } from '#kernel/actions.ts'
import type { InputOf } from '#kernel/contract/action.ts'
import { call } from '#kernel/contract/client.ts'
import { text } from '#kernel/contract/text.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { productName } from '#ui/page.tsx'
import { fetchJson } from './fetch-json.ts'
import { useInstallation } from './installation.ts'
import { LookMenu } from './look-menu.tsx'
import { Mark } from './mark.tsx'
import { defineMessages, useLocalised, useText } from './messages.ts'

const messages = defineMessages({
  title: text('建立您的机构', 'Set up your bureau'),
  what: text(
    '填这几项就能开始。下一步导入场所、单位和人员，用您手上现成的表格即可。',
    'This is all it takes to begin. Next you import places, units and people from the sheets you have.',
  ),
  bureauName: text('机构名称', 'Name of the bureau'),
  bureauHint: text('例如：某市机关事务管理局', 'For example: Affairs Administration of …'),
  bureauCode: text('机构代码', 'Short code'),
  codeHint: text(
    '小写字母、数字和连字符；出现在编号和地址里，以后不改。',
    'Lower-case letters, digits and hyphens; stays for good.',
  ),
  adminName: text('管理员姓名', 'Your name'),
  username: text('管理员用户名', 'User name'),
  password: text('密码', 'Password'),
  passwordHint: text(
    '至少 8 位，大写、小写、数字、符号中有三种，不含用户名。',
    'At least 8 characters, three kinds of capitals, small letters, digits and signs, without the user name.',
  ),
  submit: text('建立，然后导入数据', 'Set up, then import'),
  already: text('机构已经建立。请登录。', 'The bureau exists already. Please sign in.'),
})

type Values = InputOf<typeof kernelActions.setUpBureau>

/** The very first page of a real installation. */
export default function SetUpPage() {
  const t = useText(messages)
  const localised = useLocalised()
  const client = useQueryClient()
  const installation = useInstallation()
  const setUp = useMutation({
    mutationFn: async (values: Values) => {
      await call(kernelActions.setUpBureau, values)
      await fetchJson('POST', '/api/auth/sign-in/username', {
        username: values.username,
        password: values.password,
      })
    },
    onSuccess: () => {
      client.clear()
      window.location.assign('/import')
    },
  })
  const done = installation.data && !installation.data.setUpNeeded && !setUp.isPending && !setUp.isSuccess
  return (
    <main className="hq-door">
      <div className="hq-door-card hq-door-wide">
        <header className="hq-door-head">
          <Mark />
          <div>
            <h1>{t('title')}</h1>
            <p className="hq-soft">{localised(productName)}</p>
          </div>
        </header>
        {done ? (
          <p>
            <a href="/">{t('already')}</a>
          </p>
        ) : (
          <>
            <p className="hq-soft">{t('what')}</p>
            <EntryForm<Values>
              onSubmit={setUp.mutate}
              problem={setUp.error}
              busy={setUp.isPending || setUp.isSuccess}
              submit={t('submit')}
            >
              <Field name="bureauName" label={t('bureauName')} required hint={t('bureauHint')}>
                <Input maxLength={100} autoFocus />
              </Field>
              <Field name="bureauCode" label={t('bureauCode')} required hint={t('codeHint')}>
                <Input maxLength={30} autoCapitalize="none" spellCheck={false} />
              </Field>
              <Field name="adminName" label={t('adminName')} required>
                <Input maxLength={50} autoComplete="name" />
              </Field>
              <Field name="username" label={t('username')} required>
                <Input maxLength={50} autoComplete="username" autoCapitalize="none" spellCheck={false} />
              </Field>
              <Field name="password" label={t('password')} required hint={t('passwordHint')}>
                <Input.Password autoComplete="new-password" />
              </Field>
            </EntryForm>
          </>
        )}
        <footer className="hq-door-foot">
          <LookMenu />
        </footer>
      </div>
    </main>
  )
}
