import { Type } from 'typebox'
import { Day, Done, download, Id, Nullable, PageOf, paging, read, write } from '#kernel/contract/action.ts'
import { sensitive } from '#kernel/contract/sensitive.ts'
import { text } from '#kernel/contract/text.ts'
import { Code, Format, IdentityKind, Person, PersonView, Reason, Search, ShortWord } from '../schema.ts'

const filters = {
  search: Type.Optional(Search),
  /** People of this unit and of those below it. */
  unitId: Type.Optional(Id),
  identityKind: Type.Optional(IdentityKind),
  skill: Type.Optional(Type.String({ maxLength: 20 })),
  /** People of the centre, or of the units it serves. */
  centre: Type.Optional(Type.Boolean()),
  /** Also those who have left. */
  left: Type.Optional(Type.Boolean()),
}
const Title = Type.String({ minLength: 1, maxLength: 60 })
const fields = {
  staffNo: Code,
  name: Type.String({ minLength: 1, maxLength: 50, pattern: '^\\S(.*\\S)?$' }),
  identityKind: IdentityKind,
  rank: Type.Optional(Nullable(ShortWord)),
  origin: Type.Optional(Nullable(Type.String({ maxLength: 100 }))),
  education: Type.Optional(Nullable(ShortWord)),
  mobile: Type.Optional(Nullable(Type.String({ pattern: '^[0-9+(（][0-9 ()（）-]{2,39}$' }))),
  skills: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 20 }), { maxItems: 20 })),
  keyPerson: Type.Optional(Type.Boolean()),
  roomId: Type.Optional(Nullable(Id)),
}

export const personActions = {
  listPeople: read({
    path: '/directory/people',
    permission: 'signed-in',
    input: Type.Object({ ...paging, ...filters }),
    output: PageOf(Person),
    summary: text('人员', 'People'),
  }),
  exportPeople: download({
    path: '/directory/people/export',
    permission: 'directory.export',
    input: Type.Object({ ...filters, format: Format }),
    summary: text('导出人员', 'Export people'),
  }),
  readPerson: read({
    path: '/directory/people/:personId',
    permission: 'signed-in',
    input: Type.Object({ personId: Id }),
    output: PersonView,
    summary: text('一个人及其任职经历', 'A person and the posts held'),
  }),
  readMobile: read({
    path: '/directory/people/:personId/mobile',
    permission: 'signed-in',
    input: Type.Object({ personId: Id }),
    output: Type.Object({ personId: Id, mobile: sensitive('phone', 'personId') }),
    summary: text('查看一个人的完整手机号（记入审计）', 'Show a mobile number in full (goes on record)'),
  }),
  createPerson: write({
    path: '/directory/people',
    permission: 'directory.write',
    input: Type.Object({
      ...fields,
      unitId: Id,
      title: Type.Optional(Nullable(Title)),
      joinedOn: Type.Optional(Nullable(Day)),
    }),
    output: Type.Object({ id: Id }),
    summary: text('新增人员', 'Add a person'),
  }),
  changePerson: write({
    method: 'PATCH',
    path: '/directory/people/:personId',
    permission: 'directory.write',
    input: Type.Object({ ...Type.Partial(Type.Object(fields)).properties, personId: Id }),
    output: Done,
    summary: text('修改人员', 'Change a person'),
  }),
  transferPerson: write({
    path: '/directory/people/:personId/posts',
    permission: 'directory.write',
    input: Type.Object({
      personId: Id,
      unitId: Id,
      title: Type.Optional(Nullable(Title)),
      /** The first day in the new post. */
      fromDay: Day,
      /** False for a second post beside the main one (兼职). */
      main: Type.Optional(Type.Boolean()),
      reason: Type.Optional(Reason),
    }),
    output: Type.Object({ id: Id }),
    summary: text('调动：自某日起任新职', 'Transfer to another post from a day'),
  }),
  leavePerson: write({
    path: '/directory/people/:personId/departure',
    permission: 'directory.write',
    input: Type.Object({ personId: Id, day: Day, reason: Reason }),
    output: Done,
    summary: text('离任：自某日起', 'Leave from a day'),
  }),
}
