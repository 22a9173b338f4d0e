import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Section } from '#ui/section.tsx'
import { fleet } from '../../module.ts'

const messages = defineMessages({
  title: text('车载终端', 'Terminals in vehicles'),
  add: text('登记终端', 'Note a terminal'),
  number: text('终端号（手机号）', 'Number'),
  plate: text('车牌号', 'Plate'),
  fitted: text('安装', 'Fitted'),
  removed: text('拆除', 'Taken out'),
  remove: text('拆除', 'Take out'),
  ask: text('拆除后，这个终端的定位点不再计入这辆车。', 'Its points will no longer belong to this vehicle.'),
  rule: text(
    '网关把定位点发到 POST /api/fleet/positions，或把 JT/T 808 报文发到 POST /api/fleet/positions/jt808。只保留出车期间的点，其余当即丢弃。',
    'A gateway posts points to /api/fleet/positions, or JT/T 808 frames to /api/fleet/positions/jt808. Only those of trips are kept, the others are gone at once.',
  ),
  none: text('还没有登记终端', 'No terminal has been noted'),
})

/** Which terminal is in which vehicle, and where a gateway sends its points. */
export function TerminalsPart() {
  const t = useText(messages)
  const format = useFormat()
  const [asking, setAsking] = useState(false)
  const invalidates = ['/fleet/terminals']
  const fit = useWrite(fleet.actions.fitTerminal, {
    quiet: true,
    invalidates,
    onDone: () => setAsking(false),
  })
  const remove = useWrite(fleet.actions.removeTerminal, { invalidates })
  return (
    <Section title={t('title')} extra={<Button onClick={() => setAsking(true)}>{t('add')}</Button>}>
      <p className="hq-soft">{t('rule')}</p>
      <DataTable
        name="fleet.terminals"
        title={t('title')}
        read={fleet.actions.listTerminals}
        exportTo={fleet.actions.exportTerminals}
        empty={{ title: t('none'), icon: 'place' }}
        columns={[
          { key: 'number', title: t('number'), card: 'title', render: (row) => row.number },
          { key: 'plate', title: t('plate'), render: (row) => row.vehicle.plate },
          {
            key: 'fitted',
            title: t('fitted'),
            sort: 'fitted',
            render: (row) => `${format.day(row.fittedAt, 'plain')} ${row.fittedBy}`,
          },
          {
            key: 'removed',
            title: t('removed'),
            render: (row) =>
              row.removedAt ? (
                `${format.day(row.removedAt, 'plain')} ${row.removedBy}`
              ) : (
                <ConfirmButton
                  question={t('ask')}
                  yes={t('remove')}
                  onConfirm={() => remove.mutateAsync({ terminalId: row.id })}
                >
                  {t('remove')}
                </ConfirmButton>
              ),
          },
        ]}
      />
      <Modal open={asking} footer={null} title={t('add')} onCancel={() => setAsking(false)} destroyOnHidden>
        <EntryForm<{ number: string; plate: string }>
          onSubmit={({ number, plate }) =>
            fit.mutate({ number: number.trim(), plate: plate.trim().toUpperCase() })
          }
          problem={fit.error}
          busy={fit.isPending}
          submit={t('add')}
        >
          <Field name="number" label={t('number')} required>
            <Input maxLength={20} inputMode="numeric" />
          </Field>
          <Field name="plate" label={t('plate')} required>
            <Input maxLength={8} />
          </Field>
        </EntryForm>
      </Modal>
    </Section>
  )
}
