import { useState } from 'react'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { Figure, Figures } from '#ui/figure.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { type Filter, useFilters } from '#ui/filters.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { standards } from '../module.ts'
import type { TreeNode } from '../tree-schema.ts'
import { messages } from './messages.ts'
import { NodeForm } from './node-form.tsx'
import { treeMessages } from './tree-messages.ts'
import { TreeRow } from './tree-row.tsx'

const filters: Filter[] = [{ key: 'days', kind: 'days', label: treeMessages.period }]

/** What a node is to become: a changed one, or a new one below another (or below none). */
export type NodeDeed = { node: TreeNode } | { below: TreeNode | null; position: number }

/** The standard system: what there is, what is missing, how it is kept. */
export default function TreePage() {
  const t = useText(treeMessages)
  const localised = useLocalised()
  const { values, search, set, clear, count } = useFilters(filters)
  const tree = useRead(standards.actions.readTree, values)
  const planner = useSession().allowed('standards.conformity')
  const [deed, setDeed] = useState<NodeDeed | null>(null)
  const trail = [{ title: messages.title, to: '/standards' }]
  if (tree.error)
    return (
      <Page title={t('tree')} trail={trail}>
        <Problem error={tree.error} onRetry={() => void tree.refetch()} />
      </Page>
    )
  if (!tree.data) return <Loading />
  const { nodes, totals, can } = tree.data
  const under = (parentId: string | null) => nodes.filter((node) => node.parentId === parentId).length + 1
  return (
    <Page
      title={t('tree')}
      subtitle={t('treeNote')}
      trail={trail}
      width="wide"
      extra={
        planner ? (
          <LinkTo to="/standards/planned">
            {t('planned')} {totals.planned}
          </LinkTo>
        ) : undefined
      }
      action={
        can.add
          ? { title: t('addRoot'), onClick: () => setDeed({ below: null, position: under(null) }) }
          : undefined
      }
    >
      <div className="hq-stack">
        <Figures>
          <Figure title={t('inForce')} value={totals.inForce} to="/standards?stage=IN_FORCE" />
          <Figure title={t('drafts')} value={totals.drafts} to="/standards?stage=DRAFT" />
          <Figure title={t('toImprove')} value={totals.toImprove} to="/standards?stage=TO_IMPROVE" />
          <Figure title={t('missingNodes')} value={totals.missing} />
        </Figures>
        <FilterBar filters={filters} search={search} onChange={set} onClear={clear} count={count} />
        {nodes
          .filter(({ depth }) => depth === 0)
          .map((root) => (
            <Section key={root.id}>
              <ul className="std-tree">
                {branch(nodes, root).map((node) => (
                  <TreeRow
                    key={node.id}
                    node={node}
                    onChange={() => setDeed({ node })}
                    onAdd={() => setDeed({ below: node, position: under(node.id) })}
                  />
                ))}
              </ul>
            </Section>
          ))}
      </div>
      <SidePanel
        open={deed !== null}
        title={
          deed && 'node' in deed
            ? localised(deed.node.title)
            : t(deed && 'below' in deed && deed.below ? 'add' : 'addRoot')
        }
        onClose={() => setDeed(null)}
      >
        {deed ? <NodeForm deed={deed} onDone={() => setDeed(null)} /> : null}
      </SidePanel>
    </Page>
  )
}

/** A root with all below it; the answer has each node before what hangs on it. */
function branch(nodes: readonly TreeNode[], root: TreeNode): TreeNode[] {
  const ids = new Set([root.id])
  return nodes.filter((node) => {
    if (node.parentId && ids.has(node.parentId)) ids.add(node.id)
    return ids.has(node.id)
  })
}
