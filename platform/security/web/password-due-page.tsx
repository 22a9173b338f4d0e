import { useText } from '#kernel/web/messages.ts'
import { DueFrame, useGoOn } from './due-frame.tsx'
import { messages } from './messages.ts'
import { PasswordForm } from './password-form.tsx'

/** The password has grown old: a new one, then on with the day. */
export default function PasswordDuePage() {
  const t = useText(messages)
  return (
    <DueFrame title={t('dueTitle')} why={t('dueWhy')}>
      <PasswordForm onDone={useGoOn()} />
    </DueFrame>
  )
}
