import { Input } from 'antd'
import { ChecklistCard } from '#engines/standards/web/checklist/checklist-card.tsx'
import { ExecutedList } from '#engines/standards/web/checklist/executed-list.tsx'
import { useFormChecklist } from '#engines/standards/web/checklist/use-form-checklist.ts'
import type { OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { storeFile } from '#kernel/web/files.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Loading } from '#ui/loading.tsx'
import { PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { fleet } from '../../module.ts'
import { Opener } from './opener.tsx'
import { ReasonForm } from './reason-form.tsx'

const messages = defineMessages({
  title: text('礼仪检查', 'Manners'),
  none: text('还没有检查记录。', 'Not checked yet.'),
  record: text('登记检查', 'Check'),
  note: text('说明（地点、哪趟车）', 'Remark: where, which trip'),
  save: text('保存', 'Save'),
  saved: text('已保存', 'Saved'),
  when: text('时间', 'When'),
  by: text('检查人', 'By'),
  result: text('结果', 'Result'),
  kept: text('{ok}/{base} 项符合', '{ok} of {base} met'),
  voided: text('已作废：{why}', 'Voided: {why}'),
  void: text('作废', 'Void'),
  rule: text(
    '按《司机礼仪规范》逐条检查，计入当月考核。',
    'By the standard of manners; it counts in the month.',
  ),
})
const stale = ['/fleet/drivers']
type Checks = OutputOf<typeof fleet.actions.listEtiquetteChecks>
type Check = Checks['items'][number]

/** The checks of a driver's manners: the section head adds one, each opens to its lines. */
export function EtiquetteCard({ driverId }: { driverId: string }) {
  const t = useText(messages)
  const read = useRead(fleet.actions.listEtiquetteChecks, { driverId })
  const found = read.data
  return (
    <Section
      title={t('title')}
      extra={
        found?.can.record && found.lines.length > 0 ? (
          <Opener title={t('record')}>
            {(close) => <CheckForm driverId={driverId} lines={found.lines} onClose={close} />}
          </Opener>
        ) : null
      }
    >
      <p className="hq-faint">{t('rule')}</p>
      {read.isPending ? <Loading /> : null}
      {read.error && !found ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {found?.items.length === 0 ? <p className="hq-soft">{t('none')}</p> : null}
      {found?.items.length ? <Checks driverId={driverId} checks={found.items} /> : null}
    </Section>
  )
}

function Checks({ driverId, checks }: { driverId: string; checks: Check[] }) {
  const t = useText(messages)
  const format = useFormat()
  return (
    <PlainTable
      label={t('title')}
      rows={checks}
      rowKey={({ id }) => id}
      columns={[
        { key: 'at', title: t('when'), card: 'title', render: ({ at }) => format.moment(at) },
        {
          key: 'by',
          title: t('by'),
          render: ({ by, note, voidReason }) => (
            <span className={voidReason ? 'fleet-two fleet-over' : 'fleet-two'}>
              {by}
              <small className="hq-faint">{voidReason ? t('voided', { why: voidReason }) : note}</small>
            </span>
          ),
        },
        {
          key: 'result',
          title: t('result'),
          card: 'bare',
          render: ({ id, check }) =>
            check ? (
              <Opener title={t('kept', check)} danger={check.ok < check.base}>
                {() => <Lines driverId={driverId} checkId={id} />}
              </Opener>
            ) : (
              '—'
            ),
        },
        {
          key: 'do',
          title: '',
          card: 'bare',
          render: ({ id, can }) =>
            can.void ? (
              <Opener title={t('void')}>
                {(close) => <VoidCheck ids={{ driverId, checkId: id }} onClose={close} />}
              </Opener>
            ) : null,
        },
      ]}
    />
  )
}

function Lines(ids: { driverId: string; checkId: string }) {
  const read = useRead(fleet.actions.readEtiquetteCheck, ids)
  if (read.isPending) return <Loading />
  if (!read.data) return <Problem error={read.error} onRetry={() => void read.refetch()} />
  return <ExecutedList lines={read.data.lines.map((executed) => ({ line: executed.line, executed }))} />
}

interface FormProps {
  driverId: string
  lines: Checks['lines']
  onClose: () => void
}

function CheckForm({ driverId, lines, onClose }: FormProps) {
  const t = useText(messages)
  const { listed, list, answers } = useFormChecklist(lines)
  const write = useWrite(fleet.actions.recordEtiquetteCheck, {
    quiet: true,
    invalidates: stale,
    success: t('saved'),
    onDone: onClose,
  })
  return (
    <EntryForm<{ note?: string }>
      onSubmit={({ note }) => write.mutate({ driverId, note: note ?? '', answers })}
      problem={write.error}
      busy={write.isPending}
      submit={t('save')}
      onCancel={onClose}
    >
      <ChecklistCard lines={listed} list={list} upload={storeFile} open />
      <Field name="note" label={t('note')}>
        <Input maxLength={500} />
      </Field>
    </EntryForm>
  )
}

function VoidCheck({ ids, onClose }: { ids: { driverId: string; checkId: string }; onClose: () => void }) {
  const t = useText(messages)
  const write = useWrite(fleet.actions.voidEtiquetteCheck, {
    quiet: true,
    invalidates: stale,
    success: t('saved'),
    onDone: onClose,
  })
  return (
    <ReasonForm
      submit={t('void')}
      problem={write.error}
      busy={write.isPending}
      onSubmit={(reason) => write.mutate({ ...ids, reason })}
      onCancel={onClose}
    />
  )
}
