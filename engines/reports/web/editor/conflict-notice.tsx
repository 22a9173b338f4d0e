import { Button } from 'antd'
import { useText } from '#kernel/web/messages.ts'
import type { Block, Section } from '../../schema.ts'
import type { DraftSection } from './draft.ts'
import { editorMessages } from './editor-messages.ts'
import type { Choice } from './use-draft.ts'

/** Two people changed one section: both versions beside each other, and a person decides. */
export function ConflictNotice({
  mine,
  newest,
  onChoose,
}: {
  mine: DraftSection
  newest: Section
  onChoose: (choice: Choice) => void
}) {
  const t = useText(editorMessages)
  return (
    <div className="rpt-conflict" role="alert">
      <p>{t('bothWrote', { who: newest.changedBy, heading: newest.heading })}</p>
      <div className="rpt-conflict-sides">
        <Side title={t('theirs')} blocks={newest.blocks} />
        <Side title={t('mine')} blocks={mine.pieces.map(({ block }) => block)} />
      </div>
      <div className="hq-row">
        <Button type="primary" onClick={() => onChoose('both')}>
          {t('takeBoth')}
        </Button>
        <Button onClick={() => onChoose('theirs')}>{t('takeTheirs')}</Button>
        <Button onClick={() => onChoose('mine')}>{t('takeMine')}</Button>
      </div>
    </div>
  )
}

function Side({ title, blocks }: { title: string; blocks: readonly Block[] }) {
  return (
    <div>
      <strong>{title}</strong>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a still picture of a text
        <p key={index}>{wordsOf(block)}</p>
      ))}
    </div>
  )
}

/** A block in plain words. */
export function wordsOf(block: Block): string {
  if (block.kind === 'paragraph')
    return block.runs.map((run) => (run.kind === 'text' ? run.text : (run.shown ?? '…'))).join('')
  return block.kind === 'heading' ? block.text : block.caption
}
