import { type Text, text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { Shape } from '#ui/shape.tsx'

const messages = defineMessages({
  steps: text('办到哪一步', 'How far it is'),
  now: text('正在这一步', 'Under way'),
})

interface Stage {
  title: Text
  at: string | null
}

export interface StepsProps {
  createdAt: string
  respondedAt: string | null
  startedAt: string | null
  finishedAt: string | null
  completedAt: string | null
  /** Ended without being carried out. */
  cut?: Text | null
}

const stages = {
  reported: text('提交', 'Sent'),
  responded: text('有人响应', 'Answered'),
  started: text('开始处理', 'Begun'),
  finished: text('办好', 'Finished'),
  completed: text('确认办结', 'Confirmed'),
}

/** The five steps everybody understands, with the time each was reached. */
export function OrderSteps(props: StepsProps) {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  const all: Stage[] = [
    { title: stages.reported, at: props.createdAt },
    { title: stages.responded, at: props.respondedAt },
    { title: stages.started, at: props.startedAt },
    { title: stages.finished, at: props.finishedAt },
    { title: stages.completed, at: props.completedAt },
  ]
  const reached = all.findLastIndex((stage) => stage.at !== null)
  // A step that was skipped (begun without being noted) still counts as passed.
  const shown = props.cut ? [...all.slice(0, reached + 1), { title: props.cut, at: null }] : all
  const current = props.cut ? -1 : reached + 1
  return (
    <ol className="hq-steps" aria-label={t('steps')}>
      {shown.map((stage, index) => {
        const passed = index <= reached
        const tone = passed ? 'good' : index === current ? 'working' : 'ended'
        return (
          <li
            key={stage.title.zh}
            className={`hq-step hq-step-${passed ? 'passed' : index === current ? 'now' : 'ahead'} hq-tone-${tone}`}
            aria-current={index === current ? 'step' : undefined}
          >
            <span className="hq-step-mark">{passed ? <Shape tone="good" /> : index + 1}</span>
            <span className="hq-step-words">
              <span>{say(stage.title)}</span>
              <small className="hq-faint">
                {stage.at ? format.when(stage.at) : index === current ? t('now') : '\u00a0'}
              </small>
            </span>
          </li>
        )
      })}
    </ol>
  )
}
