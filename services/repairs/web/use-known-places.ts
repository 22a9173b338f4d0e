import { directory } from '#engines/directory/module.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { repairs } from '../module.ts'
import { type ChosenPlace, samePlace } from './chosen-place.ts'

export interface KnownPlace extends ChosenPlace {
  why: 'scanned' | 'last' | 'office'
}

const shown = 4

/** The places this person most likely means: where they reported last, and their own office. */
export function useKnownPlaces(): { places: KnownPlace[]; ready: boolean } {
  const me = useRead(directory.actions.me, {})
  const mine = useRead(repairs.actions.listRepairs, { mine: true, limit: 10 })
  const found: KnownPlace[] = (mine.data?.items ?? []).map((row) => ({
    siteId: row.site.id,
    roomId: row.room?.id ?? null,
    placeText: '',
    label: [row.site.name, row.room?.name].filter(Boolean).join(' '),
    why: 'last',
  }))
  const office = me.data?.place
  if (office) {
    found.push({
      siteId: office.siteId,
      roomId: office.roomId,
      placeText: '',
      label: office.label,
      why: 'office',
    })
  }
  const places = found.filter((one, index) => found.findIndex((other) => samePlace(other, one)) === index)
  return { places: places.slice(0, shown), ready: !me.isPending && !mine.isPending }
}
