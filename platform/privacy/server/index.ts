import { sql } from 'kysely'
import { text } from '#kernel/contract/text.ts'
import { type PersonalHook, partOf, sectionOf } from '#kernel/personal/personal-hook.ts'
import type { RetentionClass } from '#kernel/personal/retention-class.ts'
import { implement, type ServerModule } from '#kernel/server-module.ts'
import { privacy } from '../module.ts'
import { accountData, accountRetention } from './account-data.ts'
import { carryOut } from './carry-out.ts'
import { listHolds, placeHold, releaseHold } from './holds.ts'
import { type AddWorkingDays, askForData, decideRequest, listMyRequests, listRequests } from './requests.ts'
import { changeRetention, listRetention } from './retention.ts'
import { changeSettings, readSettings } from './settings.ts'
import { takeCopy } from './take-copy.ts'

/** A person's own requests are part of what is held about that person. */
const ownRequests: PersonalHook = {
  tables: ['privacy.request'],
  collect: async (ctx, { userId }) => [
    await sectionOf(
      ctx,
      text('个人信息申请', 'Requests about personal data'),
      sql`select kind, words, asked_at, due_on, decision, reason, decided_at from privacy.request
        where user_id = ${userId} order by asked_at`,
    ),
  ],
  erase: async (ctx, { userId }) => [
    await partOf(
      ctx,
      text('个人信息申请', 'Requests about personal data'),
      'KEPT',
      text('证明申请已经答复，三年后清除', 'proof of the answer; erased after three years'),
      sql`select count(*)::integer as count from privacy.request where user_id = ${userId}`,
    ),
  ],
}

const requestRetention: RetentionClass = {
  name: 'privacy.requests',
  title: text('个人信息申请', 'Requests about personal data'),
  what: text('已答复的更正和删除申请', 'answered requests for correction and deletion'),
  days: 1096,
  minimumDays: 1096,
  action: 'ERASE',
  actions: ['ERASE', 'KEEP'],
  basis: {
    title: text(
      '参照个人信息保护法第五十六条：处理情况记录至少保存三年',
      'after PIPL Art 56: records kept for three years',
    ),
    mark: 'C',
  },
  rows: {
    table: 'privacy.request',
    from: 't.decided_at',
    pending: 'true',
    heldBy: ['id', 'person_id', 'user_id'],
  },
}

/** Two hooks as one. */
function joined(one: PersonalHook, other: PersonalHook): PersonalHook {
  return {
    tables: [...one.tables, ...other.tables],
    collect: async (ctx, subject) => [
      ...(await one.collect(ctx, subject)),
      ...(await other.collect(ctx, subject)),
    ],
    erase: async (ctx, subject) => [...(await one.erase(ctx, subject)), ...(await other.erase(ctx, subject))],
  }
}

/** `modules` is read at each use: the kernel and the engines join the list after this is made. */
export function privacyServer(
  modules: () => readonly ServerModule[],
  addWorkingDays: AddWorkingDays,
): ServerModule {
  const classes = () => modules().flatMap(({ retention }) => retention)
  const hooks = () => modules().flatMap(({ personal }) => (personal ? [personal] : []))
  return implement(privacy, {
    migrations: new URL('../migrations', import.meta.url).pathname,
    actions: {
      listRetention: (ctx) => listRetention(ctx, classes()),
      changeRetention: (ctx, input) => changeRetention(ctx, classes(), input),
      readSettings,
      changeSettings,
      listHolds,
      placeHold: (ctx, input) => placeHold(ctx, classes(), input),
      releaseHold,
      takeCopy: (ctx) => takeCopy(ctx, hooks()),
      listMyRequests,
      askForData: (ctx, input) => askForData(ctx, addWorkingDays, input),
      listRequests,
      decideRequest: (ctx, input) => decideRequest(ctx, hooks(), input),
    },
    jobs: { 'carry-out': (ctx) => carryOut(ctx, classes()) },
    retention: [...accountRetention, requestRetention],
    personal: joined(accountData, ownRequests),
  })
}
