import type { PriceBasis } from './rental-words.ts'

interface Agreed {
  priceBasis: PriceBasis
  priceFen: number
}

/** What the agreed price makes for a ride, whole fen: by kilometre, or by the days it touches in China. */
export function agreedFen(
  { priceBasis, priceFen }: Agreed,
  ride: { leftAt: Date; returnedAt: Date; distanceKm: number },
): number {
  if (priceBasis === 'KM') return priceFen * ride.distanceKm
  if (priceBasis === 'WHOLE') return priceFen
  const dayOf = (at: Date) => Math.floor((at.getTime() + 8 * 3_600_000) / 86_400_000)
  return priceFen * (dayOf(ride.returnedAt) - dayOf(ride.leftAt) + 1)
}
