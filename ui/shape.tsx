import type { StateTone } from '#kernel/contract/states.ts'

const drawings: Record<StateTone, string> = {
  // A ring, half a ring's filling, a filled disc, two bars, a tick, a triangle with a stroke, a square.
  new: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2m0 2a4 4 0 1 1 0 8a4 4 0 0 1 0-8',
  waiting: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2m0 2v4h4a4 4 0 1 1-4-4',
  working: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2m-1.5 3v6L12 8z',
  paused: 'M4 3h3v10H4zM9 3h3v10H9z',
  good: 'M6.3 12.6 1.9 8.2l1.6-1.6 2.8 2.8 6.2-6.2 1.6 1.6z',
  bad: 'M8 1.5 15 14H1zm-.9 4.3.3 4.2h1.2l.3-4.2zm.9 5.1a.9.9 0 1 0 0 1.8a.9.9 0 0 0 0-1.8',
  ended: 'M3 3h10v10H3z',
}

/** The mark beside a state's word, so that colour is never alone. */
export function Shape({ tone }: { tone: StateTone }) {
  return (
    <svg className="hq-shape" viewBox="0 0 16 16" width="1em" height="1em" aria-hidden="true">
      <path d={drawings[tone]} fill="currentColor" fillRule="evenodd" />
    </svg>
  )
}
