import { Type } from 'typebox'
import { Day, download, Moment, read, TextPair } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { entityCodes } from '../exchange-entities.ts'

const Entity = Type.Enum(entityCodes)
const span = { from: Type.Optional(Day), to: Type.Optional(Day) }

/** 数据交换 by the entities of DB32/T 3826-2020. */
export const exchangeActions = {
  listExchangeEntities: read({
    path: '/fleet/exchange',
    permission: 'fleet.exchange',
    input: Type.Object({}),
    output: Type.Object({
      items: Type.Array(
        Type.Object({
          code: Entity,
          title: TextPair,
          kind: Type.Enum(['period', 'today']),
          fields: Type.Array(Type.Object({ name: Type.String(), title: TextPair, source: Type.String() })),
          missing: Type.Union([TextPair, Type.Null()]),
        }),
      ),
      notHeld: Type.Array(Type.Object({ title: TextPair, why: TextPair })),
    }),
    summary: text('数据交换：实体与字段对照', 'Entities and fields of the exchange'),
  }),
  readExchange: read({
    path: '/fleet/exchange/:entity',
    permission: 'fleet.exchange',
    input: Type.Object({ entity: Entity, ...span }),
    output: Type.Object({
      standard: Type.String(),
      entity: Entity,
      from: Type.String(),
      to: Type.String(),
      generatedAt: Moment,
      items: Type.Array(Type.Record(Type.String(), Type.Unknown())),
      /** Records that do not keep to the schema: their place in `items`, and where. */
      invalid: Type.Array(Type.Object({ index: Type.Integer(), path: Type.String() })),
    }),
    summary: text('一类实体的数据（JSON，供机器取用）', 'The records of an entity, for machines'),
  }),
  exportExchange: download({
    path: '/fleet/exchange/:entity/export',
    permission: 'fleet.exchange',
    input: Type.Object({ entity: Entity, ...span }),
    summary: text('下载一类实体的数据（JSON）', 'Download the records of an entity as JSON'),
  }),
}
