import { Type } from 'typebox'
import { Day, Done, Id, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { NodeInput, TreeNode, TreeTotals } from './tree-schema.ts'

const period = { from: Type.Optional(Day), to: Type.Optional(Day) }

/** The tree of the standard system, and where documents hang on it. */
export const treeActions = {
  readTree: read({
    path: '/standards/tree',
    permission: 'signed-in',
    input: Type.Object(period),
    output: Type.Object({
      nodes: Type.Array(TreeNode),
      totals: TreeTotals,
      can: Type.Object({ add: Type.Boolean() }),
    }),
    summary: text(
      '标准体系：有哪些、缺哪些、执行得怎样',
      'Standard system: what there is, what is missing, how it is kept',
    ),
  }),
  addNode: write({
    path: '/standards/nodes',
    permission: 'standards.write',
    input: Type.Object(NodeInput),
    output: Type.Object({ id: Id }),
    summary: text('增加体系节点', 'Add a node'),
  }),
  changeNode: write({
    method: 'PUT',
    path: '/standards/nodes/:nodeId',
    permission: 'standards.write',
    input: Type.Object({ nodeId: Id, ...NodeInput }),
    output: Done,
    summary: text('修改体系节点', 'Change a node'),
  }),
  removeNode: write({
    method: 'DELETE',
    path: '/standards/nodes/:nodeId',
    permission: 'standards.write',
    input: Type.Object({ nodeId: Id }),
    output: Done,
    summary: text('删除空节点', 'Remove an empty node'),
  }),
  hangDocument: write({
    method: 'PUT',
    path: '/standards/documents/:documentId/node',
    permission: 'standards.write',
    input: Type.Object({ documentId: Id, nodeId: Id }),
    output: Done,
    summary: text('把标准挂到节点', 'Hang a standard on a node'),
  }),
}
