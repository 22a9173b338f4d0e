/** The clauses of the standard of manners HQ/CL-004, in its order; later versions keep the codes. */
export const etiquetteClauses: readonly string[] = [
  'LY-01',
  'LY-02',
  'LY-03',
  'LY-04',
  'LY-05',
  'LY-06',
  'LY-07',
]
