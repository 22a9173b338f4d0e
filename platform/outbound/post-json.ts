import { type CallAnswer, type CallLimits, callAddress, usualLimits } from './call-address.ts'

/** Posts one JSON body to an address people entered, guarded and limited as every outbound call. */
export function postJson(
  address: string,
  body: string,
  headers: Record<string, string> = {},
  limits: CallLimits = usualLimits,
): Promise<CallAnswer> {
  const all = { 'content-type': 'application/json; charset=utf-8', ...headers }
  return callAddress(address, { method: 'POST', body, headers: all }, limits)
}
