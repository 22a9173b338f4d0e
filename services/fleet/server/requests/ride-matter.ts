import type { ComplaintMatter } from '#engines/orders/server/api.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import { line } from '../../words.ts'
import { selectRequests } from './select-requests.ts'

/** A ride somebody complains about: known by its request, named with where to, when and the vehicle. */
export const rideMatter: ComplaintMatter = {
  type: 'fleet.request',
  line,
  async find(ctx, id) {
    const ride = await selectRequests(ctx).where('q.id', '=', id).executeTakeFirst()
    if (!ride) return null
    const when = localMinute(new Date(ride.starts_at))
    const label = [ride.number, ride.destination, when, ride.plate].filter(Boolean).join(' ')
    return { label: label.slice(0, 200), path: `/fleet/requests/${id}` }
  },
}
