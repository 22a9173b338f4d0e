import type { FaultKind } from '../words.ts'

/** Drawn on 24 × 24, one line weight, so that the eight kinds are told apart at a glance. */
const drawings: Record<FaultKind, string> = {
  // A drop beside a flash.
  PLUMBING_ELECTRIC:
    'M8 4c2.6 3.2 4 5.5 4 7.4A4 4 0 0 1 8 15.500a4 4 0 0 1-4-4.1C4 9.500 5.400 7.200 8 4M17.500 8.500 14 15h3.500l-1 6 4-7.500H17z',
  // A snowflake.
  AIR_CONDITIONING:
    'M12 3v18M4.200 7.500l15.600 9M19.800 7.500l-15.600 9M9.500 4.500 12 7l2.500-2.500M9.500 19.500 12 17l2.500 2.500M4.500 11 8 9.700 7.200 6.200M19.500 13l-3.500 1.300.8 3.500M4.500 13l3.500 1.300-.8 3.500M19.500 11 16 9.700l.8-3.500',
  // A cabin with the two arrows.
  ELEVATOR:
    'M5 3h14v18H5zM12 3v18M8.500 13.500v-4M7 11l1.500-1.500L10 11M15.500 9.500v4M14 12l1.500 1.500L17 12',
  // An open door.
  DOORS_WINDOWS: 'M4 21h16M6 21V3h12v18M14 12v1.500M6 3l5 2.500V19l-5 2',
  // Waves of a network.
  NETWORK:
    'M3 9.500a13 13 0 0 1 18 0M6 13a8.500 8.500 0 0 1 12 0M9 16.400a4.200 4.200 0 0 1 6 0M12 19.800h.01',
  // A roof over bricks.
  ROOF_WALLS:
    'M3 11 12 4l9 7M5.500 10v10.500h13V10M5.500 15.200h13M12 10v5.200M9 15.200v5.300M15 15.200v5.300',
  // A sprout with two leaves.
  GREENING:
    'M12 21v-9M12 12c0-4 2.500-6.500 8-7 0 5-2.500 7.500-8 7M12 15c0-3-2-5-7-5.500 0 4 2.500 5.500 7 5.500M8 21h8',
  // A spanner.
  OTHER:
    'M14.500 6.500a4 4 0 0 1 5-3.200L17 5.800 18.200 7l2.500-2.500a4 4 0 0 1-5.200 5L8 17a2.100 2.100 0 0 1-3-3l7.500-7.500M6.500 15.500h.01',
}

/** The picture of a kind of fault; always beside its word. */
export function FaultIcon({ kind }: { kind: FaultKind }) {
  return (
    <svg
      className="hq-fault-icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={drawings[kind]} />
    </svg>
  )
}
