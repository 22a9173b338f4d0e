import { bareOfCompounds, joinedDuty } from './duty-words.ts'
import type { FormClause, FormFinding, Place } from './finding.ts'
import { finding } from './rules.ts'

/** Whether a clause says what it demands, advises or allows, and whether its lines ask the same of people. */
export function checkDuty({ body, lines }: FormClause, place: Place): FormFinding[] {
  const words = bareOfCompounds(body)
  const found: FormFinding[] = []
  const joined = joinedDuty.exec(words)
  if (joined) found.push(finding('duty-joined', place, { found: joined[0] }))
  const demands = /应|不得/.test(words)
  const speaks = demands || /宜|可/.test(words)
  const mandatory = lines.some((line) => line.mandatory)
  if (!speaks && !/必须|务必|严禁|禁止|不准|不许|最好/.test(words)) found.push(finding('duty-missing', place))
  if (speaks && !demands && mandatory) found.push(finding('duty-too-weak', place))
  if (demands && lines.length > 0 && !mandatory) found.push(finding('duty-too-strong', place))
  return found
}
