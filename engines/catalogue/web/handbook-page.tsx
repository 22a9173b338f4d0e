import { Alert, App, Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { addressOf } from '#kernel/contract/client.ts'
import { useText } from '#kernel/web/messages.ts'
import { useSearch } from '#kernel/web/navigate.ts'
import { problemOf } from '#kernel/web/problem-of.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Empty } from '#ui/empty.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { catalogue } from '../module.ts'
import './catalogue.css'
import { HandbookReceipts } from './handbook-receipts.tsx'
import { HandbookText } from './handbook-text.tsx'
import { messages } from './messages.ts'

/** The handbook to read and print; opening the newest edition notes that this reader has seen it. */
export default function HandbookPage() {
  const t = useText(messages)
  const [search, change] = useSearch()
  const mayCompile = useSession().allowed('catalogue.write')
  const [panel, setPanel] = useState<'compile' | 'receipts' | null>(null)
  const edition = Number(search.edition) || undefined
  const handbook = useRead(catalogue.actions.readHandbook, { edition })
  const { mutate: noteOpened } = useWrite(catalogue.actions.openHandbook, {
    invalidates: ['/catalogue/handbook'],
    quiet: true,
  })
  const unread = handbook.data && !handbook.data.opened && handbook.data.current ? handbook.data.id : null
  useEffect(() => {
    if (unread) noteOpened({ handbookId: unread })
  }, [unread, noteOpened])
  const view = handbook.data
  const none = handbook.error && problemOf(handbook.error).code === 'catalogue.no_handbook'
  return (
    <Page
      title={t('handbook')}
      subtitle={view ? t('edition', { n: view.edition }) : undefined}
      trail={[{ title: t('title'), to: '/catalogue' }]}
      action={
        mayCompile
          ? { title: t('compile'), onClick: () => setPanel('compile') }
          : { title: t('print'), onClick: () => window.print(), disabled: !view }
      }
      extra={
        view ? (
          <>
            {mayCompile ? <Button onClick={() => window.print()}>{t('print')}</Button> : null}
            <a href={addressOf(catalogue.actions.writeHandbook, { edition: view.edition })} download>
              {t('word')}
            </a>
            {view.can.receipts ? <Button onClick={() => setPanel('receipts')}>{t('receipts')}</Button> : null}
          </>
        ) : null
      }
    >
      {none ? <Empty icon="handbook" title={t('noHandbook')} next={t('noHandbookNext')} /> : null}
      {handbook.error && !none ? (
        <Problem error={handbook.error} onRetry={() => void handbook.refetch()} />
      ) : null}
      {handbook.isLoading ? <Loading /> : null}
      {view ? (
        <div className="hq-stack">
          <div className="hq-stack ctg-no-print">
            {view.current ? null : (
              <Alert
                type="info"
                showIcon
                title={t('notCurrent')}
                action={<Button onClick={() => change({ edition: undefined })}>{t('newest')}</Button>}
              />
            )}
            {view.can.compile && view.changedSince > 0 ? (
              <Alert type="warning" showIcon title={t('stale', { n: view.changedSince })} />
            ) : null}
            {view.editions.length > 1 ? (
              <nav className="hq-row" aria-label={t('editions')}>
                {view.editions.map((one) => (
                  <Button
                    key={one.id}
                    type={one.id === view.id ? 'default' : 'text'}
                    onClick={() => change({ edition: String(one.edition) })}
                  >
                    {t('edition', { n: one.edition })}
                  </Button>
                ))}
              </nav>
            ) : null}
          </div>
          <HandbookText handbook={view} />
        </div>
      ) : null}
      <SidePanel
        open={panel !== null}
        onClose={() => setPanel(null)}
        title={panel === 'receipts' ? t('receipts') : t('compile')}
      >
        {panel === 'compile' ? (
          <CompileForm foreword={view?.foreword ?? ''} onDone={() => setPanel(null)} />
        ) : panel === 'receipts' && view ? (
          <HandbookReceipts handbookId={view.id} />
        ) : null}
      </SidePanel>
    </Page>
  )
}

function CompileForm({ foreword, onDone }: { foreword: string; onDone: () => void }) {
  const t = useText(messages)
  const { message } = App.useApp()
  const compile = useWrite(catalogue.actions.compileHandbook, {
    invalidates: ['/catalogue/handbook'],
    quiet: true,
    onDone: ({ edition }) => {
      message.success(t('compiled', { n: edition }))
      onDone()
    },
  })
  return (
    <EntryForm<{ foreword?: string }>
      initial={{ foreword }}
      onSubmit={(values) => compile.mutate({ foreword: values.foreword || undefined })}
      problem={compile.error}
      busy={compile.isPending}
      submit={t('compile')}
      onCancel={onDone}
    >
      <Field name="foreword" label={t('foreword')}>
        <Input.TextArea autoSize={{ minRows: 4 }} maxLength={4000} />
      </Field>
    </EntryForm>
  )
}
