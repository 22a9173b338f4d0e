import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useId, useState } from 'react'
import { kernelActions } from '#kernel/actions.ts'
import type { OutputOf } from '#kernel/contract/action.ts'
import { addressOf, call } from '#kernel/contract/client.ts'
import { text } from '#kernel/contract/text.ts'
import { ChoiceTiles } from '#ui/choice-tiles.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { ImportFindings } from './import-findings.tsx'
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
  checking: text('正在预检 {name}', 'Checking {name}'),
  result: text('3. 看结果', '3. See the result'),
  commit: text('全部导入（{n} 行）', 'Import all ({n} {n|row|rows})'),
  partial: text('只导入没问题的 {n} 行', 'Import only the {n} good {n|row|rows}'),
  done: text(
    '已导入 {n} 行，其中 {changed} 行有变化。',
    '{n} {n|row|rows} imported, {changed} of them changed something.',
  ),
})

export type Findings = OutputOf<typeof kernelActions.importSheet>

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

function SheetSteps({ kind }: { kind: string }) {
  const t = useText(messages)
  const client = useQueryClient()
  const id = useId()
  const [file, setFile] = useState<File>()
  const send = (sheet: File, mode: 'dry-run' | 'commit', partial: boolean) =>
    call(kernelActions.importSheet, { kind, mode, partial }, { file: sheet, fileName: sheet.name })
  const check = useMutation({
    mutationFn: (sheet: File) => send(sheet, 'dry-run', false),
    networkMode: 'always',
  })
  const commit = useMutation({
    mutationFn: ({ sheet, partial }: { sheet: File; partial: boolean }) => send(sheet, 'commit', partial),
    networkMode: 'always',
    // An import may touch anything that is on screen anywhere.
    onSuccess: () => client.invalidateQueries(),
  })
  const take = (sheet: File | undefined) => {
    if (!sheet) return
    setFile(sheet)
    commit.reset()
    check.mutate(sheet)
  }
  const found = check.data
  const refusedLines = new Set(found?.refused.map((remark) => remark.line)).size
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
        {check.isPending ? <p role="status">{t('checking', { name: file?.name ?? '' })}</p> : null}
        {check.error ? <Problem error={check.error} onRetry={() => file && check.mutate(file)} /> : null}
      </Section>
      {found && file ? (
        <Section title={t('result')}>
          <div className="hq-stack hq-stack-tight">
            <ImportFindings findings={commit.data ?? found} />
            {commit.error ? <Problem error={commit.error} /> : null}
            {commit.data?.written ? (
              <p role="status">{t('done', { n: commit.data.accepted, changed: commit.data.changed })}</p>
            ) : (
              <div className="hq-row">
                {refusedLines === 0 && found.rows > 0 ? (
                  <Button
                    type="primary"
                    loading={commit.isPending}
                    onClick={() => commit.mutate({ sheet: file, partial: false })}
                  >
                    {t('commit', { n: found.rows })}
                  </Button>
                ) : null}
                {refusedLines > 0 && found.accepted > 0 ? (
                  <Button
                    loading={commit.isPending}
                    onClick={() => commit.mutate({ sheet: file, partial: true })}
                  >
                    {t('partial', { n: found.accepted })}
                  </Button>
                ) : null}
              </div>
            )}
          </div>
        </Section>
      ) : null}
    </>
  )
}
