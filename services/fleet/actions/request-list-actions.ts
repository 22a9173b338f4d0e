import { Type } from 'typebox'
import { PageOf, paging, read } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { RequestRow, requestFilters } from '../request-row-schema.ts'

/** What lists and the card on everybody's first screen read. */
export const requestListActions = {
  listRequests: read({
    path: '/fleet/requests',
    permission: 'fleet.read-requests',
    input: Type.Object({ ...paging, ...requestFilters }),
    output: PageOf(RequestRow),
    summary: text('用车申请', 'Requests for vehicles'),
  }),
} as const
