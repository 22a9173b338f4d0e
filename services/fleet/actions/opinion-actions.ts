import { Type } from 'typebox'
import { Done, download, Id, Moment, PageOf, paging, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { OpinionDetail, OpinionRow, opinionFilters } from '../opinion-schema.ts'
import { opinionKinds, opinionTopics } from '../opinion-words.ts'
import { Format, keysOf } from '../register-schema.ts'

const opinionPath = '/fleet/opinions/:opinionId' as const
const Words = Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' })

/** What riders say of official vehicles and their reform, and what becomes of it. */
export const opinionActions = {
  listOpinions: read({
    path: '/fleet/opinions',
    permission: 'fleet.read-opinions',
    input: Type.Object({ ...paging, ...opinionFilters }),
    output: PageOf(OpinionRow),
    summary: text('公车意见和建议', 'Opinions on official vehicles'),
  }),
  exportOpinions: download({
    path: '/fleet/opinions/export',
    permission: 'fleet.read-all-opinions',
    input: Type.Object({ ...opinionFilters, format: Format }),
    summary: text('导出公车意见和建议', 'Export opinions'),
  }),
  readOpinion: read({
    path: opinionPath,
    permission: 'fleet.read-opinions',
    input: Type.Object({ opinionId: Id }),
    output: OpinionDetail,
    summary: text('一条公车意见', 'One opinion'),
  }),
  giveOpinion: write({
    path: '/fleet/opinions',
    permission: 'fleet.give-opinion',
    input: Type.Object({
      kind: keysOf(opinionKinds),
      topic: keysOf(opinionTopics),
      words: Words,
      /** Nobody is shown the name; the answer comes all the same. */
      anonymous: Type.Optional(Type.Boolean()),
      /** The ride it is about. */
      requestId: Type.Optional(Id),
    }),
    output: Type.Object({ id: Id, number: Type.String(), answerBy: Moment }),
    summary: text('提意见、建议或表扬', 'Say what one thinks of official vehicles'),
  }),
  answerOpinion: write({
    path: `${opinionPath}/answer`,
    permission: 'fleet.answer-opinions',
    input: Type.Object({ opinionId: Id, answer: Words }),
    output: Done,
    summary: text('答复意见', 'Answer an opinion'),
  }),
  adoptOpinion: write({
    path: `${opinionPath}/adoption`,
    permission: 'fleet.answer-opinions',
    input: Type.Object({
      opinionId: Id,
      changed: Words,
      /** The clause of a standard that should say so from now on. */
      clauseId: Type.Optional(Id),
    }),
    output: Done,
    summary: text('采纳意见', 'Adopt an opinion, with what was changed'),
  }),
  withdrawOpinion: write({
    path: `${opinionPath}/withdrawal`,
    permission: 'fleet.give-opinion',
    input: Type.Object({ opinionId: Id }),
    output: Done,
    summary: text('撤回意见', 'Withdraw one’s opinion'),
  }),
} as const
