import { Type } from 'typebox'
import { Done, Id, Nothing, PageOf, paging, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { ChangedProvider, Link, NewProvider, Provider, Trial } from './schema.ts'

const permission = 'single-sign-on.manage'
const proof = 'session'
const one = { providerId: Id }

export const singleSignOnActions = {
  listDoors: read({
    path: '/single-sign-on/doors',
    permission: 'public',
    input: Nothing,
    output: Type.Object({ items: Type.Array(Type.Object({ id: Id, title: Type.String() })) }),
    summary: text('可用的单点登录', 'Ways to sign in elsewhere'),
    rateLimit: 1000,
  }),
  listProviders: read({
    path: '/single-sign-on/providers',
    permission,
    input: Nothing,
    output: Type.Object({ items: Type.Array(Provider), allowedNetworks: Type.Array(Type.String()) }),
    summary: text('单点登录', 'Single sign-on'),
  }),
  addProvider: write({
    path: '/single-sign-on/providers',
    permission,
    proof,
    input: Type.Object(NewProvider),
    output: Type.Object({ id: Id }),
    summary: text('接入统一认证', 'Add a provider'),
  }),
  changeProvider: write({
    method: 'PUT',
    path: '/single-sign-on/providers/:providerId',
    permission,
    proof,
    input: Type.Object({ ...one, ...ChangedProvider }),
    output: Done,
    summary: text('修改统一认证', 'Change a provider'),
  }),
  removeProvider: write({
    method: 'DELETE',
    path: '/single-sign-on/providers/:providerId',
    permission,
    proof,
    input: Type.Object(one),
    output: Done,
    summary: text('移除统一认证', 'Remove a provider'),
  }),
  tryProvider: write({
    path: '/single-sign-on/providers/:providerId/trial',
    permission,
    proof,
    input: Type.Object(one),
    output: Trial,
    summary: text('试连统一认证', 'Try a provider'),
    rateLimit: 30,
  }),
  listLinks: read({
    path: '/single-sign-on/providers/:providerId/links',
    permission,
    input: Type.Object({ ...one, ...paging, search: Type.Optional(Type.String({ maxLength: 100 })) }),
    output: PageOf(Link),
    summary: text('已关联的人员', 'People linked'),
  }),
  unlink: write({
    method: 'DELETE',
    path: '/single-sign-on/links/:linkId',
    permission,
    proof,
    input: Type.Object({ linkId: Id }),
    output: Done,
    summary: text('解除关联', 'Unlink a person'),
  }),
}
