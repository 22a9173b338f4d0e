import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useId, useState } from 'react'
import { kernelActions } from '#kernel/actions.ts'
import { addressOf, call } from '#kernel/contract/client.ts'
import { text } from '#kernel/contract/text.ts'
import { ChoiceTiles } from '#ui/choice-tiles.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { ImportFindings } from './import-findings.tsx'
import { ImportProgress } from './import-progress.tsx'
import { defineMessages, useText } from './messages.ts'
import { useRead } from './use-read.ts'

const messages = defineMessages({
  title: text('导入', 'Import'),
  what: text(
    '用您手上现成的表格（Excel 或 CSV）。先预检，逐行看结果；确认之前什么都不写。',
    'Use the sheets you have (Excel or CSV). They are checked first, row by row; nothing is written until you say so.',
  ),
  kind: text('1. 导入什么', '1. What to import'),
  columns: text('表头：{required}；可选：{optional}', 'Columns: {required}; optional: {optional}'),
  none: text('无', 'none'),
  template: text('下载空表', 'Download the empty sheet'),
  current: text('下载现有内容', 'Download what is there now'),
  file: text('2. 选择表格', '2. Choose the sheet'),
  drop: text('点这里选文件，或把文件拖到这里', 'Choose a file here, or drop it here'),
  sending: text('正在上传 {name}', 'Sending {name}'),
  again: text('要写入时，请再选一次这张表格。', 'To write it, choose the sheet once more.'),
  result: text('3. 看结果', '3. See the result'),
  commit: text('全部导入（{n} 行）', 'Import all ({n} {n|row|rows})'),
  partial: text('只导入没问题的 {n} 行', 'Import only the {n} good {n|row|rows}'),
  done: text(
    '已导入 {n} 行，其中 {changed} 行有变化。',
    '{n} {n|row|rows} imported, {changed} of them changed something.',
  ),
})

/** A sheet in three steps: kind, file with its dry run, commit. */
export default function ImportPage() {
  const t = useText(messages)
  const kinds = useRead(kernelActions.listImports, {})
  const [chosen, setKind] = useState<string>()
  const kind = kinds.data?.items.find((one) => one.kind === chosen) ?? kinds.data?.items[0]
  return (
    <Page title={t('title')} subtitle={t('what')}>
      {kinds.isPending ? <Loading /> : null}
      {kinds.error ? <Problem error={kinds.error} onRetry={() => void kinds.refetch()} /> : null}
      {kind ? (
        <div className="hq-stack">
          <Section title={t('kind')}>
            <div className="hq-stack hq-stack-tight">
              <ChoiceTiles
                label={t('kind')}
                value={kind.kind}
                onChange={setKind}
                options={(kinds.data?.items ?? []).map((one) => ({
                  value: one.kind,
                  title: one.title,
                  icon: 'import',
                }))}
              />
              <p className="hq-soft">
                {t('columns', {
                  required: namesOf(kind.headings, true) || t('none'),
                  optional: namesOf(kind.headings, false) || t('none'),
                })}
              </p>
              <div className="hq-row">
                <a href={addressOf(kernelActions.importTemplate, { kind: kind.kind })}>{t('template')}</a>
                <a href={addressOf(kernelActions.exportSheet, { kind: kind.kind })}>{t('current')}</a>
              </div>
            </div>
          </Section>
          <SheetSteps key={kind.kind} kind={kind.kind} />
        </div>
      ) : null}
    </Page>
  )
}

function namesOf(headings: readonly { heading: string; required: boolean }[], required: boolean): string {
  return headings
    .filter((one) => one.required === required)
    .map((one) => one.heading)
    .join('、')
}

/** The run on screen: the one begun here, else one of this kind that still goes on from before (a reload, another tab). */
function useRun(kind: string, begun: string | undefined) {
  const latest = useRead(kernelActions.listImportRuns, {})
  const open = latest.data?.items.find(
    (run) => run.kind === kind && (run.state === 'queued' || run.state === 'running'),
  )
  const [seen, setSeen] = useState<string>()
  if (open && open.id !== seen) setSeen(open.id)
  const runId = begun ?? seen
  const run = latest.data?.items.find((one) => one.id === runId)
  const goesOn = run?.state === 'queued' || run?.state === 'running'
  // The live stream says when something is new; this is for when it is down.
  useRead(kernelActions.listImportRuns, {}, { refetchEvery: goesOn || (begun && !run) ? 1500 : undefined })
  return run
}

function SheetSteps({ kind }: { kind: string }) {
  const t = useText(messages)
  const client = useQueryClient()
  const id = useId()
  const [file, setFile] = useState<File>()
  const [begun, setBegun] = useState<string>()
  const start = useMutation({
    mutationFn: ({ sheet, mode, partial }: { sheet: File; mode: 'dry-run' | 'commit'; partial: boolean }) =>
      call(kernelActions.startImport, { kind, mode, partial }, { file: sheet, fileName: sheet.name }),
    networkMode: 'always',
    onSuccess: ({ id: runId }) => {
      setBegun(runId)
      return client.invalidateQueries({ queryKey: [kernelActions.listImportRuns.path] })
    },
  })
  const run = useRun(kind, begun)
  // An import may touch anything that is on screen anywhere.
  useEffect(() => {
    if (run?.written) void client.invalidateQueries()
  }, [client, run?.written])
  const take = (sheet: File | undefined) => {
    if (!sheet) return
    setFile(sheet)
    start.mutate({ sheet, mode: 'dry-run', partial: false })
  }
  const commit = (partial: boolean) => file && start.mutate({ sheet: file, mode: 'commit', partial })
  return (
    <>
      <Section title={t('file')}>
        <label
          className="hq-drop"
          htmlFor={id}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault()
            take(event.dataTransfer.files[0])
          }}
        >
          <span>{file ? file.name : t('drop')}</span>
          <input
            id={id}
            type="file"
            accept=".csv,.xlsx"
            onChange={({ target }) => {
              take(target.files?.[0])
              target.value = ''
            }}
          />
        </label>
        {start.isPending ? <p role="status">{t('sending', { name: file?.name ?? '' })}</p> : null}
        {start.error ? <Problem error={start.error} onRetry={() => take(file)} /> : null}
        {run && !start.isPending ? <ImportProgress run={run} /> : null}
      </Section>
      {run?.state === 'done' && !start.isPending ? (
        <Section title={t('result')}>
          <div className="hq-stack hq-stack-tight">
            <ImportFindings run={run} />
            {run.written ? (
              <p role="status">{t('done', { n: run.accepted, changed: run.changed })}</p>
            ) : (
              <div className="hq-row">
                {file && run.refused === 0 && run.rowsRead > 0 ? (
                  <Button type="primary" onClick={() => commit(false)}>
                    {t('commit', { n: run.rowsRead })}
                  </Button>
                ) : null}
                {file && run.refused > 0 && run.accepted > 0 ? (
                  <Button onClick={() => commit(true)}>{t('partial', { n: run.accepted })}</Button>
                ) : null}
                {file ? null : <p>{t('again')}</p>}
              </div>
            )}
          </div>
        </Section>
      ) : null}
    </>
  )
}
