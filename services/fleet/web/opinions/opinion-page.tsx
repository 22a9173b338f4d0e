import { Button } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Clock } from '#ui/clock.tsx'
import { History } from '#ui/history.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { opinionActions } from '../../actions/opinion-actions.ts'
import { opinionStates } from '../../opinion-states.ts'
import { opinionKinds, opinionTopics } from '../../opinion-words.ts'
import { AdoptForm, AnswerForm } from './opinion-steps.tsx'
import '../register.css'

const messages = defineMessages({
  title: text('公车意见', 'Opinion on vehicles'),
  all: text('公车意见', 'Opinions on vehicles'),
  about: text('{kind}：{topic}', '{kind}: {topic}'),
  words: text('原话', 'Their words'),
  who: text('提出人', 'From'),
  nameless: text('匿名', 'Without a name'),
  when: text('提出时间', 'Given'),
  due: text('答复期限', 'Answer by'),
  ride: text('用车', 'Ride'),
  answer: text('答复', 'Answer'),
  waiting: text('还没有答复。', 'No answer yet.'),
  answerIt: text('答复这条意见', 'Answer it'),
  changed: text('改了什么', 'What was changed'),
  adoptIt: text('采纳', 'Adopt it'),
  clause: text('建议修改标准条款 {code}', 'Proposes to change clause {code}'),
  withdraw: text('撤回', 'Withdraw'),
  withdrawn: text('已撤回', 'Withdrawn'),
  history: text('经过', 'History'),
})

type Opinion = NonNullable<ReturnType<typeof useRead<typeof opinionActions.readOpinion>>['data']>

/** One opinion: what was said, the answer by its day, what changed, how it went. */
export default function OpinionPage() {
  const t = useText(messages)
  const say = useLocalised()
  const opinionId = useParam('opinionId')
  const read = useRead(opinionActions.readOpinion, { opinionId })
  const one = read.data
  return (
    <Page
      title={
        one
          ? t('about', { kind: say(opinionKinds[one.kind]), topic: say(opinionTopics[one.topic]) })
          : t('title')
      }
      subtitle={one?.number}
      trail={[{ title: t('all'), to: '/fleet/opinions' }]}
      extra={one ? <StateTag machine={opinionStates} state={one.state} /> : null}
    >
      {read.isPending ? <Loading /> : null}
      {read.error && !one ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {one ? (
        <div className="hq-stack">
          <Said one={one} />
          <Answered one={one} />
          <Story one={one} />
        </div>
      ) : null}
    </Page>
  )
}

function Said({ one }: { one: Opinion }) {
  const t = useText(messages)
  const format = useFormat()
  const withdraw = useWrite(opinionActions.withdrawOpinion, {
    invalidates: ['/fleet/opinions'],
    success: t('withdrawn'),
  })
  return (
    <Section
      title={t('words')}
      extra={
        one.can.withdraw ? (
          <Button loading={withdraw.isPending} onClick={() => withdraw.mutate({ opinionId: one.id })}>
            {t('withdraw')}
          </Button>
        ) : null
      }
    >
      <div className="hq-stack hq-stack-tight">
        <p className="hq-quote">{one.words}</p>
        <Facts
          items={[
            {
              title: t('who'),
              value: one.byName ? [one.unit?.name, one.byName].filter(Boolean).join(' ') : t('nameless'),
            },
            { title: t('when'), value: format.when(one.saidAt) },
            ...(one.state === 'WITHDRAWN'
              ? []
              : [{ title: t('due'), value: <Clock due={one.answerBy} doneAt={one.answeredAt} full /> }]),
            ...(one.request
              ? [
                  {
                    title: t('ride'),
                    value: (
                      <LinkTo to={`/fleet/requests/${one.request.id}`}>
                        {one.request.number} {one.request.destination}
                      </LinkTo>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </div>
    </Section>
  )
}

function Answered({ one }: { one: Opinion }) {
  const t = useText(messages)
  const format = useFormat()
  if (one.state === 'WITHDRAWN') return null
  return (
    <>
      <Section title={t(one.can.answer ? 'answerIt' : 'answer')}>
        {one.answer ? (
          <>
            <p className="hq-quote">{one.answer}</p>
            <p className="hq-faint">
              {one.answeredBy} · {one.answeredAt ? format.when(one.answeredAt) : ''}
            </p>
          </>
        ) : one.can.answer ? (
          <AnswerForm opinionId={one.id} />
        ) : (
          <p className="hq-soft">{t('waiting')}</p>
        )}
      </Section>
      {one.changed ? (
        <Section title={t('changed')}>
          <p className="hq-quote">{one.changed}</p>
          {one.proposal ? (
            <p>
              <LinkTo to={`/standards/${one.proposal.documentId}`}>
                {t('clause', { code: one.proposal.clauseCode })}
              </LinkTo>
            </p>
          ) : null}
          <p className="hq-faint">
            {one.adoptedBy} · {one.adoptedAt ? format.when(one.adoptedAt) : ''}
          </p>
        </Section>
      ) : null}
      {one.can.adopt ? (
        <Section title={t('adoptIt')}>
          <AdoptForm opinionId={one.id} />
        </Section>
      ) : null}
    </>
  )
}

function Story({ one }: { one: Opinion }) {
  const t = useText(messages)
  return (
    <Section title={t('history')}>
      <History
        events={[...one.history].reverse().map(({ id, at, title, actorName }) => ({
          id,
          at,
          title,
          who: actorName ?? t('nameless'),
        }))}
      />
    </Section>
  )
}
