import { Input } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { usePictureAddress } from '#kernel/web/offline/pictures.ts'
import { Section } from '#ui/section.tsx'
import { Uploader, type UploaderProps } from '#ui/uploader.tsx'
import { type LineDraft, type ListedLine, lackOf, standing } from './checklist-draft.ts'
import { useTakePicture } from './use-take-picture.ts'
import './checklist.css'

const messages = defineMessages({
  title: text('检查清单 {done}/{all}', 'Checklist {done}/{all}'),
  ok: text('合格', 'OK'),
  notOk: text('不合格', 'Not OK'),
  na: text('不适用', 'N/A'),
  must: text('必做', 'Must'),
  waiting: text(
    '{n} 项已记在手机上，有信号就自动上传',
    '{n} kept on this phone; sent when there is a signal',
  ),
  photo: text('请拍照', 'Take a photo'),
  reading: text('请填读数', 'Enter the reading'),
  limit: text('读数超出 {limit}，不能记合格', 'The reading is beyond {limit}; it cannot be OK'),
  readingOf: text('读数（{unit}，{limit}）', 'Reading ({unit}, {limit})'),
  remark: text('哪里不合格？写一句', 'What is wrong? A few words'),
  between: text('{min}–{max}', '{min}–{max}'),
  least: text('不低于 {min}', 'at least {min}'),
  most: text('不高于 {max}', 'at most {max}'),
  standard: text('条款 {code} {title}', 'Clause {code} {title}'),
})

interface ChecklistCardProps {
  lines: readonly ListedLine[]
  /** Of `useChecklist`, which sends line by line, or of `useFormChecklist`, which waits for its form. */
  list: {
    drafts: Readonly<Record<string, LineDraft>>
    answer: (lineId: string, draft: LineDraft) => void
    /** Lines that are not yet at the server. */
    waiting?: number
  }
  /** Whether the work is under way, so that lines can be answered. */
  open: boolean
  /** How pictures go out; kept on the phone when absent, to go with the answers. */
  upload?: UploaderProps['upload']
}

/** The checklist by clause: one line, one tap; kept on the phone until it is sent. */
export function ChecklistCard({ lines, list, open, upload }: ChecklistCardProps) {
  const t = useText(messages)
  const localised = useLocalised()
  if (lines.length === 0) return null
  const done = lines.filter((one) => standing(one, list.drafts)).length
  const clauses = [...new Map(lines.map(({ line }) => [line.clauseCode, line.clauseTitle]))]
  return (
    <Section title={t('title', { done, all: lines.length })}>
      <div role="status">
        {list.waiting ? <p className="checklist-waiting">{t('waiting', { n: list.waiting })}</p> : null}
      </div>
      {clauses.map(([code, title]) => (
        <div key={code} className="checklist-clause">
          <h3 className="hq-faint">{t('standard', { code, title: localised(title) })}</h3>
          <ul>
            {lines
              .filter(({ line }) => line.clauseCode === code)
              .map((one) => (
                <ChecklistRow
                  key={one.line.id}
                  listed={one}
                  now={standing(one, list.drafts)}
                  open={open}
                  upload={upload}
                  onAnswer={(draft) => list.answer(one.line.id, draft)}
                />
              ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}

interface RowProps {
  listed: ListedLine
  now: LineDraft | null
  open: boolean
  upload: UploaderProps['upload'] | undefined
  onAnswer: (draft: LineDraft) => void
}

const results = ['OK', 'NOT_OK', 'NA'] as const
const words = { OK: 'ok', NOT_OK: 'notOk', NA: 'na' } as const

function ChecklistRow({ listed: { line }, now, open, upload, onAnswer }: RowProps) {
  const t = useText(messages)
  const localised = useLocalised()
  const address = usePictureAddress()
  const takePicture = useTakePicture()
  const lack = now ? lackOf(line, now) : null
  const limit = line.limit ? limitWords(line.limit, t) : ''
  const change = (next: Partial<LineDraft>) => now && onAnswer({ ...now, ...next })
  const name = localised(line.text)
  return (
    <li id={`line-${line.id}`} className="checklist-line">
      <p>
        {name}
        {line.mandatory ? <small className="checklist-must">{t('must')}</small> : null}
      </p>
      <fieldset className="checklist-taps" aria-label={name} disabled={!open}>
        {results
          .filter((result) => result !== 'NA' || line.allowsNa)
          .map((result) => (
            <button
              key={result}
              type="button"
              aria-pressed={now?.result === result}
              className={`checklist-tap checklist-${words[result]}`}
              onClick={() => onAnswer({ ...now, result })}
            >
              {t(words[result])}
            </button>
          ))}
      </fieldset>
      {now && now.result !== 'NA' && line.limit ? (
        <Input
          type="number"
          inputMode="decimal"
          className="checklist-reading"
          aria-label={t('readingOf', { unit: line.limit.unit, limit })}
          placeholder={t('readingOf', { unit: line.limit.unit, limit })}
          suffix={line.limit.unit}
          value={now.reading ?? ''}
          disabled={!open}
          onChange={({ target }) => change({ reading: target.value === '' ? null : Number(target.value) })}
        />
      ) : null}
      {now?.result === 'NOT_OK' ? (
        <Input
          aria-label={t('remark')}
          placeholder={t('remark')}
          maxLength={1000}
          disabled={!open}
          defaultValue={now.remark ?? ''}
          onBlur={({ target }) => target.value !== (now.remark ?? '') && change({ remark: target.value })}
        />
      ) : null}
      {now && now.result !== 'NA' && line.needsPhoto ? (
        <Uploader
          label={name}
          max={1}
          value={now.photoId ? [{ id: now.photoId, thumbnail: address(now.photoId).thumbnail }] : []}
          upload={upload ?? takePicture}
          onChange={(files) => change({ photoId: files[0]?.id ?? null })}
        />
      ) : null}
      {lack ? (
        <p className="checklist-lack" role="status">
          {t(lack, { limit })}
        </p>
      ) : null}
    </li>
  )
}

function limitWords(
  { min, max, unit }: NonNullable<ListedLine['line']['limit']>,
  t: ReturnType<typeof useText<typeof messages>>,
): string {
  const words =
    min !== null && max !== null
      ? t('between', { min, max })
      : min !== null
        ? t('least', { min })
        : t('most', { max: max ?? 0 })
  return `${words} ${unit}`
}
