import { sql } from 'kysely'
import { text } from '#kernel/contract/text.ts'
import { type PersonalHook, partOf, sectionOf } from '#kernel/personal/personal-hook.ts'
import type { RetentionClass } from '#kernel/personal/retention-class.ts'

const nobody = '（已匿名）'
/** Whose name was never kept gets none now. */
const unnamed = `case when anonymous then null else '${nobody}' end`

/** What a person said of official vehicles, with or without the name. */
export const opinionsPersonal: PersonalHook = {
  tables: ['fleet.opinion'],
  async collect(ctx, { personId }) {
    if (!personId) return []
    return [
      await sectionOf(
        ctx,
        text('公车意见', 'Opinions on vehicles'),
        sql`select number, kind, topic, words, anonymous, said_at, answer, answered_at, changed from fleet.opinion
          where person_id = ${personId} order by said_at`,
      ),
    ]
  },
  async erase(ctx, { personId }) {
    if (!personId) return []
    return [
      await partOf(
        ctx,
        text('公车意见的提出人', 'Who gave opinions'),
        'ANONYMISED',
        text('意见和答复留作改进依据，不再能看出是谁', 'words and answer stay, the name does not'),
        sql`update fleet.opinion set person_id = null, by_name = ${sql.raw(unnamed)}, request_id = null
          where person_id = ${personId}`,
      ),
    ]
  },
}

/** How long it is known who gave an opinion. */
export const opinionsRetention: readonly RetentionClass[] = [
  {
    name: 'fleet.opinion',
    title: text('公车意见提出人', 'Who gave an opinion'),
    what: text('公车意见上的姓名和本人关联', 'The names on opinions, and whose they are'),
    days: 3 * 366,
    minimumDays: 366,
    action: 'ANONYMISE',
    actions: ['ANONYMISE', 'KEEP'],
    basis: {
      title: text(
        '个人信息保护法第十九条：保存期限为实现目的所必要的最短时间',
        'PIPL Art 19: no longer than needed',
      ),
      mark: 'B',
    },
    rows: {
      table: 'fleet.opinion',
      from: 't.said_at',
      pending: 't.person_id is not null',
      set: { person_id: 'null', by_name: unnamed, request_id: 'null' },
      heldBy: ['id', 'person_id'],
    },
  },
]
