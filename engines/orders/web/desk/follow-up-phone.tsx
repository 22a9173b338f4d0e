import { call } from '#kernel/contract/client.ts'
import { MaskedPhone } from '#ui/masked-value.tsx'
import { orders } from '../../module.ts'

/** The number to call, masked until it is wanted. */
export function FollowUpPhone({ followUpId, value }: { followUpId: string; value: string }) {
  return (
    <MaskedPhone
      value={value}
      reveal={async () => (await call(orders.actions.readFollowUpPhone, { followUpId })).phone}
    />
  )
}
