import { App, Button } from 'antd'
import { orderStates } from '#engines/orders/states.ts'
import { OrderSteps } from '#engines/orders/web/order-steps.tsx'
import type { OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Clock } from '#ui/clock.tsx'
import { Loading } from '#ui/loading.tsx'
import { productName } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { repairs } from '../module.ts'
import { PublicFrame } from './public-frame.tsx'
import '#engines/orders/web/orders.css'

const messages = defineMessages({
  title: text('报修进度', 'Progress'),
  holds: text('现在在{holder}手里，承诺{when}\u00a0前修好', '{holder} has it now; promise: {when}'),
  holdsOnly: text('现在在{holder}手里', '{holder} has it now'),
  respond: text('，{when}\u00a0前有人答复', '; answer: {when}'),
  done: text('{when}修好了', 'Fixed {when}'),
  ended: text('已结束', 'Ended'),
  keep: text(
    '把这一页收藏起来，或复制链接，随时能看到进度。',
    'Bookmark this page or copy its link to look again.',
  ),
  copy: text('复制链接', 'Copy the link'),
  copied: text('已复制', 'Copied'),
  number: text('工单号 {number}', 'Number {number}'),
  photo: text('还有别的坏了？再扫一次门上的码。', 'Something else broken? Scan the code at the door again.'),
})

type Progress = OutputOf<typeof repairs.actions.followReport>

/** How far a report without an account is; whoever has the link may look. */
export default function FollowPage() {
  const t = useText(messages)
  const say = useLocalised()
  const code = useParam('code')
  const progress = useRead(repairs.actions.followReport, { code }, { refetchEvery: 30_000 })
  return (
    <PublicFrame bureauName={say(productName)} title={t('title')}>
      {progress.error ? <Problem error={progress.error} onRetry={() => void progress.refetch()} /> : null}
      {progress.data ? <ProgressView progress={progress.data} /> : progress.error ? null : <Loading />}
    </PublicFrame>
  )
}

function ProgressView({ progress }: { progress: Progress }) {
  const t = useText(messages)
  const ended = progress.state === 'VOIDED' || progress.state === 'MERGED'
  const stepAt = (index: number) => progress.steps[index]?.at ?? null
  return (
    <div className="hq-stack">
      <div className="hq-order-head">
        <StateTag machine={orderStates} state={progress.state} />
        <h1>{progress.title}</h1>
        <p className="hq-order-sentence">{useProgressSentence(progress)}</p>
        {ended ? null : <Clock due={progress.finishDueAt} doneAt={progress.finishedAt} full />}
        <p className="hq-faint">
          {progress.place} <span className="hq-number">{t('number', { number: progress.number })}</span>
        </p>
      </div>
      <OrderSteps
        createdAt={progress.createdAt}
        respondedAt={stepAt(1)}
        startedAt={stepAt(2)}
        finishedAt={progress.finishedAt}
        completedAt={progress.finishedAt ? stepAt(progress.steps.length - 1) : null}
        cut={ended ? messages.ended : null}
      />
      <KeepLink />
      <p className="hq-faint">{t('photo')}</p>
    </div>
  )
}

function useProgressSentence(progress: Progress): string {
  const t = useText(messages)
  const format = useFormat()
  if (progress.state === 'VOIDED' || progress.state === 'MERGED') return t('ended')
  if (progress.finishedAt) return t('done', { when: format.when(progress.finishedAt) })
  const answered = progress.steps.length > 1
  const main = progress.finishDueAt
    ? t('holds', { holder: progress.holderName, when: format.when(progress.finishDueAt) })
    : t('holdsOnly', { holder: progress.holderName })
  return answered || !progress.respondDueAt
    ? main
    : main + t('respond', { when: format.when(progress.respondDueAt) })
}

function KeepLink() {
  const t = useText(messages)
  const { message } = App.useApp()
  // The clipboard is closed to pages on plain http; the address bar is still there.
  const canCopy = typeof navigator.clipboard?.writeText === 'function'
  const copy = async () => {
    await navigator.clipboard.writeText(window.location.href)
    message.success(t('copied'))
  }
  return (
    <div className="hq-stack hq-stack-tight">
      <p>{t('keep')}</p>
      {canCopy ? (
        <div>
          <Button onClick={() => void copy()}>{t('copy')}</Button>
        </div>
      ) : null}
    </div>
  )
}
