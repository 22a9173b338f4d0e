/** The clauses of the dispatch standard HQ/CL-003, by what the system looks at; later versions keep the codes. */
export const dispatchClauses = {
  approvedFirst: 'PC-01',
  approvedAfterwards: 'PC-02',
  licenceClass: 'PC-03',
  licenceInForce: 'PC-04',
  rest: 'PC-05',
  longDay: 'PC-06',
  onDuty: 'PC-07',
  seats: 'PC-08',
  purpose: 'PC-09',
  papers: 'PC-10',
  sealing: 'PC-11',
  answered: 'PC-12',
  toldAhead: 'PC-13',
  slack: 'PC-14',
  pooled: 'PC-15',
} as const
export type DispatchClause = (typeof dispatchClauses)[keyof typeof dispatchClauses]

export const dispatchClauseCodes: readonly DispatchClause[] = Object.values(dispatchClauses)
