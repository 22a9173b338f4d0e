import { Button } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { Section } from '#ui/section.tsx'
import type { RepairDetail } from '../schema.ts'
import { ReflectForm } from './reflect-form.tsx'

const messages = defineMessages({
  title: text('细思：下次怎样更好', 'Looking back: how to do better'),
  write: text('写一条', 'Add a note'),
  none: text(
    '办完想一想：哪里可以更好？可以建议修改标准的条款。',
    'What could have gone better? You can propose a change to a clause of the standard.',
  ),
  proposal: text('建议修改 {code} {title}：{words}', 'Proposed for {code} {title}: {words}'),
})

/** 细思: what was learnt from a repair, and the clause it would change. */
export function Reflections({ repair }: { repair: RepairDetail }) {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  const [writing, setWriting] = useState(false)
  const { reflections, can } = repair
  if (reflections.length === 0 && !can.reflect) return null
  return (
    <Section
      title={t('title')}
      extra={can.reflect && !writing ? <Button onClick={() => setWriting(true)}>{t('write')}</Button> : null}
    >
      {writing ? (
        <ReflectForm repair={repair} onDone={() => setWriting(false)} />
      ) : reflections.length === 0 ? (
        <p className="hq-faint">{t('none')}</p>
      ) : null}
      {reflections.length > 0 ? (
        <ul className="hq-lines">
          {reflections.map((one) => (
            <li key={one.id}>
              <span>{one.note}</span>
              {one.proposal && one.clause ? (
                <strong>
                  {t('proposal', {
                    code: one.clause.code,
                    title: say(one.clause.title),
                    words: one.proposal,
                  })}
                </strong>
              ) : null}
              <small className="hq-faint">
                {one.by} {format.when(one.at)}
              </small>
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  )
}
