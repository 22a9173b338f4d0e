/** What of the upkeep standard HQ/CL-002 is looked at for which kind of work; later versions keep the codes. */
export const upkeepWork = ['UPKEEP', 'REPAIR', 'INSPECTION', 'RETEST'] as const
export type UpkeepWork = (typeof upkeepWork)[number]

/** The clauses in the order of the standard. */
export const upkeepClauses: readonly { code: string; work: readonly UpkeepWork[] }[] = [
  { code: 'WB-01', work: ['UPKEEP', 'REPAIR'] },
  { code: 'WB-02', work: ['REPAIR'] },
  { code: 'WB-03', work: ['REPAIR'] },
  { code: 'WB-04', work: ['UPKEEP'] },
  { code: 'WB-05', work: ['UPKEEP'] },
  { code: 'WB-06', work: ['UPKEEP'] },
  { code: 'WB-07', work: ['UPKEEP', 'REPAIR'] },
  { code: 'WB-08', work: ['INSPECTION'] },
  { code: 'WB-09', work: ['INSPECTION', 'RETEST'] },
  { code: 'WB-10', work: upkeepWork },
]

/** The clause codes for a kind of work, in the order of the standard. */
export function upkeepClausesOf(kind: UpkeepWork): string[] {
  return upkeepClauses.filter(({ work }) => work.includes(kind)).map(({ code }) => code)
}
