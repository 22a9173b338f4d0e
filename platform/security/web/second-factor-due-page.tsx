import { useText } from '#kernel/web/messages.ts'
import { DueFrame, useGoOn } from './due-frame.tsx'
import { EnrolFactor } from './enrol-factor.tsx'
import { messages } from './messages.ts'

/** The role needs a second factor: set it up, then on with the day. */
export default function SecondFactorDuePage() {
  const t = useText(messages)
  return (
    <DueFrame title={t('factorDueTitle')} why={t('factorDueWhy')}>
      <EnrolFactor onDone={useGoOn()} />
    </DueFrame>
  )
}
