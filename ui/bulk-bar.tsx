import { Button, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { type Text, text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { problemOf } from '#kernel/web/problem-of.ts'
import { StateTag } from './state-tag.tsx'

const messages = defineMessages({
  chosen: text('已选 {n} 条', '{n} selected'),
  none: text('不选了', 'Clear selection'),
  cannot: text(
    '其中 {n} 条现在不能{what}，会跳过。',
    '{n} of them cannot be done now and are skipped ({what}).',
  ),
  go: text('{what} {n} 条', '{what}: {n}'),
  done: text('完成', 'Done'),
  failed: text('未成', 'Refused'),
  waiting: text('等待', 'Waiting'),
  close: text('知道了', 'Close'),
})

interface BulkDeed<R> {
  key: string
  title: Text | string
  /** From the row's `can`. */
  can: (row: R) => boolean
  /** Asks once for all, such as the person to assign to. */
  form?: (value: unknown, onChange: (value: unknown) => void) => ReactNode
  danger?: boolean
}

/** Row by row, or all in one call that answers for each; `value` is what the form gave. */
export type BulkAction<R> = BulkDeed<R> &
  (
    | {
        /** Does one row; mostly `call(action, …)`. */
        run: (row: R, value: unknown) => Promise<unknown>
      }
    | {
        /** Does all of them; by row key what came of each, in the order of work. */
        runAll: (rows: readonly R[], value: unknown) => Promise<ReadonlyMap<string, BulkResult>>
      }
  )

interface BulkBarProps<R> {
  actions: readonly BulkAction<R>[]
  rows: readonly R[]
  rowKey: (row: R) => string
  nameOf: (row: R) => ReactNode
  onDone: () => void
  onClear: () => void
}

export type BulkResult = { ok: true } | { ok: false; words: string }

function refusedBy(error: unknown): BulkResult {
  const told = problemOf(error)
  return { ok: false, words: told.detail || told.title }
}

/** What can be done with the selected rows; each row's own result is shown. */
export function BulkBar<R>({ actions, rows, rowKey, nameOf, onDone, onClear }: BulkBarProps<R>) {
  const t = useText(messages)
  const localised = useLocalised()
  const [chosen, setChosen] = useState<{ action: BulkAction<R>; rows: readonly R[] }>()
  const [value, setValue] = useState<unknown>()
  const [results, setResults] = useState<Record<string, BulkResult>>({})
  const [running, setRunning] = useState(false)
  const finished = chosen !== undefined && Object.keys(results).length === chosen.rows.length
  const run = async () => {
    if (!chosen) return
    const { action, rows } = chosen
    setRunning(true)
    if ('runAll' in action) {
      const answers = await action.runAll(rows, value).catch((error: unknown) => {
        const result = refusedBy(error)
        return new Map(rows.map((row) => [rowKey(row), result]))
      })
      setResults(Object.fromEntries(answers))
    } else {
      // One after another: the order on screen is the order of work, and the server is not stormed.
      for (const row of rows) {
        const result = await action
          .run(row, value)
          .then<BulkResult, BulkResult>(() => ({ ok: true }), refusedBy)
        setResults((all) => ({ ...all, [rowKey(row)]: result }))
      }
    }
    setRunning(false)
  }
  const leave = () => {
    if (Object.keys(results).length > 0) onDone()
    setChosen(undefined)
    setResults({})
    setValue(undefined)
  }
  const title = chosen ? localised(chosen.action.title) : ''
  const skipped = chosen ? rows.length - chosen.rows.length : 0
  return (
    <div className="hq-bulk" role="toolbar" aria-label={t('chosen', { n: rows.length })}>
      <strong>{t('chosen', { n: rows.length })}</strong>
      {actions.map((action) => {
        const able = rows.filter(action.can)
        return (
          <Button
            key={action.key}
            danger={action.danger}
            disabled={able.length === 0}
            onClick={() => setChosen({ action, rows: able })}
          >
            {localised(action.title)}
          </Button>
        )
      })}
      <Button type="text" onClick={onClear}>
        {t('none')}
      </Button>
      <Modal
        open={chosen !== undefined}
        title={title}
        onCancel={running ? undefined : leave}
        footer={
          finished ? (
            <Button type="primary" onClick={leave}>
              {t('close')}
            </Button>
          ) : (
            <Button
              type="primary"
              danger={chosen?.action.danger}
              loading={running}
              onClick={() => void run()}
            >
              {t('go', { what: title, n: chosen?.rows.length ?? 0 })}
            </Button>
          )
        }
      >
        {skipped > 0 ? <p className="hq-faint">{t('cannot', { n: skipped, what: title })}</p> : null}
        {chosen?.action.form && !running && !finished ? chosen.action.form(value, setValue) : null}
        <ul className="hq-bulk-rows">
          {chosen?.rows.map((row) => {
            const result = results[rowKey(row)]
            const tone = result === undefined ? 'waiting' : result.ok ? 'good' : 'bad'
            const word = t(result === undefined ? 'waiting' : result.ok ? 'done' : 'failed')
            return (
              <li key={rowKey(row)}>
                <span>{nameOf(row)}</span>
                <StateTag tone={tone} title={word} />
                {result && !result.ok ? <p className="hq-soft">{result.words}</p> : null}
              </li>
            )
          })}
        </ul>
      </Modal>
    </div>
  )
}
