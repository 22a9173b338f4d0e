import { Button, Input, InputNumber } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { storeFile } from '#kernel/web/files.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { PlainTable } from '#ui/plain-table.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { Section } from '#ui/section.tsx'
import { type Uploaded, Uploader } from '#ui/uploader.tsx'
import { fleet } from '../../module.ts'
import { handedOutKinds, type PaperKind, paperKinds } from '../../register-words.ts'
import { searchDrivers } from './choices.ts'
import { DueTag } from './due-tag.tsx'
import { Opener } from './opener.tsx'
import { ReasonForm } from './reason-form.tsx'
import type { Vehicle } from './vehicle-page.tsx'
import { WordSelect } from './word-select.tsx'

const messages = defineMessages({
  title: text('证照、保险、年检、钥匙和油卡', 'Papers, insurance, inspection, keys and cards'),
  add: text('登记证照', 'Register a paper'),
  kind: text('种类', 'Kind'),
  number: text('编号', 'Number'),
  holder: text('承保或发证单位', 'Insurer or issuer'),
  from: text('生效日期', 'From'),
  until: text('有效期至', 'Good until'),
  statutory: text(
    '年检不填时，按法定检验周期推算',
    'For an inspection, left empty: by the statutory interval',
  ),
  cost: text('费用（元）', 'Cost (yuan)'),
  price: text('费用', 'Cost'),
  file: text('照片或扫描件', 'Photo or scan'),
  note: text('备注', 'Note'),
  state: text('状态', 'State'),
  with: text('{name}保管，{since}起', 'With {name} since {since}'),
  over: text('已换新', 'Followed by the next'),
  ended: text('已停用：{why}', 'Out of use: {why}'),
  out: text('领用', 'Hand out'),
  back: text('归还', 'Take back'),
  end: text('停用', 'Take out of use'),
  driver: text('驾驶员', 'Driver'),
  save: text('保存', 'Save'),
  saved: text('已保存', 'Saved'),
  none: text('还没有登记证照。', 'No papers yet.'),
})
const stale = ['/fleet/vehicles', '/fleet/due', '/fleet/drivers']
type Paper = NonNullable<Vehicle['papers']>[number]

/** What belongs to a vehicle and runs out; what was followed by another stays in sight, faint. */
export function VehiclePapers({ vehicle }: { vehicle: Vehicle }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  if (!vehicle.papers) return null
  return (
    <Section title={t('title')} extra={vehicle.can.change ? <AddPaper vehicleId={vehicle.id} /> : null}>
      {vehicle.papers.length === 0 ? <p className="hq-soft">{t('none')}</p> : null}
      <PlainTable
        label={t('title')}
        rows={vehicle.papers}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'kind',
            title: t('kind'),
            card: 'title',
            render: (paper) => (
              <span className={paper.endedAt ? 'fleet-over' : undefined}>
                {localised(paperKinds[paper.kind])}
              </span>
            ),
          },
          {
            key: 'number',
            title: t('number'),
            render: ({ number, holder }) => (
              <span className="fleet-two">
                {number}
                {holder ? <small className="hq-faint">{holder}</small> : null}
              </span>
            ),
          },
          {
            key: 'until',
            title: t('until'),
            render: ({ validUntil }) => (validUntil ? format.day(validUntil, 'plain') : '—'),
          },
          { key: 'state', title: t('state'), card: 'mark', render: (paper) => <PaperState paper={paper} /> },
          {
            key: 'price',
            title: t('price'),
            align: 'right',
            render: ({ costFen }) => (costFen === null ? '—' : format.money(costFen)),
          },
          {
            key: 'do',
            title: '',
            card: 'bare',
            render: (paper) =>
              vehicle.can.change && !paper.endedAt ? (
                <PaperSteps vehicleId={vehicle.id} paper={paper} />
              ) : null,
          },
        ]}
      />
    </Section>
  )
}

function PaperState({ paper }: { paper: Paper }) {
  const t = useText(messages)
  const format = useFormat()
  if (paper.endedReason) return <span className="fleet-over">{t('ended', { why: paper.endedReason })}</span>
  if (paper.endedAt) return <span className="fleet-over">{t('over')}</span>
  if (paper.handedOut)
    return (
      <>
        {t('with', {
          name: paper.handedOut.name,
          since: format.day(paper.handedOut.since.slice(0, 10), 'plain'),
        })}
      </>
    )
  return <DueTag light={paper.light} />
}

function PaperSteps({ vehicleId, paper }: { vehicleId: string; paper: Paper }) {
  const t = useText(messages)
  const back = useWrite(fleet.actions.handBack, { invalidates: stale, success: t('saved') })
  const handed = (handedOutKinds as readonly PaperKind[]).includes(paper.kind)
  const ids = { vehicleId, paperId: paper.id }
  return (
    <span className="hq-row">
      {handed && paper.handedOut ? (
        <Button loading={back.isPending} onClick={() => back.mutate(ids)}>
          {t('back')}
        </Button>
      ) : null}
      {handed && !paper.handedOut ? (
        <Opener title={t('out')}>{(close) => <HandOut ids={ids} onClose={close} />}</Opener>
      ) : null}
      {paper.handedOut ? null : (
        <Opener title={t('end')}>{(close) => <EndPaper ids={ids} onClose={close} />}</Opener>
      )}
    </span>
  )
}

interface StepProps {
  ids: { vehicleId: string; paperId: string }
  onClose: () => void
}

function HandOut({ ids, onClose }: StepProps) {
  const t = useText(messages)
  const write = useWrite(fleet.actions.handOut, {
    quiet: true,
    invalidates: stale,
    success: t('saved'),
    onDone: onClose,
  })
  return (
    <EntryForm<{ driverId: string }>
      onSubmit={({ driverId }) => write.mutate({ ...ids, driverId })}
      problem={write.error}
      busy={write.isPending}
      submit={t('out')}
      onCancel={onClose}
    >
      <Field name="driverId" label={t('driver')} required>
        <SearchSelect name="driverId" search={searchDrivers} />
      </Field>
    </EntryForm>
  )
}

function EndPaper({ ids, onClose }: StepProps) {
  const t = useText(messages)
  const write = useWrite(fleet.actions.endPaper, {
    quiet: true,
    invalidates: stale,
    success: t('saved'),
    onDone: onClose,
  })
  return (
    <ReasonForm
      submit={t('end')}
      problem={write.error}
      busy={write.isPending}
      onSubmit={(reason) => write.mutate({ ...ids, reason })}
      onCancel={onClose}
    />
  )
}

interface PaperValues {
  kind: PaperKind
  number: string
  holder?: string
  validFrom?: string | null
  validUntil?: string | null
  yuan?: number | null
  files?: Uploaded[]
  note?: string
}

function AddPaper({ vehicleId }: { vehicleId: string }) {
  const t = useText(messages)
  return <Opener title={t('add')}>{(close) => <AddPaperForm vehicleId={vehicleId} onClose={close} />}</Opener>
}

function AddPaperForm({ vehicleId, onClose }: { vehicleId: string; onClose: () => void }) {
  const t = useText(messages)
  const write = useWrite(fleet.actions.addPaper, {
    quiet: true,
    invalidates: stale,
    success: t('saved'),
    onDone: onClose,
  })
  return (
    <EntryForm<PaperValues>
      initial={{ kind: 'COMPULSORY_INSURANCE', files: [] }}
      onSubmit={({ yuan, files, ...values }) =>
        write.mutate({
          vehicleId,
          ...values,
          costFen: yuan === undefined || yuan === null ? null : Math.round(yuan * 100),
          fileId: files?.[0]?.id ?? null,
        })
      }
      problem={write.error}
      busy={write.isPending}
      submit={t('save')}
      onCancel={onClose}
    >
      <Field name="kind" label={t('kind')} required>
        <WordSelect words={paperKinds} label={t('kind')} />
      </Field>
      <Field name="number" label={t('number')} required>
        <Input maxLength={60} />
      </Field>
      <Field name="holder" label={t('holder')}>
        <Input maxLength={100} />
      </Field>
      <Field name="validFrom" label={t('from')}>
        <DayInput />
      </Field>
      <Field name="validUntil" label={t('until')} hint={t('statutory')}>
        <DayInput />
      </Field>
      <Field name="yuan" label={t('cost')}>
        <InputNumber min={0} max={10_000_000} precision={2} />
      </Field>
      <Field name="files" label={t('file')}>
        <Uploader label={t('file')} max={1} value={[]} onChange={() => undefined} upload={storeFile} />
      </Field>
      <Field name="note" label={t('note')}>
        <Input maxLength={500} />
      </Field>
    </EntryForm>
  )
}
