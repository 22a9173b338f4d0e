import { useMutation } from '@tanstack/react-query'
import { Button, Input, Typography } from 'antd'
import { fetchJson } from '#kernel/web/fetch-json.ts'
import { useText } from '#kernel/web/messages.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { QrImage } from '#ui/qr-image.tsx'
import { messages } from './messages.ts'

interface Begun {
  totpURI: string
  backupCodes: string[]
}

/** The authenticator shows the account's name, not the library's stand-in address. */
function labelled(uri: string, userName: string): string {
  return uri.replace(/totp\/[^?]*/, `totp/${encodeURIComponent(`houqin:${userName}`)}`)
}

/** Password → code to scan and six digits → spare codes to keep. */
export function EnrolFactor({ onDone }: { onDone: () => void }) {
  const t = useText(messages)
  const session = useSession()
  const begin = useMutation({
    mutationFn: (values: { current: string }) =>
      fetchJson<Begun>('POST', '/api/auth/two-factor/enable', { password: values.current }),
  })
  const confirm = useMutation({
    mutationFn: (values: { code: string }) =>
      fetchJson('POST', '/api/auth/two-factor/verify-totp', { code: values.code.replaceAll(/\D/g, '') }),
  })
  if (!begin.data)
    return (
      <EntryForm<{ current: string }>
        onSubmit={begin.mutate}
        problem={begin.error}
        busy={begin.isPending}
        submit={t('factorBegin')}
      >
        <Field name="current" label={t('current')} required>
          <Input.Password autoComplete="current-password" />
        </Field>
      </EntryForm>
    )
  const uri = labelled(begin.data.totpURI, session.userName)
  if (!confirm.isSuccess)
    return (
      <div className="hq-stack">
        <p>{t('scan')}</p>
        <QrImage value={uri} size={200} label={t('scan')} />
        <p className="hq-soft">
          {t('byHand')}{' '}
          <Typography.Text code copyable>
            {new URL(uri).searchParams.get('secret') ?? ''}
          </Typography.Text>
        </p>
        <p>{t('typeCode')}</p>
        <EntryForm<{ code: string }>
          onSubmit={confirm.mutate}
          problem={confirm.error}
          busy={confirm.isPending}
          submit={t('confirmCode')}
        >
          <Field name="code" label={t('code')} required>
            <Input inputMode="numeric" autoComplete="one-time-code" maxLength={8} />
          </Field>
        </EntryForm>
      </div>
    )
  return (
    <div className="hq-stack">
      <p>{t('keepCodes')}</p>
      <Typography.Paragraph copyable={{ text: begin.data.backupCodes.join('\n') }}>
        {begin.data.backupCodes.map((code) => (
          <Typography.Text code key={code} style={{ marginInlineEnd: 8 }}>
            {code}
          </Typography.Text>
        ))}
      </Typography.Paragraph>
      <p className="hq-soft">{t('keepWhy')}</p>
      <Button type="primary" onClick={onDone}>
        {t('kept')}
      </Button>
    </div>
  )
}
