import { useMemo } from 'react'
import { searchUnits } from '#engines/directory/web/pickers.tsx'
import { text } from '#kernel/contract/text.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { type Filter, stateOptions } from '#ui/filters.ts'
import { routeActions } from '../actions-routes.ts'
import { approvalStates } from '../states.ts'

const unit: Filter = { key: 'unitId', kind: 'search', label: text('单位', 'Unit'), search: searchUnits }
const overdue: Filter = { key: 'overdue', kind: 'toggle', label: text('只看超时的', 'Overdue only') }
const state: Filter = {
  key: 'state',
  kind: 'multi',
  label: text('状态', 'State'),
  options: stateOptions(approvalStates),
}

/** What lists of approvals are narrowed by; the kinds are those of the services there are. */
export function useApprovalFilters(inbox = false): Filter[] {
  const types = useRead(routeActions.listTypes, {})
  return useMemo(() => {
    const options = (types.data?.items ?? []).map(({ type, title }) => ({ value: type, label: title }))
    const kind: Filter = { key: 'type', kind: 'select', label: text('类别', 'Kind'), options }
    return [...(options.length > 1 ? [kind] : []), ...(inbox ? [] : [state]), overdue, unit]
  }, [types.data, inbox])
}
