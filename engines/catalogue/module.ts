import { Type } from 'typebox'
import { Done, download, Id, PageOf, paging, read, write } from '#kernel/contract/action.ts'
import { defineModule } from '#kernel/contract/module.ts'
import { centreRoles } from '#kernel/contract/roles.ts'
import { text } from '#kernel/contract/text.ts'
import { handbookActions } from './actions-handbook.ts'
import { catalogueProblems } from './problems.ts'
import { ItemRow, ItemState, ItemView, ServiceClass, VersionInput } from './schema.ts'
import { itemStates } from './states.ts'

const Format = Type.Optional(Type.Union([Type.Literal('xlsx'), Type.Literal('csv')]))
const filters = {
  line: Type.Optional(Type.String({ maxLength: 31 })),
  serviceClass: Type.Optional(ServiceClass),
  state: Type.Optional(ItemState),
  search: Type.Optional(Type.String({ maxLength: 50 })),
}

/** The published service catalogue: what is offered, to what pledge, at what charge. */
export const catalogue = defineModule({
  name: 'catalogue',
  title: text('服务目录', 'Service catalogue'),
  dependsOn: ['directory', 'calendar', 'standards'],
  permissions: {
    'catalogue.write': {
      title: text('维护和发布服务事项', 'Keep and publish service items'),
      roles: ['manager', 'admin'],
    },
    'catalogue.receipts': {
      title: text('查看手册送达情况', 'See who has opened the handbook'),
      roles: centreRoles,
    },
  },
  actions: {
    listItems: read({
      path: '/catalogue/items',
      permission: 'signed-in',
      input: Type.Object({ ...paging, ...filters }),
      output: PageOf(ItemRow),
      summary: text('服务事项', 'Service items'),
    }),
    exportItems: download({
      path: '/catalogue/items/export',
      permission: 'signed-in',
      input: Type.Object({ ...filters, format: Format }),
      summary: text('导出服务事项', 'Export service items'),
    }),
    readItem: read({
      path: '/catalogue/items/:itemId',
      permission: 'signed-in',
      input: Type.Object({ itemId: Id, versionId: Type.Optional(Id) }),
      output: ItemView,
      summary: text('一个服务事项及其各版本', 'A service item and its versions'),
    }),
    createItem: write({
      path: '/catalogue/items',
      permission: 'catalogue.write',
      input: Type.Object({
        line: Type.String({ pattern: '^[a-z][a-z-]{1,30}$' }),
        code: Type.String({ pattern: '^[a-z][a-z-]*([.][a-z0-9-]+)+$', maxLength: 80 }),
        ...VersionInput,
      }),
      output: Type.Object({ id: Id, versionId: Id }),
      summary: text('新增服务事项', 'Add a service item'),
    }),
    changeItem: write({
      path: '/catalogue/items/:itemId/versions',
      permission: 'catalogue.write',
      input: Type.Object({ itemId: Id, ...VersionInput }),
      output: Type.Object({ versionId: Id, number: Type.Integer() }),
      summary: text('修改服务事项：产生新版本', 'Change a service item: makes a new version'),
    }),
    publishItem: write({
      path: '/catalogue/items/:itemId/publication',
      permission: 'catalogue.write',
      input: Type.Object({ itemId: Id, versionId: Id }),
      output: Done,
      summary: text('发布一个版本', 'Publish a version'),
    }),
    withdrawItem: write({
      path: '/catalogue/items/:itemId/withdrawal',
      permission: 'catalogue.write',
      input: Type.Object({ itemId: Id, reason: Type.String({ minLength: 1, maxLength: 1000 }) }),
      output: Done,
      summary: text('停办服务事项', 'Withdraw a service item'),
    }),
    ...handbookActions,
  },
  states: { item: itemStates },
  events: {
    'catalogue.item_created': text('新增服务事项', 'Service item added'),
    'catalogue.item_changed': text('修改服务事项', 'Service item changed'),
    'catalogue.item_published': text('发布服务事项', 'Service item published'),
    'catalogue.item_withdrawn': text('停办服务事项', 'Service item withdrawn'),
    'catalogue.handbook_compiled': text('编制服务手册', 'Handbook compiled'),
    'catalogue.handbook_opened': text('阅读服务手册', 'Handbook opened'),
    'catalogue.seeded': text('载入初始服务目录', 'First service items set up'),
  },
  menu: [
    {
      title: text('服务目录', 'Service catalogue'),
      path: '/catalogue',
      icon: 'catalogue',
      permission: 'signed-in',
      group: 'work',
      order: 80,
    },
    {
      title: text('服务手册', 'Service handbook'),
      path: '/handbook',
      icon: 'handbook',
      permission: 'signed-in',
      group: 'work',
      order: 81,
    },
  ],
  problems: catalogueProblems,
})
