import { ExecutedList } from '#engines/standards/web/checklist/executed-list.tsx'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { fleet } from '../../module.ts'
import type { Entry } from './maintenance-form.tsx'
import { Opener } from './opener.tsx'

const messages = defineMessages({
  kept: text('检查 {ok}/{base}', 'Checked {ok}/{base}'),
})

/** How far a record's checklist was met; opens to its lines. */
export function UpkeepCheck({ vehicleId, record }: { vehicleId: string; record: Entry }) {
  const t = useText(messages)
  if (!record.check) return null
  return (
    <Opener title={t('kept', record.check)} danger={record.check.ok < record.check.base}>
      {() => <Lines vehicleId={vehicleId} recordId={record.id} />}
    </Opener>
  )
}

function Lines(ids: { vehicleId: string; recordId: string }) {
  const read = useRead(fleet.actions.readUpkeepCheck, ids)
  if (read.isPending) return <Loading />
  if (!read.data) return <Problem error={read.error} onRetry={() => void read.refetch()} />
  return <ExecutedList lines={read.data.lines.map((executed) => ({ line: executed.line, executed }))} />
}
