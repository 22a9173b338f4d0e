import { useRead } from '#kernel/web/use-read.ts'
import { fleet } from '../../../module.ts'

const freshMs = 5 * 60_000

/** Has the day's trips on the phone, each with its check, before the garage's gate and the dead spot behind it. */
export default function KeepMyTrips() {
  useRead(fleet.actions.listMyTrips, {}, { refetchEvery: freshMs })
  return null
}
