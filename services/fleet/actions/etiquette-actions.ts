import { Type } from 'typebox'
import { ChecklistAnswer, ChecklistLine, ChecklistScore, ExecutedLine } from '#engines/standards/schema.ts'
import { Can, Done, Id, Moment, Nullable, read, write } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { Note, Short } from '../register-schema.ts'

const checks = '/fleet/drivers/:driverId/etiquette-checks' as const
const one = { driverId: Id, checkId: Id }

const EtiquetteCheck = Type.Object({
  id: Id,
  at: Moment,
  by: Type.String(),
  note: Type.String(),
  voidReason: Nullable(Type.String()),
  /** Mandatory lines that applied, and those of them that were met; null once it is void. */
  check: Nullable(Type.Object({ base: Type.Integer(), ok: Type.Integer() })),
  can: Can,
})

/** 礼仪检查: the section head looks at a driver by the standard of manners HQ/CL-004. */
export const etiquetteActions = {
  listEtiquetteChecks: read({
    path: checks,
    permission: 'fleet.read-register',
    input: Type.Object({ driverId: Id }),
    output: Type.Object({
      items: Type.Array(EtiquetteCheck),
      /** What a check asks now; empty for whoever does not check. */
      lines: Type.Array(ChecklistLine),
      can: Can,
    }),
    summary: text('驾驶员的礼仪检查', 'Checks of a driver’s manners'),
  }),
  readEtiquetteCheck: read({
    path: `${checks}/:checkId`,
    permission: 'fleet.read-register',
    input: Type.Object(one),
    output: Type.Object({ lines: Type.Array(ExecutedLine), score: ChecklistScore }),
    summary: text('一次礼仪检查', 'One check of manners'),
  }),
  recordEtiquetteCheck: write({
    path: checks,
    permission: 'fleet.check-etiquette',
    input: Type.Object({
      driverId: Id,
      /** When the driver was seen; now when absent. */
      at: Type.Optional(Moment),
      note: Type.Optional(Note),
      answers: Type.Array(ChecklistAnswer, { minItems: 1, maxItems: 100 }),
    }),
    output: Type.Object({ id: Id, score: ChecklistScore }),
    summary: text('登记礼仪检查', 'Check a driver’s manners'),
  }),
  voidEtiquetteCheck: write({
    path: `${checks}/:checkId/voiding`,
    permission: 'fleet.check-etiquette',
    input: Type.Object({ ...one, reason: Short }),
    output: Done,
    summary: text('作废礼仪检查', 'Void a check of manners'),
  }),
}
