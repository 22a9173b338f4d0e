import { BoldOutlined, FunctionOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { type KeyboardEvent, type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import { metrics } from '#engines/metrics/module.ts'
import { call } from '#kernel/contract/client.ts'
import { useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import type { FigureRun, ReportFigure } from '../../schema.ts'
import { ConflictNotice } from './conflict-notice.tsx'
import { withPiece } from './draft.ts'
import { editorMessages } from './editor-messages.ts'
import { FigureCard } from './figure-card.tsx'
import { chipWords, type FigureShelf, figureOf } from './figure-words.ts'
import { InsertFigure } from './insert-figure.tsx'
import { KeepingStatus } from './keeping-status.tsx'
import { numberPieces } from './number-pieces.ts'
import { reportFigure } from './report-figure.ts'
import { changeFigure, insertRun, runsLength } from './runs.ts'
import { type Landing, SectionEditor } from './section-editor.tsx'
import type { Draft } from './use-draft.ts'

interface Opened {
  key: string
  nth: number
  at: HTMLElement
}

export interface ReportEditorProps {
  draft: Draft
  shelf: FigureShelf
  frozen: boolean
  /** Title, addressee: what stands above the sections. */
  head: ReactNode
  /** Signature and date. */
  foot: ReactNode
}

/** The document itself, written in place: sections, sentences with figures, tables and charts. */
export function ReportEditor({ draft, shelf, frozen, head, foot }: ReportEditorProps) {
  const t = useText(editorMessages)
  const { message } = App.useApp()
  const { sections, editing, change, undo, redo } = draft
  const [extra, setExtra] = useState<ReadonlyMap<string, ReportFigure>>(new Map())
  const [landing, setLanding] = useState<Landing | null>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [inserting, setInserting] = useState(false)
  const caret = useRef<{ key: string; place: number } | null>(null)
  const list = useRead(metrics.actions.listMetrics, {})
  const firstMetric = list.data?.items[0]?.id ?? ''
  const whole: FigureShelf = useMemo(
    () => ({ period: shelf.period, figures: new Map([...extra, ...shelf.figures]) }),
    [shelf, extra],
  )
  const wordsOf = useCallback((run: FigureRun) => chipWords(whole, run), [whole])
  const numbers = useMemo(() => numberPieces(sections), [sections])
  const onLand = useCallback((key: string, place: number | 'end') => setLanding({ key, place }), [])
  const onChip = useCallback((key: string, nth: number, at: HTMLElement) => setOpened({ key, nth, at }), [])
  const onCaret = useCallback((key: string, place: number) => {
    caret.current = { key, place }
  }, [])
  const onActive = useCallback((key: string) => {
    caret.current = { key, place: caret.current?.key === key ? caret.current.place : Number.MAX_SAFE_INTEGER }
  }, [])
  const close = useCallback(() => setOpened(null), [])
  const leave = () => {
    close()
    const chips = document.querySelectorAll<HTMLElement>(`[data-piece="${opened?.key}"] .rpt-chip`)
    chips[opened?.nth ?? 0]?.focus()
  }

  const pieceAt = (key: string) => {
    for (const section of sections) {
      const piece = section.pieces.find((one) => one.key === key)
      if (piece?.block.kind === 'paragraph') return { section, piece, block: piece.block }
    }
    return null
  }
  const setFigure = (next: FigureRun | null) => {
    const found = opened && pieceAt(opened.key)
    if (!found) return
    const block = { ...found.block, runs: changeFigure(found.block.runs, opened.nth, next) }
    change(found.section.id, (one) => withPiece(one, opened.key, [{ key: opened.key, block }]))
    if (next === null) setOpened(null)
  }
  const startInsert = () => {
    if (!editing) return
    if (caret.current && pieceAt(caret.current.key)) setInserting(true)
    else message.info(t('whereFirst'))
  }
  const insert = (metric: string) => {
    setInserting(false)
    const spot = caret.current
    const found = spot && pieceAt(spot.key)
    if (!found) return
    const run: FigureRun = { kind: 'figure', metric }
    const place = Math.min(spot.place, runsLength(found.block.runs))
    const block = { ...found.block, runs: insertRun(found.block.runs, place, run) }
    change(found.section.id, (one) => withPiece(one, spot.key, [{ key: spot.key, block }]))
    // The dialog gives the focus back to where it was before; the caret goes behind the figure after that.
    setTimeout(() => onLand(spot.key, place + 1), 120)
    if (!figureOf(whole, run)) {
      void call(metrics.actions.readMetric, { metricId: metric, ...shelf.period }).then(
        (figure) => setExtra((known) => new Map(known).set(reportFigure(figure).key, reportFigure(figure))),
        () => message.warning(t('workingOut')),
      )
    }
  }
  const keys = (event: KeyboardEvent) => {
    if (!editing || !(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    const does =
      key === 'k'
        ? startInsert
        : key === 'z'
          ? event.shiftKey
            ? redo
            : undo
          : key === 'y'
            ? redo
            : key === 's'
              ? () => void draft.saveAll()
              : null
    if (!does) return
    event.preventDefault()
    // A dialog needs to know where the caret was, and the paragraph tells on losing the focus.
    if (key === 'k' && document.activeElement instanceof HTMLElement) document.activeElement.blur()
    does()
  }
  const run = opened
    ? pieceAt(opened.key)?.block.runs.filter((one) => one.kind === 'figure')[opened.nth]
    : undefined
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the document inside
    <div className="rpt-desk" onKeyDown={keys}>
      {editing ? (
        <div className="rpt-tools" role="toolbar" aria-label={t('tools')}>
          <Button
            icon={<FunctionOutlined />}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
              startInsert()
            }}
          >
            {t('insertFigure')}
            <kbd>Ctrl K</kbd>
          </Button>
          <Button
            icon={<BoldOutlined />}
            aria-label={t('bold')}
            title={`${t('bold')} Ctrl+B`}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => document.execCommand('bold')}
          />
          <Button
            icon={<UndoOutlined />}
            aria-label={t('undo')}
            title={`${t('undo')} Ctrl+Z`}
            onClick={undo}
          />
          <Button
            icon={<RedoOutlined />}
            aria-label={t('redo')}
            title={`${t('redo')} Ctrl+Y`}
            onClick={redo}
          />
          <KeepingStatus draft={draft} />
        </div>
      ) : null}
      <section className="rpt-sheet" lang="zh-CN" aria-label={t('document')}>
        {head}
        {sections.map((section) => {
          const newest = draft.keeping[section.id]?.newest
          return (
            <div key={section.id}>
              {newest ? (
                <ConflictNotice
                  mine={section}
                  newest={newest}
                  onChoose={(choice) => draft.settle(section.id, choice)}
                />
              ) : null}
              <SectionEditor
                section={section}
                editing={editing && !newest}
                numbers={numbers}
                wordsOf={wordsOf}
                landing={landing}
                firstMetric={firstMetric}
                change={(make, step) => change(section.id, make, step)}
                onLand={onLand}
                onChip={onChip}
                onActive={onActive}
                onCaret={onCaret}
                onUndo={undo}
              />
            </div>
          )
        })}
        {foot}
        {opened && run?.kind === 'figure' ? (
          <FigureCard
            key={`${opened.key}:${opened.nth}`}
            run={run}
            figure={figureOf(whole, run)}
            editing={editing}
            frozen={frozen}
            at={opened.at}
            onChange={setFigure}
            onRemove={() => setFigure(null)}
            onClose={close}
            onLeave={leave}
          />
        ) : null}
      </section>
      {inserting ? <InsertFigure onChoose={insert} onClose={() => setInserting(false)} /> : null}
    </div>
  )
}
