import { type Text, text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { Clock } from '#ui/clock.tsx'
import { Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import type { ApprovalView } from '../schema.ts'
import { approvalStates, stepStates } from '../states.ts'
import { answers, escalationCauses, modeNotes, modes } from '../words.ts'
import './approvals.css'

const messages = defineMessages({
  title: text('审批', 'Approval'),
  open: text('打开审批', 'Open the approval'),
  held: text('现在由{names}办理，{when} 交办', '{names} has it since {when}'),
  free: text('没有适用的审批流，无需审批', 'No route applies, so no approval was needed'),
  ended: text('{name}于 {when} 办结', 'Ended by {name}, {when}'),
  because: text('原因：{reason}', 'Reason: {reason}'),
  quorum: text('{mode}（{asked} 人中要 {needed} 人同意）', '{mode} ({needed} of {asked})'),
  answered: text('{name}{answer}，{when}', '{name}: {answer}, {when}'),
  inPlace: text('{by}代{name}{answer}，{when}', '{by} in the place of {name}: {answer}, {when}'),
  waiting: text('{name}尚未答复', '{name} has not answered'),
  substitute: text('，可由{by}代办', ', {by} may answer instead'),
  emptied: text('{name}不用再办', '{name} need not any more'),
  called: text('（上报）', ' (called in)'),
  earlier: text('第 {n} 次提交的经过', 'Handed in the {n}. time'),
})

type Step = ApprovalView['steps'][number]

/** How an object stands with its approval: who holds it, since when, until when, and who really answered. */
export function ApprovalCard({ approval, link = true }: { approval: ApprovalView; link?: boolean }) {
  const t = useText(messages)
  const format = useFormat()
  const names = approval.holders.join('、')
  return (
    <Section
      title={messages.title}
      extra={link ? <LinkTo to={`/approvals/${approval.id}`}>{t('open')}</LinkTo> : null}
    >
      <div className="hq-stack hq-stack-tight">
        <div className="hq-row">
          <StateTag machine={approvalStates} state={approval.state} />
          {approval.dueAt ? <Clock due={approval.dueAt} /> : null}
        </div>
        {approval.heldSince ? <p>{t('held', { names, when: format.when(approval.heldSince) })}</p> : null}
        {approval.endedAt && approval.route ? (
          <p>{t('ended', { name: approval.endedBy ?? '', when: format.when(approval.endedAt) })}</p>
        ) : null}
        {approval.route ? null : <p>{t('free')}</p>}
        {approval.endedReason && approval.route ? (
          <p>{t('because', { reason: approval.endedReason })}</p>
        ) : null}
        <StepList steps={approval.steps} />
        {approval.earlier.map(({ round, steps }) => (
          <details key={round}>
            <summary>{t('earlier', { n: round })}</summary>
            <StepList steps={steps} />
          </details>
        ))}
      </div>
    </Section>
  )
}

function StepList({ steps }: { steps: readonly Step[] }) {
  const t = useText(messages)
  const say = useLocalised()
  if (steps.length === 0) return null
  return (
    <ol className="approval-steps">
      {steps.map((step) => (
        <li key={step.id} className="approval-step">
          <div className="hq-row">
            <strong>{step.title}</strong>
            <StateTag machine={stepStates} state={step.state} />
          </div>
          <span className="hq-soft" title={say(modeNotes[step.mode])}>
            {step.asked && step.needed && step.asked > 1
              ? t('quorum', { mode: say(modes[step.mode]), asked: step.asked, needed: step.needed })
              : say(modes[step.mode])}
          </span>
          {step.escalated ? <span>{say(escalationCauses[step.escalated])}</span> : null}
          <ul className="approval-seats">
            {step.seats.map((seat) => (
              <SeatLine key={seat.id} seat={seat} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

function SeatLine({ seat }: { seat: Step['seats'][number] }) {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  const name = seat.kind === 'ESCALATED' ? `${seat.name}${t('called')}` : seat.name
  if (seat.answer) {
    const answer: Text = answers[seat.answer]
    const words = {
      name,
      by: seat.answeredBy ?? '',
      answer: say(answer),
      when: format.when(seat.answeredAt!),
    }
    return (
      <li>
        {t(seat.inPlace ? 'inPlace' : 'answered', words)}
        {seat.reason ? <div className="hq-soft">{t('because', { reason: seat.reason })}</div> : null}
      </li>
    )
  }
  if (seat.emptied) return <li className="hq-faint">{t('emptied', { name })}</li>
  return (
    <li>
      {t('waiting', { name })}
      {seat.substitute ? t('substitute', { by: seat.substitute }) : null}
    </li>
  )
}
