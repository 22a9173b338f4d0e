/** 出车前安全检查 → 出车前车容 → 行车和礼仪 → 收车: what of the vehicle standard HQ/CL-001 belongs to which step of a trip. */
export const vehicleSteps = ['SAFETY', 'APPEARANCE', 'DRIVING', 'BACK'] as const
export type VehicleStep = (typeof vehicleSteps)[number]

/** The clauses in the order of the standard; later versions keep the codes. */
export const vehicleClauses: readonly { code: string; step: VehicleStep }[] = [
  { code: 'CL-01', step: 'SAFETY' },
  { code: 'CL-02', step: 'SAFETY' },
  { code: 'CL-03', step: 'APPEARANCE' },
  { code: 'CL-04', step: 'DRIVING' },
  { code: 'CL-05', step: 'DRIVING' },
  { code: 'CL-06', step: 'DRIVING' },
  { code: 'CL-07', step: 'DRIVING' },
  { code: 'CL-08', step: 'BACK' },
  { code: 'CL-09', step: 'BACK' },
]

/** The clause codes of these steps, in the order of the standard. */
export function vehicleClausesOf(...steps: readonly VehicleStep[]): string[] {
  return vehicleClauses.filter(({ step }) => steps.includes(step)).map(({ code }) => code)
}
