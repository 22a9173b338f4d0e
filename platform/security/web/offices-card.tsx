import { Button, Space } from 'antd'
import { useFormat } from '#kernel/web/format.ts'
import { useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { security } from '../module.ts'
import { messages } from './messages.ts'

/** 三员分立: how it stands, and the steps that are open. */
export function OfficesCard() {
  const t = useText(messages)
  const format = useFormat()
  const session = useSession()
  const offices = useRead(security.actions.readOffices, {})
  const options = { invalidates: ['/security', '/accounts'], success: t('done') }
  const separate = useWrite(security.actions.separateOffices, options)
  const join = useWrite(security.actions.joinOffices, options)
  const withdraw = useWrite(security.actions.withdrawJoining, options)
  if (offices.isPending) return <Loading />
  if (offices.error) return <Problem error={offices.error} onRetry={() => void offices.refetch()} />
  const { wanted, separatedAt, joiningAskedBy, joiningAskedAs } = offices.data
  const mine = session.roles.includes('security') ? 'security' : 'admin'
  return (
    <Section title={t('offices')}>
      <div className="hq-stack">
        <p className="hq-soft">{t('officesWhat')}</p>
        <p>
          <strong>
            {separatedAt
              ? t('separateSince', { when: format.when(separatedAt) })
              : t(wanted ? 'separateWaits' : 'separateOff')}
          </strong>
        </p>
        {joiningAskedBy ? <p>{t('asked', { name: joiningAskedBy })}</p> : null}
        <Space wrap>
          {wanted ? null : (
            <ConfirmButton
              danger={false}
              type="primary"
              question={t('separateSure')}
              yes={t('separate')}
              onConfirm={() => separate.mutateAsync({})}
            >
              {t('separate')}
            </ConfirmButton>
          )}
          {wanted && joiningAskedAs !== mine ? (
            <ConfirmButton
              question={t('joinSure')}
              yes={t(joiningAskedAs ? 'joinAgree' : 'join')}
              onConfirm={() => join.mutateAsync({})}
            >
              {t(joiningAskedAs ? 'joinAgree' : 'join')}
            </ConfirmButton>
          ) : null}
          {joiningAskedAs ? <Button onClick={() => withdraw.mutate({})}>{t('withdraw')}</Button> : null}
        </Space>
      </div>
    </Section>
  )
}
