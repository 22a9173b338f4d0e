import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Empty } from '#ui/empty.tsx'
import { History } from '#ui/history.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { repairs } from '../../module.ts'
import type { RepairDetail } from '../../schema.ts'
import { majorStates } from '../../states.ts'
import { verificationResults } from '../../words.ts'
import { phases } from './phases.ts'
import { QuoteTable } from './quote-table.tsx'
import { nextStep, stepTitles, type WorkStep } from './work-step.ts'
import { WorkStepForm } from './work-step-form.tsx'
import './works.css'

const messages = defineMessages({
  works: text('大型维修改造', 'Major works'),
  gone: text('这张报修单不是大型维修改造', 'This repair is no major work'),
  about: text('概况', 'About'),
  surveys: text('现场勘查', 'Surveys'),
  noSurveys: text('还没有单位来看过；至少要两家。', 'Nobody has looked yet; at least two must.'),
  quotes: text('报价', 'Quotes'),
  noQuotes: text('还没有报价；勘查过的单位才能报价。', 'No quotes yet; only who surveyed may quote.'),
  reason: text('选定理由：{reason}', 'Chosen because: {reason}'),
  works2: text('施工', 'Works'),
  started: text('开工', 'Started'),
  planned: text('计划完工', 'Planned end'),
  finished: text('完工', 'Finished'),
  verification: text('验证', 'Verification'),
  condition: text('验证条件', 'Condition'),
  due: text('几时以后', 'Not before'),
  noVerification: text('还没有验证记录', 'Not verified yet'),
  place: text('地点', 'Where'),
  unit: text('单位', 'Unit'),
  asked: text('提出', 'Asked'),
  order: text('工单', 'Order'),
  progress: text('走到哪一步', 'How far it is'),
})

/** One major work: its phases, who looked, what they ask, why one was chosen, and how it proved itself. */
export default function WorkPage() {
  const t = useText(messages)
  const orderId = useParam('orderId')
  const read = useRead(repairs.actions.readRepair, { orderId }, { keep: false })
  const [step, setStep] = useState<WorkStep>()
  const repair = read.data
  const next = repair?.major ? nextStep(repair.major) : null
  return (
    <Page
      title={repair?.title ?? t('works')}
      subtitle={repair?.placeLabel}
      trail={[{ title: t('works'), to: '/repairs/works' }]}
      action={next ? { title: stepTitles[next], onClick: () => setStep(next) } : undefined}
    >
      {read.isPending ? <Loading /> : null}
      {read.error && !repair ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {repair && !repair.major ? <Empty icon="repairs" title={t('gone')} /> : null}
      {repair?.major ? <Work repair={repair} major={repair.major} onStep={setStep} /> : null}
      <SidePanel
        open={step !== undefined}
        title={step ? <StepTitle step={step} /> : ''}
        onClose={() => setStep(undefined)}
      >
        {step && repair?.major ? (
          <WorkStepForm
            key={step}
            step={step}
            orderId={orderId}
            major={repair.major}
            onDone={() => setStep(undefined)}
          />
        ) : null}
      </SidePanel>
    </Page>
  )
}

function StepTitle({ step }: { step: WorkStep }) {
  const localised = useLocalised()
  return <>{localised(stepTitles[step])}</>
}

interface WorkProps {
  repair: RepairDetail
  major: NonNullable<RepairDetail['major']>
  onStep: (step: WorkStep) => void
}

function Work({ repair, major, onStep }: WorkProps) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const now = phases.findIndex((phase) => phase.states.some((state) => state === major.state))
  return (
    <div className="hq-stack">
      <ol className="works-steps" aria-label={t('progress')}>
        {phases.map((phase, index) => (
          <li
            key={phase.key}
            aria-current={index === now ? 'step' : undefined}
            className={`works-step ${index < now ? 'works-past' : ''}`}
          >
            {localised(phase.title)}
          </li>
        ))}
      </ol>
      <Section title={t('about')} extra={<StateTag machine={majorStates} state={major.state} />}>
        {repair.description === repair.title ? null : <p>{repair.description}</p>}
        <Facts
          items={[
            { title: t('unit'), value: repair.clientUnit.name },
            { title: t('place'), value: repair.placeLabel },
            { title: t('asked'), value: `${repair.requesterName} ${format.when(repair.createdAt)}` },
            {
              title: t('order'),
              value: <LinkTo to={`/orders/${repair.id}`}>{repair.number}</LinkTo>,
            },
          ]}
        />
      </Section>
      <Section
        title={t('surveys')}
        extra={<StepLink step="survey" shown={major.can.survey} onStep={onStep} />}
      >
        {major.surveys.length === 0 ? <p className="hq-faint">{t('noSurveys')}</p> : null}
        <History
          events={major.surveys.map((survey) => ({
            id: survey.id,
            at: survey.surveyedAt,
            title: survey.contractor,
            who: survey.by,
            note: survey.findings,
          }))}
        />
      </Section>
      <Section
        title={t('quotes')}
        extra={<StepLink step="quote" shown={major.can.addQuote} onStep={onStep} />}
      >
        <div className="hq-stack hq-stack-tight">
          {major.quotes.length === 0 ? (
            <p className="hq-faint">{t('noQuotes')}</p>
          ) : (
            <QuoteTable quotes={major.quotes} />
          )}
          {major.choiceReason ? (
            <p className="hq-soft">{t('reason', { reason: major.choiceReason })}</p>
          ) : null}
        </div>
      </Section>
      {major.plannedTo || major.startedOn ? (
        <Section title={t('works2')}>
          <Facts
            items={[
              { title: t('started'), value: major.startedOn ? format.day(major.startedOn) : null },
              { title: t('planned'), value: major.plannedTo ? format.day(major.plannedTo) : null },
              { title: t('finished'), value: major.finishedOn ? format.day(major.finishedOn) : null },
            ]}
          />
        </Section>
      ) : null}
      {major.verificationCondition ? (
        <Section
          title={t('verification')}
          extra={<StepLink step="verify" shown={major.can.verify} onStep={onStep} />}
        >
          <div className="hq-stack hq-stack-tight">
            <Facts
              items={[
                { title: t('condition'), value: major.verificationCondition },
                {
                  title: t('due'),
                  value: major.verificationDueOn ? format.day(major.verificationDueOn) : null,
                },
              ]}
            />
            {major.verifications.length === 0 ? <p className="hq-faint">{t('noVerification')}</p> : null}
            <History
              events={major.verifications.map((one) => ({
                id: one.id,
                at: one.at,
                title: `${localised(verificationResults[one.result])} · ${one.condition}`,
                who: one.by,
                note: one.note,
                tone: one.result === 'PASSED' ? 'good' : 'bad',
              }))}
            />
          </div>
        </Section>
      ) : null}
    </div>
  )
}

function StepLink(props: { step: WorkStep; shown: boolean | undefined; onStep: (step: WorkStep) => void }) {
  const localised = useLocalised()
  if (!props.shown) return null
  return (
    <button type="button" className="hq-quiet" onClick={() => props.onStep(props.step)}>
      {localised(stepTitles[props.step])}
    </button>
  )
}
