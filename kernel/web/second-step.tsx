import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { Problem } from '#ui/problem.tsx'
import { fetchJson } from './fetch-json.ts'
import { defineMessages, useText } from './messages.ts'

const messages = defineMessages({
  code: text('验证器上的六位数字', 'Six digits from your authenticator'),
  backup: text('备用码', 'Spare code'),
  useBackup: text('手机不在身边，用备用码', 'No phone at hand: use a spare code'),
  useCode: text('用验证器', 'Use the authenticator'),
  trust: text(
    '信任这台设备 30 天（您单位允许时）',
    'Trust this device for 30 days (where your bureau allows it)',
  ),
  go: text('登录', 'Sign in'),
  back: text('换个账号', 'Another account'),
})

/** The second step of signing in: six digits, or a spare code. */
export function SecondStep({ onDone, onBack }: { onDone: () => Promise<void>; onBack: () => void }) {
  const t = useText(messages)
  const id = useId()
  const [spare, setSpare] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const typed = String(data.get('code') ?? '').trim()
    setBusy(true)
    setRefusal(null)
    try {
      await fetchJson('POST', `/api/auth/two-factor/${spare ? 'verify-backup-code' : 'verify-totp'}`, {
        code: spare ? typed : typed.replaceAll(/\D/g, ''),
        trustDevice: data.get('trust') === 'on',
      })
      await onDone()
    } catch (error) {
      setRefusal(error)
      setBusy(false)
    }
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="hq-door-form">
      <label htmlFor={`${id}-code`}>{t(spare ? 'backup' : 'code')}</label>
      <input
        key={String(spare)}
        className="hq-input"
        id={`${id}-code`}
        name="code"
        inputMode={spare ? 'text' : 'numeric'}
        autoComplete={spare ? 'off' : 'one-time-code'}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={20}
        // The person has just typed the password and goes on typing.
        ref={(input) => input?.focus()}
        required
      />
      <label>
        <input type="checkbox" name="trust" /> {t('trust')}
      </label>
      {refusal ? <Problem error={refusal} /> : null}
      <Button type="primary" size="large" block htmlType="submit" loading={busy}>
        {t('go')}
      </Button>
      <Button type="text" block onClick={() => setSpare(!spare)}>
        {t(spare ? 'useCode' : 'useBackup')}
      </Button>
      <Button type="text" block onClick={onBack}>
        {t('back')}
      </Button>
    </form>
  )
}
