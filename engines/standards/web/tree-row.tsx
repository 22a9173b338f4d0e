import { Button } from 'antd'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { standards } from '../module.ts'
import type { TreeNode } from '../tree-schema.ts'
import { ConformityTag } from './clause-list.tsx'
import { treeMessages } from './tree-messages.ts'

interface TreeRowProps {
  node: TreeNode
  onChange: () => void
  onAdd: () => void
}

/** One node: how many standards are in force, how they are kept, and the standards that hang on it. */
export function TreeRow({ node, onChange, onAdd }: TreeRowProps) {
  const t = useText(treeMessages)
  const localised = useLocalised()
  const name = `${node.code} ${localised(node.title)}`
  return (
    <li className="std-node" style={{ paddingInlineStart: `${node.depth * 1.25}rem` }}>
      <div className="std-node-head">
        <strong className={node.depth === 0 ? 'std-root' : undefined}>{name}</strong>
        <NodeButtons node={node} name={name} onChange={onChange} onAdd={onAdd} />
        <span className="hq-row std-node-marks">
          {node.missing ? <StateTag tone="waiting" title={t('missing')} /> : null}
          {node.documents > 0 ? (
            <span className="hq-soft">
              {t('counts', { inForce: node.inForce, documents: node.documents })}
            </span>
          ) : null}
          {node.planned > 0 ? (
            <span className="hq-soft">{t('plannedCount', { n: node.planned })}</span>
          ) : null}
          {node.conformity.rate === null ? null : <ConformityTag conformity={node.conformity} />}
        </span>
      </div>
      {node.own.length > 0 ? (
        <ul className="std-node-documents">
          {node.own.map((document) => (
            <li key={document.id}>
              <LinkTo to={`/standards/${document.id}`}>
                {document.code} {localised(document.title)}
              </LinkTo>
              {document.inForce ? null : <span className="hq-faint"> {t('notInForce')}</span>}
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  )
}

function NodeButtons({ node, name, onChange, onAdd }: TreeRowProps & { name: string }) {
  const t = useText(treeMessages)
  const remove = useWrite(standards.actions.removeNode, {
    invalidates: ['/standards'],
    success: t('removed'),
  })
  if (!node.can.change) return null
  return (
    <span className="hq-row std-node-buttons">
      <Button type="text" aria-label={`${t('change')} ${name}`} onClick={onChange}>
        {t('change')}
      </Button>
      {node.can.add ? (
        <Button type="text" aria-label={`${t('add')} ${name}`} onClick={onAdd}>
          {t('add')}
        </Button>
      ) : null}
      {node.can.remove ? (
        <ConfirmButton
          question={t('removeQuestion', { name })}
          yes={t('remove')}
          danger={false}
          type="text"
          onConfirm={() => remove.mutateAsync({ nodeId: node.id })}
        >
          {t('remove')}
        </ConfirmButton>
      ) : null}
    </span>
  )
}
