import type { Layout, MeetingClass, Service } from './words.ts'

/** What a meeting is, as far as its usual services go by it. */
interface Occasion {
  class: MeetingClass
  layout: Layout | null
}

/**
 * What the meeting standard HQ/HY-001 has done for a meeting unless its organiser says otherwise: tea (HY-09, HY-15) and
 * the test of microphones, light and sound (HY-08) always; a rostrum with name plates (HY-06, HY-07) where there is one;
 * a lounge (HY-10) for leaders.
 */
export function proposeServices({ class: rank, layout }: Occasion): Service[] {
  const rostrum = rank !== 'ORDINARY' || layout === 'THEATRE'
  return [
    'TEA',
    'AV',
    ...(rostrum ? (['ROSTRUM', 'NAME_PLATES'] as const) : []),
    ...(rank === 'LEADERSHIP' ? (['LOUNGE'] as const) : []),
  ]
}

/** The services chosen so far, once the meeting is another: what that adds is added, what it no longer needs goes. */
export function followOccasion(chosen: readonly Service[], before: Occasion, after: Occasion): Service[] {
  const [was, is] = [proposeServices(before), proposeServices(after)]
  const kept = chosen.filter((service) => is.includes(service) || !was.includes(service))
  return [...kept, ...is.filter((service) => !was.includes(service) && !kept.includes(service))]
}
