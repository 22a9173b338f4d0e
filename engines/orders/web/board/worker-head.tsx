import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { Shape } from '#ui/shape.tsx'
import type { Candidate } from '../../schema.ts'

const messages = defineMessages({
  onDuty: text('在岗', 'On duty'),
  until: text('在岗至 {time}', 'On duty until {time}'),
  offDuty: text('离岗', 'Off duty'),
  load: text('手上 {load} 单，最多 {max} 单', 'Holds {load} of at most {max}'),
  full: text('已满', 'Full'),
  noSkill: text('无此技能', 'Not skilled'),
  near: text('就在此处', 'On site'),
  campus: text('同院区', 'Same campus'),
  refused: text('退回过这单', 'Returned this one'),
  next: text('轮到', 'Next in turn'),
})

/** The load is drawn as at most ten squares; the number beside it says the rest. */
const squares = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

export interface WorkerHeadProps {
  worker: {
    name: string
    unitName: string
    skills: readonly string[]
    onDuty: boolean
    onDutyUntil: string | null
    load: number
    maxLoad: number
  }
  /** How this worker fits the order in hand, while one is dragged or being assigned. */
  fit?: Candidate
}

/** A worker at a glance: name, on duty or not, load as blocks, skills, and how they fit the order in hand. */
export function WorkerHead({ worker, fit }: WorkerHeadProps) {
  const t = useText(messages)
  const format = useFormat()
  const blocks = Math.max(worker.maxLoad, worker.load)
  const full = worker.load >= worker.maxLoad
  return (
    <span className="worker-head">
      <span className="worker-name">
        <strong>{worker.name}</strong>
        <span className={worker.onDuty ? 'hq-tone-good worker-duty' : 'hq-tone-ended worker-duty'}>
          <Shape tone={worker.onDuty ? 'good' : 'ended'} />
          {worker.onDuty
            ? worker.onDutyUntil
              ? t('until', { time: format.time(worker.onDutyUntil) })
              : t('onDuty')
            : t('offDuty')}
        </span>
      </span>
      <span
        className="worker-load"
        role="img"
        aria-label={t('load', { load: worker.load, max: worker.maxLoad })}
        title={t('load', { load: worker.load, max: worker.maxLoad })}
      >
        {squares.slice(0, blocks).map((index) => (
          <i key={index} className={index < worker.load ? (full ? 'worker-full' : 'worker-used') : ''} />
        ))}
        <span>
          {worker.load}/{worker.maxLoad}
        </span>
        {full ? <b>{t('full')}</b> : null}
      </span>
      <span className="worker-skills hq-faint" title={worker.skills.join('、')}>
        {worker.skills.join('、') || worker.unitName}
      </span>
      {fit ? (
        <span className="worker-fit">
          {fit.next ? <span className="worker-good">{t('next')}</span> : null}
          {fit.near === 'site' ? <span className="worker-good">{t('near')}</span> : null}
          {fit.near === 'campus' ? <span>{t('campus')}</span> : null}
          {fit.skilled ? null : <span className="worker-bad">{t('noSkill')}</span>}
          {fit.refused ? <span className="worker-bad">{t('refused')}</span> : null}
        </span>
      ) : null}
    </span>
  )
}
