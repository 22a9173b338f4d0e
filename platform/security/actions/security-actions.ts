import { Type } from 'typebox'
import { Done, Id, Nothing, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { Offices, OpenSession, SecuritySettings } from '../schema.ts'

const oneAccount = Type.Object({ accountId: Id })

/** What the security administrator sets and does. */
export const securityActions = {
  readSettings: read({
    path: '/security/settings',
    permission: 'security.manage',
    input: Nothing,
    output: SecuritySettings,
    summary: text('登录规则', 'Sign-in rules'),
  }),
  changeSettings: write({
    method: 'PATCH',
    path: '/security/settings',
    permission: 'security.manage',
    proof: 'session',
    input: Type.Partial(SecuritySettings),
    output: Done,
    summary: text('修改登录规则', 'Change the sign-in rules'),
  }),
  readOffices: read({
    path: '/security/offices',
    permission: 'security.join-offices',
    input: Nothing,
    output: Offices,
    summary: text('三员分立的情况', 'How the three administrators stand'),
  }),
  separateOffices: write({
    path: '/security/offices/separation',
    permission: 'security.join-offices',
    proof: 'session',
    input: Nothing,
    output: Done,
    summary: text('启用三员分立', 'Separate the three administrators'),
  }),
  joinOffices: write({
    path: '/security/offices/joining',
    permission: 'security.join-offices',
    proof: 'session',
    input: Nothing,
    output: Type.Object({ joined: Type.Boolean() }),
    summary: text('申请或同意取消三员分立', 'Ask for, or agree to, the end of the separation'),
  }),
  withdrawJoining: write({
    method: 'DELETE',
    path: '/security/offices/joining',
    permission: 'security.join-offices',
    proof: 'session',
    input: Nothing,
    output: Done,
    summary: text('撤回取消申请', 'Withdraw the request'),
  }),
  listSessions: read({
    path: '/security/sessions',
    permission: 'security.manage',
    input: Type.Object({ accountId: Type.Optional(Id) }),
    output: Type.Object({ items: Type.Array(OpenSession) }),
    summary: text('正在登录的人', 'Who is signed in'),
  }),
  endSession: write({
    method: 'DELETE',
    path: '/security/sessions/:sessionId',
    permission: 'security.manage',
    proof: 'session',
    input: Type.Object({ sessionId: Id }),
    output: Done,
    summary: text('结束一处登录', 'End a session'),
  }),
  endAccountSessions: write({
    method: 'DELETE',
    path: '/security/accounts/:accountId/sessions',
    permission: 'security.manage',
    proof: 'session',
    input: oneAccount,
    output: Type.Object({ ended: Type.Integer() }),
    summary: text('结束一个账号的全部登录', 'End all sessions of an account'),
  }),
  unlockAccount: write({
    method: 'DELETE',
    path: '/security/accounts/:accountId/lock',
    permission: 'security.manage',
    proof: 'session',
    input: oneAccount,
    output: Done,
    summary: text('解锁账号', 'Unlock an account'),
  }),
  resetSecondFactor: write({
    method: 'DELETE',
    path: '/security/accounts/:accountId/second-factor',
    permission: 'security.manage',
    proof: 'session',
    input: oneAccount,
    output: Done,
    summary: text('重置第二重验证', 'Reset a second factor'),
  }),
}
