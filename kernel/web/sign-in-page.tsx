import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ComponentType, type FormEvent, Suspense, useEffect, useId, useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { Loading } from '#ui/loading.tsx'
import { productName } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { fetchJson } from './fetch-json.ts'
import { demoPassword, useInstallation } from './installation.ts'
import { LookMenu } from './look-menu.tsx'
import { Mark } from './mark.tsx'
import { defineMessages, useLocalised, useText } from './messages.ts'
import { useGo } from './navigate.ts'
import { WaitingAtDoor } from './offline/waiting-at-door.tsx'
import { SecondStep } from './second-step.tsx'
import { sessionKey } from './use-session.ts'

const messages = defineMessages({
  promise: text('一个电话、一次登记，有人负责到底。', 'Ask once; one person sees it through.'),
  title: text('登录', 'Sign in'),
  userName: text('用户名', 'User name'),
  password: text('密码', 'Password'),
  signIn: text('登录', 'Sign in'),
  demo: text('演示：点一个角色直接进入', 'Demo: tap a role to step in'),
  demoNote: text('人物与数据均为虚构。', 'All people and data are fictional.'),
  version: text('版本 {version}', 'Version {version}'),
})

/** Another way to sign in, brought by the module of this name. */
export interface DoorBlock {
  name: string
  Door: ComponentType
}

/** User name and password, and other ways in under them; in a demo bureau also one card per role. */
export function SignInPage({ doors }: { doors: readonly DoorBlock[] }) {
  const t = useText(messages)
  const localised = useLocalised()
  const client = useQueryClient()
  const go = useGo()
  const installation = useInstallation()
  const [busy, setBusy] = useState<string>()
  const [halfWay, setHalfWay] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const setUpNeeded = installation.data?.setUpNeeded === true
  useEffect(() => {
    document.title = `${t('title')} · ${localised(productName)}`
  }, [t, localised])
  useEffect(() => {
    if (setUpNeeded) go('/set-up', { replace: true })
  }, [setUpNeeded, go])

  const enter = async () => {
    await client.resetQueries({ queryKey: sessionKey })
    // Nothing of the account before may stay.
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] })
  }
  const signIn = async (username: string, password: string, by: string) => {
    setBusy(by)
    setRefusal(null)
    try {
      const answer = await fetchJson<{ twoFactorRedirect?: boolean }>('POST', '/api/auth/sign-in/username', {
        username,
        password,
      })
      if (!answer.twoFactorRedirect) return await enter()
      setHalfWay(true)
      setBusy(undefined)
    } catch (error) {
      setRefusal(error)
      setBusy(undefined)
    }
  }
  const accounts = installation.data?.demo ? installation.data.demoAccounts : []
  if (installation.isPending || setUpNeeded) return <Loading />
  return (
    <main className={accounts.length > 0 ? 'hq-door hq-door-demo' : 'hq-door'}>
      <div className="hq-door-card">
        <header className="hq-door-head">
          <Mark />
          <div>
            <h1>{localised(productName)}</h1>
            <p className="hq-soft">{t('promise')}</p>
          </div>
        </header>
        <WaitingAtDoor />
        {halfWay ? (
          <SecondStep onDone={enter} onBack={() => setHalfWay(false)} />
        ) : (
          <>
            <PasswordForm
              busy={busy}
              refusal={refusal}
              onSignIn={(name, word) => void signIn(name, word, 'form')}
            />
            <Suspense>
              {doors.map(({ name, Door }) => (
                <Door key={name} />
              ))}
            </Suspense>
          </>
        )}
        <footer className="hq-door-foot">
          <LookMenu />
          <span className="hq-faint">{t('version', { version: installation.data?.version ?? '' })}</span>
        </footer>
      </div>
      {accounts.length > 0 ? (
        <section className="hq-door-demo-accounts" aria-labelledby="demo-accounts">
          <h2 id="demo-accounts">{t('demo')}</h2>
          <p className="hq-faint">{t('demoNote')}</p>
          <div className="hq-door-roles">
            {accounts.map((account) => (
              <button
                key={account.username}
                type="button"
                className="hq-role"
                disabled={busy !== undefined}
                aria-busy={busy === account.username}
                onClick={() => void signIn(account.username, demoPassword, account.username)}
              >
                <strong>{localised(account.title)}</strong>
                <span className="hq-faint">{localised(account.description)}</span>
              </button>
            ))}
          </div>
        </section>
      ) : null}
    </main>
  )
}

interface PasswordFormProps {
  busy: string | undefined
  refusal: unknown
  onSignIn: (username: string, password: string) => void
}

function PasswordForm({ busy, refusal, onSignIn }: PasswordFormProps) {
  const t = useText(messages)
  const id = useId()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    onSignIn(String(data.get('username') ?? '').trim(), String(data.get('password') ?? ''))
  }
  return (
    <form onSubmit={submit} className="hq-door-form">
      <label htmlFor={`${id}-name`}>{t('userName')}</label>
      <input
        className="hq-input"
        id={`${id}-name`}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <label htmlFor={`${id}-word`}>{t('password')}</label>
      <input
        className="hq-input"
        id={`${id}-word`}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      {refusal ? <Problem error={refusal} /> : null}
      <Button
        type="primary"
        size="large"
        block
        htmlType="submit"
        loading={busy === 'form'}
        disabled={busy !== undefined && busy !== 'form'}
      >
        {t('signIn')}
      </Button>
    </form>
  )
}
