import { Button, Input } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Section } from '#ui/section.tsx'
import { meetings } from '../module.ts'

const messages = defineMessages({
  title: text('漏项补台', 'Left out and made good'),
  what: text('漏了什么？', 'What was left out?'),
  record: text('登记漏项', 'Record'),
  how: text('怎么补的？', 'How was it made good?'),
  remedy: text('补好了', 'Made good'),
  found: text('{who} 发现于 {when}', 'Found by {who}, {when}'),
  done: text('{who} 已补：{how}', '{who} made it good: {how}'),
})

interface Omission {
  id: string
  what: string
  foundAt: string
  foundBy: string
  remedy: string | null
  remediedBy: string | null
}
interface Meeting {
  id: string
  omissions: readonly Omission[]
  can: Readonly<Record<string, boolean>>
}

/** What was left out of the support, and how it was made good. */
export function Omissions({ meeting }: { meeting: Meeting }) {
  const t = useText(messages)
  const [what, setWhat] = useState('')
  const record = useWrite(meetings.actions.recordOmission, {
    invalidates: ['/meetings'],
    onDone: () => setWhat(''),
  })
  if (meeting.omissions.length === 0 && !meeting.can.recordOmission) return null
  return (
    <Section title={t('title')}>
      <div className="hq-stack">
        {meeting.omissions.map((one) => (
          <OmissionLine key={one.id} meeting={meeting} omission={one} />
        ))}
        {meeting.can.recordOmission ? (
          <div className="omission-form">
            <Input
              aria-label={t('what')}
              placeholder={t('what')}
              maxLength={2000}
              value={what}
              onChange={({ target }) => setWhat(target.value)}
            />
            <Button
              disabled={what.trim() === ''}
              loading={record.isPending}
              onClick={() => record.mutate({ meetingId: meeting.id, what: what.trim() })}
            >
              {t('record')}
            </Button>
          </div>
        ) : null}
      </div>
    </Section>
  )
}

function OmissionLine({ meeting, omission }: { meeting: Meeting; omission: Omission }) {
  const t = useText(messages)
  const format = useFormat()
  const [how, setHow] = useState('')
  const remedy = useWrite(meetings.actions.remedyOmission, { invalidates: ['/meetings'] })
  return (
    <div className="omission">
      <strong>{omission.what}</strong>
      <small className="hq-faint">
        {t('found', { who: omission.foundBy, when: format.when(omission.foundAt) })}
      </small>
      {omission.remedy ? (
        <span className="omission-done">
          {t('done', { who: omission.remediedBy ?? '', how: omission.remedy })}
        </span>
      ) : meeting.can.remedyOmission ? (
        <div className="omission-form">
          <Input
            aria-label={t('how')}
            placeholder={t('how')}
            maxLength={2000}
            value={how}
            onChange={({ target }) => setHow(target.value)}
          />
          <Button
            type="primary"
            disabled={how.trim() === ''}
            loading={remedy.isPending}
            onClick={() =>
              remedy.mutate({ meetingId: meeting.id, omissionId: omission.id, remedy: how.trim() })
            }
          >
            {t('remedy')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
