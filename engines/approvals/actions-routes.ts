import { Type } from 'typebox'
import { Day, Done, Id, Nothing, Nullable, PageOf, paging, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { Route, RouteContent, SubjectType, Substitute, TypeName } from './schema.ts'

/** Routes, and who stands in for whom. */
export const routeActions = {
  listTypes: read({
    path: '/approvals/types',
    permission: 'signed-in',
    input: Nothing,
    output: Type.Object({ items: Type.Array(SubjectType) }),
    summary: text('可以审批的事项', 'What can be approved'),
  }),
  listRoutes: read({
    path: '/approvals/routes',
    permission: 'approvals.read-all',
    input: Type.Object({ type: Type.Optional(TypeName), closed: Type.Optional(Type.Boolean()) }),
    output: Type.Object({ items: Type.Array(Route) }),
    summary: text('审批流，按先后次序', 'Routes in their order'),
  }),
  readRoute: read({
    path: '/approvals/routes/:routeId',
    permission: 'approvals.read-all',
    input: Type.Object({ routeId: Id }),
    output: Type.Object({ route: Route, versions: Type.Array(Route) }),
    summary: text('一条审批流和它的各个版本', 'One route with its versions'),
  }),
  tryRoute: read({
    path: '/approvals/routes/trial',
    permission: 'approvals.read-all',
    input: Type.Object({
      type: TypeName,
      unitId: Type.Optional(Id),
      /** `distance=120`, `class=公务` */
      facts: Type.Optional(Type.Array(Type.String({ maxLength: 300, pattern: '^[^=]+=' }), { maxItems: 40 })),
    }),
    output: Type.Object({
      route: Nullable(Route),
      /** Who would be asked in each step today. */
      people: Type.Array(Type.Object({ title: Type.String(), names: Type.Array(Type.String()) })),
    }),
    summary: text('试一试：这样的申请走哪条审批流', 'Try: which route would this take?'),
  }),
  createRoute: write({
    path: '/approvals/routes',
    permission: 'approvals.configure',
    input: Type.Object({ type: TypeName, ...RouteContent }),
    output: Type.Object({ id: Id }),
    summary: text('新建审批流', 'Make a route'),
  }),
  changeRoute: write({
    method: 'PUT',
    path: '/approvals/routes/:routeId',
    permission: 'approvals.configure',
    input: Type.Object({
      routeId: Id,
      /** The version that was looked at. */
      number: Type.Integer({ minimum: 1 }),
      ...RouteContent,
    }),
    output: Type.Object({ number: Type.Integer() }),
    summary: text('修改审批流，成为新版本', 'Change a route, as a new version'),
  }),
  closeRoute: write({
    path: '/approvals/routes/:routeId/closure',
    permission: 'approvals.configure',
    input: Type.Object({ routeId: Id }),
    output: Done,
    summary: text('停用审批流', 'Close a route'),
  }),
  orderRoutes: write({
    method: 'PUT',
    path: '/approvals/routes/order',
    permission: 'approvals.configure',
    input: Type.Object({
      type: TypeName,
      routeIds: Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true }),
    }),
    output: Done,
    summary: text('调整审批流的先后次序', 'Change the order of the routes'),
  }),
  listSubstitutes: read({
    path: '/approvals/substitutes',
    permission: 'approvals.decide',
    input: Type.Object({
      ...paging,
      all: Type.Optional(Type.Boolean()),
      ended: Type.Optional(Type.Boolean()),
    }),
    output: PageOf(Substitute),
    summary: text('代办人：我的，或全部', 'Substitutes: mine, or all'),
  }),
  setSubstitute: write({
    path: '/approvals/substitutes',
    permission: 'approvals.decide',
    input: Type.Object({
      /** For somebody else: only who may. */
      fromPersonId: Type.Optional(Id),
      byPersonId: Id,
      fromDay: Day,
      toDay: Day,
      /** None: everything. */
      types: Type.Optional(Type.Array(TypeName, { maxItems: 50, uniqueItems: true })),
      reason: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
    }),
    output: Type.Object({ id: Id }),
    summary: text('设置代办人', 'Set a substitute'),
  }),
  endSubstitute: write({
    path: '/approvals/substitutes/:substituteId/ending',
    permission: 'approvals.decide',
    input: Type.Object({ substituteId: Id }),
    output: Done,
    summary: text('结束代办', 'End a substitution'),
  }),
}
