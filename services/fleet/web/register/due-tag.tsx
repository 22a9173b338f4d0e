import type { StateTone } from '#kernel/contract/states.ts'
import { StateTag } from '#ui/state-tag.tsx'
import { type DueLight, dueLights } from '../../register-words.ts'

const tones: Record<DueLight, StateTone> = { OVERDUE: 'bad', SOON: 'waiting', FINE: 'good' }

/** How near something is due: colour, shape and word. */
export function DueTag({ light }: { light: DueLight }) {
  return <StateTag tone={tones[light]} title={dueLights[light]} />
}
