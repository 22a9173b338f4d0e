import { text } from '#kernel/contract/text.ts'
import { photoOf } from '#kernel/web/files.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { PhotoStrip } from '#ui/photo-strip.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import type { ListedLine } from './checklist-draft.ts'
import './checklist.css'

const messages = defineMessages({
  ok: text('合格', 'OK'),
  notOk: text('不合格', 'Not OK'),
  na: text('不适用', 'N/A'),
  open: text('待定', 'Open'),
  clause: text('{code} {title}', '{code} {title}'),
  reading: text('{n} {unit}', '{n} {unit}'),
  label: text('检查结果', 'What was found'),
})

const marks = {
  OK: { word: 'ok', tone: 'good' },
  NOT_OK: { word: 'notOk', tone: 'bad' },
  NA: { word: 'na', tone: 'ended' },
} as const

/** A checklist as it was carried out, to be read: clause, line, result, with reading, remark and photo. */
export function ExecutedList({ lines }: { lines: readonly ListedLine[] }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  return (
    <ul className="checklist-executed" aria-label={t('label')}>
      {lines.map(({ line, executed }) => {
        const mark = executed && marks[executed.result]
        return (
          <li key={line.id}>
            <div>
              <small className="hq-faint">
                {t('clause', { code: line.clauseCode, title: localised(line.clauseTitle) })}
              </small>
              <p>{localised(line.text)}</p>
              {executed?.remark ? <p className="hq-soft">{executed.remark}</p> : null}
              {executed?.photoId ? <PhotoStrip photos={[photoOf(executed.photoId)]} /> : null}
            </div>
            <span className="checklist-found">
              <StateTag tone={mark ? mark.tone : 'waiting'} title={t(mark ? mark.word : 'open')} />
              {executed && executed.reading !== null && line.limit ? (
                <small className="hq-nowrap">
                  {t('reading', { n: format.number(executed.reading), unit: line.limit.unit })}
                </small>
              ) : null}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
