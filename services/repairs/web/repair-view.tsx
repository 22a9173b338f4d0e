import type { LineViewProps } from '#engines/orders/web/line-views.ts'
import { text } from '#kernel/contract/text.ts'
import { photoOf } from '#kernel/web/files.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Loading } from '#ui/loading.tsx'
import { PhotoStrip } from '#ui/photo-strip.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { repairs } from '../module.ts'
import type { RepairDetail } from '../schema.ts'
import { faultKinds, grades, photoStages } from '../words.ts'
import { FaultIcon } from './fault-icon.tsx'
import { Handovers } from './handovers.tsx'
import { Reflections } from './reflections.tsx'
import { RepairChecklist } from './repair-checklist.tsx'
import { RepairWork } from './repair-work.tsx'
import './repairs.css'

const messages = defineMessages({
  fault: text('报的是什么', 'What was reported'),
  cause: text('原因：{cause}', 'Cause: {cause}'),
  repeat: text('30 天内同一地点第 {n} 次报同类问题', 'Fault {n} of this kind here within 30 days'),
  repeats: text('这里 30 天内的同类报修', 'The same kind here in the last 30 days'),
  by: text('{worker}处理', 'by {worker}'),
})

/** What a repair adds to the page of its order. */
export default function RepairView({ order, part }: LineViewProps) {
  const repair = useRead(repairs.actions.readRepair, { orderId: order.id }, { keep: false })
  if (repair.error)
    return part === 'first' ? <Problem error={repair.error} onRetry={() => void repair.refetch()} /> : null
  if (!repair.data) return part === 'first' ? <Loading compact /> : null
  return part === 'first' ? <Fault repair={repair.data} /> : <Rest repair={repair.data} />
}

function Fault({ repair }: { repair: RepairDetail }) {
  const t = useText(messages)
  const say = useLocalised()
  const photos = (['BEFORE', 'DURING', 'AFTER'] as const).flatMap((stage) =>
    repair.photos
      .filter((photo) => photo.stage === stage)
      .map((photo) => photoOf(photo.fileId, say(photoStages[stage]))),
  )
  return (
    <Section
      title={t('fault')}
      extra={
        repair.repeatOf ? (
          <StateTag tone="bad" title={t('repeat', { n: repair.repeats.length + 1 })} />
        ) : undefined
      }
    >
      <div className="hq-stack hq-stack-tight">
        <div className="hq-fault">
          <FaultIcon kind={repair.kind} />
          <span>
            <strong>{say(faultKinds[repair.kind])}</strong>{' '}
            <span className="hq-soft">
              {say(grades[repair.grade])} · {repair.placeLabel}
            </span>
          </span>
        </div>
        <p className="hq-quote">{repair.description}</p>
        {repair.cause ? <p className="hq-soft">{t('cause', { cause: repair.cause })}</p> : null}
        <PhotoStrip photos={photos} />
      </div>
    </Section>
  )
}

function Rest({ repair }: { repair: RepairDetail }) {
  return (
    <>
      <Handovers repair={repair} />
      <RepairWork repair={repair} />
      <RepairChecklist repair={repair} />
      <Reflections repair={repair} />
      <Repeats repair={repair} />
    </>
  )
}

function Repeats({ repair }: { repair: RepairDetail }) {
  const t = useText(messages)
  const format = useFormat()
  if (repair.repeats.length === 0) return null
  return (
    <Section title={t('repeats')}>
      <ul className="hq-lines">
        {repair.repeats.map((one) => (
          <li key={one.id}>
            <LinkTo to={`/orders/${one.id}`}>{one.title}</LinkTo>
            <span className="hq-soft">
              {format.when(one.createdAt)}
              {one.workerName ? ` · ${t('by', { worker: one.workerName })}` : null}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
