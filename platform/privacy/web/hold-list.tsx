import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract/action.ts'
import { useFormat } from '#kernel/web/format.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Loading } from '#ui/loading.tsx'
import { type Column, PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { privacy } from '../module.ts'
import { messages } from './messages.ts'

type Hold = OutputOf<typeof privacy.actions.listHolds>['items'][number]

/** What must stay as it is, and why. */
export function HoldList() {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const manages = useSession().allowed('privacy.manage')
  const list = useRead(privacy.actions.listHolds, {})
  const classes = useRead(privacy.actions.listRetention, {})
  const [placing, setPlacing] = useState(false)
  const release = useWrite(privacy.actions.releaseHold, { invalidates: ['/privacy'] })
  const titleOf = (hold: Hold) => {
    const known = classes.data?.items.find(({ name }) => name === hold.class)
    return known ? localised(known.title) : (hold.class ?? hold.subjectId)
  }
  const columns: Column<Hold>[] = [
    { key: 'what', title: t('holds'), render: titleOf },
    { key: 'reason', title: t('reason'), render: (row) => row.reason },
    { key: 'by', title: '', card: 'bare', render: (row) => `${row.placedBy} · ${format.when(row.placedAt)}` },
    {
      key: 'release',
      title: '',
      card: 'bare',
      render: (row) =>
        row.releasedAt ? (
          <span className="hq-faint">
            {t('released', { who: row.releasedBy ?? '', when: format.when(row.releasedAt) })}
          </span>
        ) : manages ? (
          <ConfirmButton
            type="text"
            question={t('releaseQuestion')}
            yes={t('release')}
            onConfirm={() => release.mutateAsync({ holdId: row.id, reason: t('release') })}
          >
            {t('release')}
          </ConfirmButton>
        ) : null,
    },
  ]
  return (
    <Section
      title={t('holds')}
      extra={manages ? <Button onClick={() => setPlacing(true)}>{t('place')}</Button> : undefined}
    >
      <p className="hq-soft">{t('holdsWhat')}</p>
      {list.data ? (
        list.data.items.length > 0 ? (
          <PlainTable label={t('holds')} columns={columns} rows={list.data.items} rowKey={({ id }) => id} />
        ) : (
          <p className="hq-faint">{t('noHolds')}</p>
        )
      ) : list.error ? (
        <Problem error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <Loading />
      )}
      {placing ? <PlaceDialog onClose={() => setPlacing(false)} /> : null}
    </Section>
  )
}

interface Values {
  subjectId?: string
  class?: string
  reason: string
}

function PlaceDialog({ onClose }: { onClose: () => void }) {
  const t = useText(messages)
  const localised = useLocalised()
  const classes = useRead(privacy.actions.listRetention, {})
  const place = useWrite(privacy.actions.placeHold, {
    invalidates: ['/privacy'],
    success: t('saved'),
    quiet: true,
    onDone: onClose,
  })
  const send = ({ subjectId, class: named, reason }: Values) =>
    place.mutate({
      reason,
      ...(subjectId?.trim() ? { subjectId: subjectId.trim() } : {}),
      ...(named ? { class: named } : {}),
    })
  return (
    <Modal open title={t('place')} onCancel={onClose} footer={null}>
      <EntryForm<Values>
        onSubmit={send}
        problem={place.error}
        busy={place.isPending}
        submit={t('place')}
        onCancel={onClose}
      >
        <Field name="subjectId" label={t('subject')}>
          <Input maxLength={36} />
        </Field>
        <Field name="class" label={t('wholeClass')}>
          <Select
            allowClear
            options={classes.data?.items.map(({ name, title }) => ({ value: name, label: localised(title) }))}
          />
        </Field>
        <Field name="reason" label={t('reason')} required>
          <Input maxLength={500} />
        </Field>
      </EntryForm>
    </Modal>
  )
}
