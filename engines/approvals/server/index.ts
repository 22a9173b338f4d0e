import { implement, type ServerModule } from '#kernel/server-module.ts'
import { approvals } from '../module.ts'
import { decide } from './decide.ts'
import { decideMany } from './decide-many.ts'
import {
  countInbox,
  exportApprovals,
  exportInbox,
  exportMine,
  listApprovals,
  listInbox,
  listMine,
} from './list-approvals.ts'
import { listSubstitutes } from './list-substitutes.ts'
import { approvalMetricHandlers } from './metrics.ts'
import { approvalsPersonal, approvalsRetention } from './personal.ts'
import { readApproval } from './read-approval.ts'
import { listRoutes, listTypes, readRoute, tryRoute } from './show-routes.ts'
import type { ApprovalSubject } from './subject.ts'
import type { FindSubject } from './subject-book.ts'
import { endSubstitute, setSubstitute } from './substitutes.ts'
import { tellOfApprovals } from './tell-approvals.ts'
import { watchSteps } from './watch-steps.ts'
import { withdraw } from './withdraw-approval.ts'
import { changeRoute, closeRoute, createRoute, orderRoutes } from './write-route.ts'

/** The approvals of whatever services hand in; `subjects` is read when it is needed, so services may come later. */
export function approvalsServer(subjects: () => readonly ApprovalSubject[]): ServerModule {
  const find: FindSubject = (type) => subjects().find((subject) => subject.type === type)
  return implement(approvals, {
    migrations: new URL('../migrations', import.meta.url).pathname,
    actions: {
      listInbox: (ctx, input) => listInbox(ctx, input, find),
      countInbox,
      exportInbox: (ctx, input) => exportInbox(ctx, input, find),
      listMine: (ctx, input) => listMine(ctx, input, find),
      exportMine: (ctx, input) => exportMine(ctx, input, find),
      listApprovals: (ctx, input) => listApprovals(ctx, input, find),
      exportApprovals: (ctx, input) => exportApprovals(ctx, input, find),
      readApproval: (ctx, input) => readApproval(ctx, input, find),
      decide: (ctx, input) => decide(ctx, input, find),
      decideMany: (ctx, input) => decideMany(ctx, input, find),
      withdraw: (ctx, input) => withdraw(ctx, input, find),
      listTypes: () => Promise.resolve(listTypes(subjects())),
      listRoutes: (ctx, input) => listRoutes(ctx, input, find),
      readRoute: (ctx, input) => readRoute(ctx, input, find),
      tryRoute: (ctx, input) => tryRoute(ctx, input, find),
      createRoute: (ctx, input) => createRoute(ctx, input, find),
      changeRoute: (ctx, input) => changeRoute(ctx, input, find),
      closeRoute,
      orderRoutes,
      listSubstitutes: (ctx, input) => listSubstitutes(ctx, input, find),
      setSubstitute,
      endSubstitute,
    },
    on: tellOfApprovals(find),
    jobs: { watch: watchSteps },
    metrics: approvalMetricHandlers,
    personal: approvalsPersonal,
    retention: approvalsRetention,
  })
}
