import type { Values } from '#kernel/web/messages.ts'
import type { Block } from '../../schema.ts'
import type { NewKind } from './block-menu.tsx'

type Say = (key: 'mainFigures' | 'chartCaption' | 'peersCaption', values?: Values) => string

/** A fresh block of a kind; tables and charts begin with a figure that the writer then changes. */
export function newBlock(kind: NewKind, metric: string, t: Say): Block {
  switch (kind) {
    case 'paragraph':
      return { kind, runs: [] }
    case 'heading':
      return { kind, level: 2, text: '' }
    case 'figures':
      return { kind, caption: t('mainFigures'), metrics: [metric] }
    case 'chart':
      return { kind, caption: t('chartCaption'), metric, by: 'month' }
    case 'peers':
      return { kind, caption: t('peersCaption'), metric }
    case 'table':
      return { kind, caption: '', columns: ['', ''], rows: [['', '']] }
  }
}
