import type { DateChoice } from '../schema.ts'

/** What becomes of each clashing date, by its day: left out, or held with another resource in place of the taken one. */
export type DateChoices = Readonly<Record<string, { skip: true } | { swap: { from: string; to: string } }>>

/** The choices as the writes take them. */
export function choicesOf(choices: DateChoices): DateChoice[] {
  return Object.entries(choices).map(([day, choice]) => ({ day, ...choice }))
}
