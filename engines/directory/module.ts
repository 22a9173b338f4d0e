import { Type } from 'typebox'
import { Id, read } from '#kernel/contract/action.ts'
import { defineModule } from '#kernel/contract/module.ts'
import { centreRoles } from '#kernel/contract/roles.ts'
import { text } from '#kernel/contract/text.ts'
import { personActions } from './actions/person-actions.ts'
import { placeActions } from './actions/place-actions.ts'
import { unitActions } from './actions/unit-actions.ts'
import { directoryProblems } from './problems.ts'
import { HistoryLine, Me } from './schema.ts'

/** Who is served, who serves, and where: units, people and their posts, campuses, sites, rooms. */
export const directory = defineModule({
  name: 'directory',
  title: text('机构与物业', 'Directory'),
  dependsOn: [],
  permissions: {
    'directory.write': {
      title: text('维护单位、人员和物业', 'Keep units, people and sites'),
      roles: ['admin'],
    },
    'directory.read-private': {
      title: text('查看手机号等个人信息', 'See phone numbers and other personal data'),
      roles: ['dispatcher', 'manager', 'director', 'auditor', 'admin'],
    },
    'directory.browse': {
      title: text('翻阅机构人员和物业', 'Leaf through people and sites'),
      roles: centreRoles,
    },
    'directory.export': {
      title: text('导出单位、人员和物业', 'Export units, people and sites'),
      roles: ['dispatcher', 'manager', 'director', 'auditor', 'admin'],
    },
    'directory.read-history': {
      title: text('查看变更记录', 'See what was changed by whom'),
      roles: ['manager', 'director', 'auditor', 'admin'],
    },
  },
  actions: {
    me: read({
      path: '/directory/me',
      permission: 'signed-in',
      input: Type.Object({}),
      output: Me,
      summary: text('我的单位、电话和常用地点', 'My unit, phone and usual place'),
    }),
    ...unitActions,
    ...personActions,
    ...placeActions,
    readHistory: read({
      path: '/directory/objects/:objectId/history',
      permission: 'directory.read-history',
      input: Type.Object({ objectId: Id }),
      output: Type.Object({ items: Type.Array(HistoryLine) }),
      summary: text('单位、人员、物业或房间的变更记录', 'What happened to a unit, person, site or room'),
    }),
  },
  events: {
    'directory.unit_created': text('新增单位', 'Unit added'),
    'directory.unit_changed': text('修改单位', 'Unit changed'),
    'directory.unit_closed': text('撤销单位', 'Unit closed'),
    'directory.person_created': text('新增人员', 'Person added'),
    'directory.person_changed': text('修改人员', 'Person changed'),
    'directory.person_transferred': text('调动', 'Transferred'),
    'directory.person_left': text('离任', 'Left'),
    'directory.campus_created': text('新增院区', 'Campus added'),
    'directory.campus_changed': text('修改院区', 'Campus changed'),
    'directory.site_created': text('新增物业', 'Site added'),
    'directory.site_changed': text('修改物业', 'Site changed'),
    'directory.site_closed': text('停用物业', 'Site closed'),
    'directory.room_created': text('新增房间', 'Room added'),
    'directory.room_changed': text('修改房间', 'Room changed'),
    'directory.room_closed': text('停用房间', 'Room closed'),
  },
  menu: [
    {
      title: text('机构人员', 'Organisation'),
      path: '/organisation',
      icon: 'directory',
      permission: 'directory.browse',
      group: 'manage',
      order: 70,
    },
    {
      title: text('物业房间', 'Sites and rooms'),
      path: '/sites',
      icon: 'sites',
      permission: 'directory.browse',
      group: 'manage',
      order: 80,
    },
  ],
  metrics: {
    'sites.count': {
      title: text('管理物业', 'Sites in care'),
      unit: text('处', 'sites'),
      definition: text(
        '期末仍在使用的物业数；没有启用日期的视为一直在用。按单位看时，为该单位（含下级）使用房间的物业。',
        'Sites in use at the end of the period; without an opening day, a site counts as always there. By unit: the sites in which it or a unit below it uses a room.',
      ),
      kind: 'moment',
      adds: false,
      plausible: {
        min: 0,
        max: 5000,
        reason: text(
          '一个机关管理的物业很少超过 5000 处，请核对是否把房间当成了物业。',
          'A bureau hardly has more than 5,000 sites; check that rooms were not entered as sites.',
        ),
      },
    },
    'sites.floor-area.sum': {
      title: text('物业建筑面积', 'Floor area in care'),
      unit: text('平方米', 'm²'),
      definition: text(
        '期末仍在使用的物业的建筑面积之和。按单位看时，为该单位（含下级）使用房间的物业的全部面积。',
        'The floor areas of the sites in use at the end of the period. By unit: the whole area of the sites in which it or a unit below it uses a room.',
      ),
      decimals: 0,
      kind: 'moment',
      adds: false,
      plausible: {
        min: 0,
        max: 20_000_000,
        reason: text(
          '超过 2000 万平方米不像一个机关的物业，请核对面积单位是否误作平方厘米或重复导入。',
          'More than 20 million m² is unlikely for one bureau; check the unit of area and repeated imports.',
        ),
      },
    },
    'people.count': {
      title: text('在册人数', 'People on the rolls'),
      unit: text('人', 'people'),
      definition: text(
        '期末在册人员，含四类身份和后勤中心自己的人员；没有到岗日期的视为一直在册。按单位看时含下级单位，按物业看时为办公室在该处的人员。',
        'People on the rolls at the end of the period, of all four kinds, the centre’s own included; without a joining day, a person counts as always there. By unit with those below; by site, those whose office is there.',
      ),
      kind: 'moment',
      adds: false,
      plausible: {
        min: 0,
        max: 200_000,
        reason: text(
          '超过 20 万人不像一个机关的规模，请核对是否重复导入。',
          'More than 200,000 people is unlikely for one bureau; check for repeated imports.',
        ),
      },
    },
    'units.count': {
      title: text('单位数', 'Units'),
      unit: text('个', 'units'),
      definition: text(
        '期末未撤销的单位，含服务对象和后勤中心的科室。按单位看时为该单位及其下级，按物业看时为在该处使用房间的单位。',
        'Units not closed at the end of the period, served units and the centre’s own sections alike. By unit: itself and those below; by site: those that use a room there.',
      ),
      kind: 'moment',
      adds: false,
      plausible: {
        min: 0,
        max: 10_000,
        reason: text(
          '超过一万个单位不像一个机关，请核对编码是否重复。',
          'More than 10,000 units is unlikely for one bureau; check the codes.',
        ),
      },
    },
  },
  jobs: {
    'begin-posts': { title: text('到日调任生效', 'Posts that begin today take effect'), cron: '1 0 * * *' },
  },
  imports: {
    sites: { title: text('物业', 'Sites'), permission: 'directory.write' },
    units: { title: text('单位', 'Units'), permission: 'directory.write' },
    people: { title: text('人员', 'People'), permission: 'directory.write' },
  },
  problems: directoryProblems,
})
