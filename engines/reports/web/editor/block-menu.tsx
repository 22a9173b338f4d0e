import { MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown, type MenuProps } from 'antd'
import { useText } from '#kernel/web/messages.ts'
import type { Block } from '../../schema.ts'
import { editorMessages } from './editor-messages.ts'

/** What can be put below a block. */
export type NewKind = 'paragraph' | 'heading' | 'figures' | 'chart' | 'peers' | 'table'
export const newKinds: readonly NewKind[] = ['paragraph', 'heading', 'figures', 'chart', 'table', 'peers']

export interface BlockMenuProps {
  kind: Block['kind']
  label: string
  onMove: (step: -1 | 1) => void
  onAdd: (kind: NewKind) => void
  onTurn: () => void
  onLevel: (level: 2 | 3 | 4) => void
  onRemove: () => void
}

/** Everything that can be done with a block, at its edge and by keyboard. */
export function BlockMenu({ kind, label, onMove, onAdd, onTurn, onLevel, onRemove }: BlockMenuProps) {
  const t = useText(editorMessages)
  const turns = kind === 'paragraph' || kind === 'heading'
  const items: MenuProps['items'] = [
    { key: 'up', label: t('moveUp'), extra: 'Alt+↑', onClick: () => onMove(-1) },
    { key: 'down', label: t('moveDown'), extra: 'Alt+↓', onClick: () => onMove(1) },
    { type: 'divider' },
    ...newKinds.map((one) => ({
      key: one,
      label: t('addBelow', { what: t(one) }),
      onClick: () => onAdd(one),
    })),
    { type: 'divider' },
    ...(turns
      ? [{ key: 'turn', label: t(kind === 'heading' ? 'toParagraph' : 'toHeading'), onClick: onTurn }]
      : []),
    ...(kind === 'heading'
      ? ([2, 3, 4] as const).map((level) => ({
          key: `level${level}`,
          label: t(`level${level}`),
          onClick: () => onLevel(level),
        }))
      : []),
    { key: 'remove', label: t('removeBlock'), danger: true, onClick: onRemove },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']} destroyOnHidden>
      <Button
        className="rpt-block-menu"
        type="text"
        icon={<MoreOutlined />}
        aria-label={label}
        contentEditable={false}
      />
    </Dropdown>
  )
}
