import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { standards } from '#engines/standards/module.ts'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Section } from '#ui/section.tsx'
import { meetings } from '../module.ts'

const messages = defineMessages({
  title: text('会后总结', 'Looking back'),
  note: text('这次学到了什么？', 'What was learnt?'),
  clause: text('要改哪一条标准（可不选）', 'Which clause should change (optional)'),
  proposal: text('改成什么样？', 'How should it read?'),
  send: text('记下', 'Note it'),
  saved: text('已记下', 'Noted'),
  proposed: text('建议修改 {code}：{words}', 'Proposes for {code}: {words}'),
})

interface Meeting {
  id: string
  reflections: readonly {
    id: string
    at: string
    by: string
    note: string
    clause: { code: string } | null
    proposal: string | null
  }[]
  can: Readonly<Record<string, boolean>>
}

/** 细思: what was learnt, and what the standard should say instead. */
export function ReflectForm({ meeting }: { meeting: Meeting }) {
  const t = useText(messages)
  const format = useFormat()
  if (meeting.reflections.length === 0 && !meeting.can.reflect) return null
  return (
    <Section title={t('title')}>
      <div className="hq-stack">
        {meeting.reflections.map(({ id, at, by, note, clause, proposal }) => (
          <div key={id} className="omission">
            <span>{note}</span>
            {clause && proposal ? (
              <span className="hq-soft">{t('proposed', { code: clause.code, words: proposal })}</span>
            ) : null}
            <small className="hq-faint">
              {by} · {format.when(at)}
            </small>
          </div>
        ))}
        {meeting.can.reflect ? <NewReflection meetingId={meeting.id} /> : null}
      </div>
    </Section>
  )
}

function NewReflection({ meetingId }: { meetingId: string }) {
  const t = useText(messages)
  const localised = useLocalised()
  const [note, setNote] = useState('')
  const [clauseId, setClauseId] = useState<string | null>(null)
  const [proposal, setProposal] = useState('')
  const documents = useRead(standards.actions.listDocuments, { search: 'HQ/HY-001' })
  const documentId = documents.data?.items[0]?.id
  const document = useRead(
    standards.actions.readDocument,
    { documentId: documentId ?? '' },
    { enabled: documentId !== undefined },
  )
  const reflect = useWrite(meetings.actions.reflect, {
    invalidates: ['/meetings', '/standards'],
    success: t('saved'),
    onDone: () => {
      setNote('')
      setProposal('')
      setClauseId(null)
    },
  })
  const clauses = document.data?.clauses ?? []
  return (
    <>
      <Input.TextArea
        aria-label={t('note')}
        placeholder={t('note')}
        maxLength={2000}
        autoSize={{ minRows: 2 }}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <Select
        allowClear
        aria-label={t('clause')}
        placeholder={t('clause')}
        value={clauseId ?? undefined}
        onChange={(next: string | undefined) => setClauseId(next ?? null)}
        options={clauses.map(({ id, code, title }) => ({ value: id, label: `${code} ${localised(title)}` }))}
      />
      {clauseId ? (
        <Input.TextArea
          aria-label={t('proposal')}
          placeholder={t('proposal')}
          maxLength={2000}
          autoSize={{ minRows: 2 }}
          value={proposal}
          onChange={({ target }) => setProposal(target.value)}
        />
      ) : null}
      <div>
        <Button
          disabled={note.trim() === ''}
          loading={reflect.isPending}
          onClick={() =>
            reflect.mutate({
              meetingId,
              note: note.trim(),
              clauseId,
              ...(proposal.trim() ? { proposal: proposal.trim() } : {}),
            })
          }
        >
          {t('send')}
        </Button>
      </div>
    </>
  )
}
