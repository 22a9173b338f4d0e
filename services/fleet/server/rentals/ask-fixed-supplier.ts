import { localDayOf } from '#engines/calendar/local-day.ts'
import { applyRules } from '#engines/rules/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'

/** Vehicles are served at suppliers chosen by public buying; renting goes by it too. */
const fixedSuppliers = 'FLEET.FIXED_POINT_SERVICES'

interface Ordered {
  rentalId: string
  requestNumber: string
  supplier: { name: string; contract_number: string; valid_from: string; valid_until: string }
  from: Date
  to: Date
  note: string
}

/**
 * Asks the rule whether the ride is a fixed supplier's: one whose contract holds on each of its days counts, any other does not.
 * @throws Problem 422 `rules.exceeded` where the rule in force refuses, `fleet.needs_words` where it warns and nothing is said
 */
export async function askFixedSupplier(ctx: Ctx, ordered: Ordered): Promise<void> {
  const { rentalId, requestNumber, supplier, from, to, note } = ordered
  const [first, last] = [localDayOf(from), localDayOf(to)]
  const holds = supplier.valid_from <= first && last <= supplier.valid_until
  const [verdict] = await applyRules(ctx, {
    subject: {
      type: 'fleet.rental',
      id: rentalId,
      label: `${requestNumber} ${supplier.name}`,
      href: `/fleet/rentals/${rentalId}`,
      kind: text('租赁派车', 'Rented vehicles'),
      fresh: true,
    },
    checks: [{ ruleId: fixedSuppliers, key: {}, value: holds ? 1 : 0, on: first, field: 'supplierId' }],
  })
  if (holds || verdict?.outcome !== 'WARN' || note !== '') return
  const { name, contract_number, valid_from, valid_until } = supplier
  const words = text(
    `${name}的合同 ${contract_number} 有效期是 ${valid_from} 至 ${valid_until}，用车当天无效。${verdict.words.zh}${verdict.source.zh}`,
    `The contract ${contract_number} of ${name} holds from ${valid_from} to ${valid_until}, not on the day. ${verdict.words.en} ${verdict.source.en}`,
  )
  throw new Problem(422, 'fleet.needs_words', {
    params: { why: ctx.say(words).replace(/[。.]$/, '') },
    path: 'note',
    extra: { findings: [{ code: 'SUPPLIER', words }] },
  })
}
