import type { TripRow } from '../../trip-schema.ts'

/** Where a trip goes, each place once: those who share it often have the same way. */
export function destinationsOf({ requests }: Pick<TripRow, 'requests'>): string {
  return [...new Set(requests.map(({ destination }) => destination))].join('、')
}
