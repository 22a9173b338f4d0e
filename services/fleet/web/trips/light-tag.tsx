import type { StateTone } from '#kernel/contract/states.ts'
import { StateTag } from '#ui/state-tag.tsx'
import { type Light, lights } from '../../words.ts'

const tones: Record<Light, StateTone> = { GREEN: 'good', YELLOW: 'waiting', RED: 'bad' }

/** A light as word, colour and shape; nothing while the trip is not back. */
export function LightTag({ light }: { light: Light | null }) {
  return light ? <StateTag tone={tones[light]} title={lights[light]} /> : <span>—</span>
}
