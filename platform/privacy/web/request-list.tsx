import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract/action.ts'
import { useFormat } from '#kernel/web/format.ts'
import { useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { privacy } from '../module.ts'
import { messages } from './messages.ts'

type Request = OutputOf<typeof privacy.actions.listRequests>['items'][number]

/** What people asked about their own data and still wait for. */
export function RequestList() {
  const t = useText(messages)
  const format = useFormat()
  const list = useRead(privacy.actions.listRequests, { open: true })
  const [deciding, setDeciding] = useState<{ request: Request; granted: boolean } | null>(null)
  return (
    <Section title={t('requests')}>
      {list.data ? (
        <div className="hq-stack hq-stack-tight">
          {list.data.items.length === 0 ? <p className="hq-faint">{t('noRequests')}</p> : null}
          {list.data.items.map((request) => (
            <div key={request.id} className="hq-stack hq-stack-tight">
              <div className="hq-row">
                <strong>
                  {request.name} · {t(request.kind)}
                </strong>
                <StateTag
                  tone={request.overdue ? 'bad' : 'waiting'}
                  title={`${t('due')} ${format.day(request.dueOn)}`}
                />
              </div>
              <p className="hq-quote">{request.words}</p>
              <div className="hq-row">
                <Button type="primary" onClick={() => setDeciding({ request, granted: true })}>
                  {t('grant')}
                </Button>
                <Button onClick={() => setDeciding({ request, granted: false })}>{t('refuse')}</Button>
              </div>
            </div>
          ))}
        </div>
      ) : list.error ? (
        <Problem error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <Loading />
      )}
      {deciding ? <DecideDialog {...deciding} onClose={() => setDeciding(null)} /> : null}
    </Section>
  )
}

function DecideDialog(props: { request: Request; granted: boolean; onClose: () => void }) {
  const { request, granted, onClose } = props
  const t = useText(messages)
  const decide = useWrite(privacy.actions.decideRequest, {
    invalidates: ['/privacy'],
    success: t('saved'),
    quiet: true,
    onDone: onClose,
  })
  const deletes = granted && request.kind === 'DELETION'
  return (
    <Modal
      open
      title={`${t(granted ? 'grant' : 'refuse')} · ${request.name} · ${t(request.kind)}`}
      onCancel={onClose}
      footer={null}
    >
      <EntryForm<{ reason: string }>
        onSubmit={({ reason }) => decide.mutate({ requestId: request.id, granted, reason })}
        problem={decide.error}
        busy={decide.isPending}
        submit={t(granted ? 'grant' : 'refuse')}
        danger={deletes}
        onCancel={onClose}
      >
        {deletes ? <p>{t('grantWarning')}</p> : null}
        <Field name="reason" label={t('answerReason')} required>
          <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Field>
      </EntryForm>
    </Modal>
  )
}
