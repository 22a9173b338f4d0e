import { App, Button } from 'antd'
import { type KeyboardEvent, memo, useCallback } from 'react'
import { useText } from '#kernel/web/messages.ts'
import type { FigureRun, Run } from '../../schema.ts'
import { BlockMenu } from './block-menu.tsx'
import { type DraftSection, movedPiece, type Piece, pieceOf, withPiece } from './draft.ts'
import { EditableLine } from './editable-line.tsx'
import { editorMessages } from './editor-messages.ts'
import { FigureBlock } from './figure-block.tsx'
import { newBlock } from './new-block.ts'
import { ParagraphBlock } from './paragraph-block.tsx'
import type { ChipWords } from './paragraph-dom.ts'
import { runsLength, tidyRuns } from './runs.ts'
import { TableBlock } from './table-block.tsx'

/** Where the caret is to go after blocks were split, joined or added. */
export interface Landing {
  key: string
  place: number | 'end'
}

export interface SectionEditorProps {
  section: DraftSection
  editing: boolean
  numbers: ReadonlyMap<string, string>
  wordsOf: (run: FigureRun) => ChipWords
  landing: Landing | null
  /** The figure a new table or chart begins with. */
  firstMetric: string
  change: (make: (section: DraftSection) => DraftSection, step?: string) => void
  onLand: (key: string, place: number | 'end') => void
  onChip: (key: string, nth: number, at: HTMLElement) => void
  onActive: (key: string) => void
  onCaret: (key: string, place: number) => void
  onUndo: () => void
}

/** One part of the document: its heading and its blocks. */
export const SectionEditor = memo(function SectionEditor(props: SectionEditorProps) {
  const { section, editing, numbers, change } = props
  const t = useText(editorMessages)
  const begin = () => {
    const first = pieceOf({ kind: 'paragraph', runs: [] })
    change((one) => ({ ...one, pieces: [first] }))
    props.onLand(first.key, 0)
  }
  return (
    <section className="rpt-section" aria-label={section.heading} id={`section-${section.id}`}>
      <h2 className="rpt-h1">
        <span className="rpt-label">{numbers.get(section.id)}</span>
        <EditableLine
          text={section.heading}
          label={t('sectionHeading')}
          editing={editing}
          maxLength={100}
          onText={(heading) => change((one) => ({ ...one, heading }), `heading:${section.id}`)}
        />
      </h2>
      {section.pieces.map((piece, index) => (
        <BlockRow key={piece.key} {...props} piece={piece} index={index} />
      ))}
      {section.pieces.length > 0 ? null : editing ? (
        <Button onClick={begin}>{t('addBelow', { what: t('paragraph') })}</Button>
      ) : (
        <p className="hq-faint">{t('emptySection')}</p>
      )}
    </section>
  )
})

function BlockRow(props: SectionEditorProps & { piece: Piece; index: number }) {
  const { piece, index, editing, change, onLand, onUndo } = props
  const t = useText(editorMessages)
  const { message } = App.useApp()
  const { block, key } = piece
  const move = (step: -1 | 1) => change((one) => movedPiece(one, key, step))
  const remove = () => {
    change((one) => withPiece(one, key, []))
    const undo = (
      <button type="button" className="hq-quiet" onClick={onUndo}>
        {t('undo')}
      </button>
    )
    message.info({
      content: (
        <span>
          {t('removed')} {undo}
        </span>
      ),
      duration: 6,
      key: 'removed',
    })
  }
  const keys = (event: KeyboardEvent) => {
    if (!editing || !event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault()
      move(event.key === 'ArrowUp' ? -1 : 1)
      onLand(key, 'end')
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of what is written inside
    <div className={`rpt-block rpt-block-${block.kind}`} data-piece={key} onKeyDown={keys}>
      <BlockBody {...props} />
      {editing ? (
        <BlockMenu
          kind={block.kind}
          label={t('blockMenu', { n: index + 1 })}
          onMove={move}
          onRemove={remove}
          onAdd={(kind) => {
            const added = pieceOf(newBlock(kind, props.firstMetric, t))
            change((one) => withPiece(one, key, [piece, added]))
            onLand(added.key, 'end')
          }}
          onTurn={() => change((one) => withPiece(one, key, [turned(piece)]))}
          onLevel={(level) =>
            block.kind === 'heading' &&
            change((one) => withPiece(one, key, [{ key, block: { ...block, level } }]))
          }
        />
      ) : null}
    </div>
  )
}

function textOf(runs: readonly Run[]): string {
  return runs.map((run) => (run.kind === 'text' ? run.text : (run.shown ?? ''))).join('')
}

/** A paragraph as a heading, and the other way round. */
function turned({ key, block }: Piece): Piece {
  if (block.kind === 'paragraph')
    return { key, block: { kind: 'heading', level: 2, text: textOf(block.runs).slice(0, 200) } }
  if (block.kind === 'heading')
    return { key, block: { kind: 'paragraph', runs: tidyRuns([{ kind: 'text', text: block.text }]) } }
  return { key, block }
}

function BlockBody(props: SectionEditorProps & { piece: Piece; index: number }) {
  const {
    piece,
    index,
    section,
    editing,
    numbers,
    wordsOf,
    landing,
    change,
    onLand,
    onChip,
    onActive,
    onCaret,
  } = props
  const t = useText(editorMessages)
  const { block, key } = piece
  const put = (next: Piece['block'], step?: string) =>
    change((one) => withPiece(one, key, [{ key, block: next }]), step)
  const neighbour = (step: -1 | 1) => section.pieces[index + step]
  const leave = (step: -1 | 1) => {
    const next = neighbour(step)
    if (!next || (next.block.kind !== 'paragraph' && next.block.kind !== 'heading')) return false
    onLand(next.key, step < 0 ? 'end' : 0)
    return true
  }
  const active = useCallback(() => onActive(key), [onActive, key])
  const here = landing?.key === key
  switch (block.kind) {
    case 'paragraph': {
      const join = (first: Piece | undefined, second: Piece | undefined) => {
        if (first?.block.kind !== 'paragraph' || second?.block.kind !== 'paragraph') return
        const [one, other] = [first.block, second.block]
        change((whole) => {
          const joined = withPiece(whole, first.key, [
            { key: first.key, block: { ...one, runs: tidyRuns([...one.runs, ...other.runs]) } },
          ])
          return withPiece(joined, second.key, [])
        })
        onLand(first.key, runsLength(one.runs))
      }
      return (
        <ParagraphBlock
          label={t('paragraphHint')}
          runs={block.runs}
          editing={editing}
          wordsOf={wordsOf}
          caret={here ? landing : null}
          onRuns={(runs) => put({ ...block, runs }, `typing:${key}`)}
          onSplit={(before, after) => {
            const second = pieceOf({ kind: 'paragraph', runs: after })
            change((one) => withPiece(one, key, [{ key, block: { ...block, runs: before } }, second]))
            onLand(second.key, 0)
          }}
          onLines={(before, lines, after) => {
            const texts = lines.map((text): Run[] => [{ kind: 'text', text }])
            texts[0] = tidyRuns([...before, ...(texts[0] ?? [])])
            const last = texts.length - 1
            const place = runsLength(texts[last] ?? [])
            texts[last] = tidyRuns([...(texts[last] ?? []), ...after])
            const pieces = texts.map((runs, at) =>
              at === 0 ? { key, block: { ...block, runs } } : pieceOf({ kind: 'paragraph', runs }),
            )
            change((one) => withPiece(one, key, pieces))
            onLand(pieces[last]?.key ?? key, place)
          }}
          onJoinBefore={() => join(neighbour(-1), piece)}
          onJoinAfter={() => join(piece, neighbour(1))}
          onLeave={leave}
          onChip={(nth, at) => onChip(key, nth, at)}
          onFocus={active}
          onCaret={(place) => onCaret(key, place)}
        />
      )
    }
    case 'heading':
      return (
        <h3 className={`rpt-h${block.level}`}>
          <span className="rpt-label">{numbers.get(key)}</span>
          <EditableLine
            text={block.text}
            label={t('heading')}
            editing={editing}
            maxLength={200}
            focused={here}
            onText={(text) => put({ ...block, text }, `typing:${key}`)}
            onEnter={() => {
              const below = pieceOf({ kind: 'paragraph', runs: [] })
              change((one) => withPiece(one, key, [piece, below]))
              onLand(below.key, 0)
            }}
            onBack={() => put({ kind: 'paragraph', runs: tidyRuns([{ kind: 'text', text: block.text }]) })}
            onLeave={leave}
            onFocus={active}
          />
        </h3>
      )
    case 'table':
      return (
        <figure className="rpt-figure">
          <figcaption>
            <EditableLine
              text={block.caption}
              label={t('caption')}
              editing={editing}
              maxLength={200}
              onText={(caption) => put({ ...block, caption }, `typing:${key}`)}
            />
          </figcaption>
          <TableBlock block={block} editing={editing} onChange={(next) => put(next, `typing:${key}`)} />
        </figure>
      )
    default:
      return <FigureBlock block={block} editing={editing} onChange={(next) => put(next, `typing:${key}`)} />
  }
}
