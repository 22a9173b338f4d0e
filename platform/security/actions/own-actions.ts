import { Type } from 'typebox'
import { Done, Id, Nothing, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { Password } from '#kernel/schema.ts'
import { OpenSession } from '../schema.ts'

/** What everybody does for the own account. */
export const ownActions = {
  changeMyPassword: write({
    method: 'PUT',
    path: '/me/password',
    permission: 'signed-in',
    proof: 'session',
    whileOwing: true,
    input: Type.Object({ current: Password, next: Password }),
    output: Done,
    summary: text('修改我的密码', 'Change my password'),
    rateLimit: 60,
  }),
  confirmMyPassword: write({
    path: '/me/password/confirmation',
    permission: 'signed-in',
    proof: 'session',
    whileOwing: true,
    input: Type.Object({ current: Password }),
    output: Done,
    summary: text('再次确认密码', 'Confirm my password'),
    rateLimit: 60,
  }),
  listMySessions: read({
    path: '/me/sessions',
    permission: 'signed-in',
    whileOwing: true,
    input: Nothing,
    output: Type.Object({ items: Type.Array(OpenSession) }),
    summary: text('我的登录', 'Where I am signed in'),
  }),
  endMySession: write({
    method: 'DELETE',
    path: '/me/sessions/:sessionId',
    permission: 'signed-in',
    proof: 'session',
    whileOwing: true,
    input: Type.Object({ sessionId: Id }),
    output: Done,
    summary: text('结束我的一处登录', 'End one of my sessions'),
  }),
  endMyOtherSessions: write({
    method: 'DELETE',
    path: '/me/sessions',
    permission: 'signed-in',
    proof: 'session',
    whileOwing: true,
    input: Nothing,
    output: Type.Object({ ended: Type.Integer() }),
    summary: text('结束我的其他登录', 'End my other sessions'),
  }),
}
