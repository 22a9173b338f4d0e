import { Fold } from '#engines/orders/web/fold.tsx'
import type { StateTone } from '#kernel/contract/states.ts'
import { text } from '#kernel/contract/text.ts'
import { photoOf } from '#kernel/web/files.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { PhotoStrip } from '#ui/photo-strip.tsx'
import { type Column, PlainTable } from '#ui/plain-table.tsx'
import { Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import type { RepairDetail } from '../schema.ts'

const messages = defineMessages({
  title: text('按标准检查', 'Checked against the standard'),
  score: text('得 {score} 分：{ok} 项合格，{bad} 项不合格', '{score} points: {ok} met, {bad} not met'),
  clause: text('条款', 'Clause'),
  line: text('检查什么', 'What is checked'),
  result: text('结果', 'Result'),
  who: text('谁查的', 'By'),
  reading: text('读数 {value}', 'Reading {value}'),
  must: text('必做', 'Must'),
})

type Line = RepairDetail['checklist']['lines'][number]

const results = {
  OK: { tone: 'good', title: text('合格', 'Met') },
  NOT_OK: { tone: 'bad', title: text('不合格', 'Not met') },
  NA: { tone: 'ended', title: text('不适用', 'Not applicable') },
  OPEN: { tone: 'waiting', title: text('未查', 'Not checked') },
} as const satisfies Record<string, { tone: StateTone; title: ReturnType<typeof text> }>

/** The checklist with what was found at each line, by clause of the standard. */
export function RepairChecklist({ repair }: { repair: RepairDetail }) {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  const { lines, score } = repair.checklist
  if (lines.every((line) => line.executed === null)) return null
  const columns: Column<Line>[] = [
    {
      key: 'line',
      title: t('line'),
      render: ({ line }) => (
        <>
          {say(line.text)} {line.mandatory ? <small className="hq-faint">{t('must')}</small> : null}
        </>
      ),
    },
    {
      key: 'result',
      title: t('result'),
      card: 'mark',
      render: ({ executed }) => <StateTag {...results[executed?.result ?? 'OPEN']} />,
    },
    {
      key: 'found',
      title: '',
      card: 'bare',
      render: ({ executed, line }) => (
        <div className="hq-row">
          {executed && executed.reading !== null
            ? t('reading', { value: format.number(executed.reading, { unit: line.limit?.unit ?? '' }) })
            : null}
          {executed?.remark ? <span className="hq-soft">{executed.remark}</span> : null}
          {executed?.photoId ? <PhotoStrip photos={[photoOf(executed.photoId)]} /> : null}
        </div>
      ),
    },
    {
      key: 'clause',
      title: t('clause'),
      render: ({ line }) => (
        <span className="hq-soft">
          {line.clauseCode} {say(line.clauseTitle)}
        </span>
      ),
    },
    {
      key: 'who',
      title: t('who'),
      render: ({ executed }) =>
        executed ? (
          <span className="hq-soft">
            {executed.by} {format.when(executed.at)}
          </span>
        ) : (
          '—'
        ),
    },
  ]
  return (
    <Section
      title={t('title')}
      extra={
        score && score.score !== null ? (
          <span className="hq-soft">
            {t('score', {
              score: format.number(score.score, { decimals: 0 }),
              ok: score.ok,
              bad: score.notOk,
            })}
          </span>
        ) : undefined
      }
    >
      <Fold>
        <PlainTable label={t('title')} columns={columns} rows={lines} rowKey={({ line }) => line.id} />
      </Fold>
    </Section>
  )
}
