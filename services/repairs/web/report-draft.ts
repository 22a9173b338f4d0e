import { uuidv7 } from 'uuidv7'
import { remember, remembered } from '#kernel/web/store.ts'
import type { Uploaded } from '#ui/uploader.tsx'
import { allFaultKinds, type FaultKind } from '../words.ts'
import type { ChosenPlace } from './chosen-place.ts'

/** What a reporter has filled in so far. */
export interface ReportDraft {
  /** Sent with the report: pressed twice, or again after a lost answer, it is still one report. */
  clientKey: string
  place: ChosenPlace | null
  kind: FaultKind | null
  urgent: boolean
  words: string
  photos: Uploaded[]
}

export function emptyDraft(): ReportDraft {
  return { clientKey: uuidv7(), place: null, kind: null, urgent: false, words: '', photos: [] }
}

/** Older than this, a forgotten draft would only surprise. */
const keptHours = 12

/** The draft kept on this device under a name; empty when there is none, it is old, or it cannot be read. */
export function loadDraft(name: string): ReportDraft {
  const kept = remembered(`draft.${name}`)
  if (!kept) return emptyDraft()
  try {
    const { at, draft } = JSON.parse(kept) as { at: number; draft: ReportDraft }
    const fresh = Date.now() - at < keptHours * 3_600_000
    const known = draft.kind === null || allFaultKinds.includes(draft.kind)
    return fresh && known ? { ...emptyDraft(), ...draft } : emptyDraft()
  } catch (error) {
    console.debug('the draft could not be read', error)
    return emptyDraft()
  }
}

/** Keeps the draft through a reload, a call, an empty battery. */
export function saveDraft(name: string, draft: ReportDraft): void {
  const photos = draft.photos.map(({ id, name: fileName }) => ({ id, name: fileName }))
  remember(`draft.${name}`, JSON.stringify({ at: Date.now(), draft: { ...draft, photos } }))
}

/** Forgets it once the report was taken. */
export function dropDraft(name: string): void {
  remember(`draft.${name}`, null)
}
