import { Button } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { Empty } from '#ui/empty.tsx'
import { useShortcut } from '#ui/shortcuts.tsx'
import type { Proposal } from './board-types.ts'

const messages = defineMessages({
  list: text('派车建议', 'Proposals'),
  take: text('派这辆', 'Take it'),
  pool: text('拼车', 'Share'),
  first: text('采用第一条建议', 'Take the first proposal'),
  nth: text('采用第 {n} 条建议', 'Take proposal {n}'),
  none: text('这段时间没有可派的车', 'No vehicle and driver are free then'),
  next: text(
    '可以改时间、拼车，应急任务可请普通用车让车。',
    'Change the time, share a trip; an emergency may take an ordinary trip’s vehicle.',
  ),
  for: text('有利', 'For it'),
  against: text('不利', 'Against it'),
  warned: text('须写理由', 'Needs words'),
})

interface ProposalListProps {
  items: readonly Proposal[]
  busy: boolean
  onTake: (proposal: Proposal) => void
}

const marks = { PLUS: '＋', MINUS: '－', WARN: '！', BLOCK: '×' } as const

/** The ranked choices, each with its reasons; Enter takes the first, a number the one it names. */
export function ProposalList({ items, busy, onTake }: ProposalListProps) {
  const t = useText(messages)
  const say = useLocalised()
  if (items.length === 0) return <Empty title={t('none')} next={t('next')} icon="calendar" />
  return (
    <>
      <Keys items={items} busy={busy} onTake={onTake} />
      <ol className="dispatch-proposals" aria-label={t('list')}>
        {items.map((one, n) => (
          <li key={one.tripId ?? `${one.vehicleId}${one.driverId}`}>
            <div className="dispatch-proposal-head">
              <kbd>{n + 1}</kbd>
              <b>{one.plate}</b>
              <span>{one.driverName}</span>
              {one.kind === 'POOL' ? <b className="dispatch-pool">{t('pool')}</b> : null}
              <Button
                size="small"
                type={n === 0 ? 'primary' : 'default'}
                disabled={busy}
                onClick={() => onTake(one)}
              >
                {t('take')}
              </Button>
            </div>
            <ul className="dispatch-reasons">
              {one.reasons.map(({ code, level, words }) => (
                <li key={`${code}${words.zh}`} data-level={level}>
                  <span
                    role="img"
                    aria-label={t(level === 'PLUS' ? 'for' : level === 'MINUS' ? 'against' : 'warned')}
                  >
                    {marks[level]}
                  </span>
                  {say(words)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  )
}

/** The keys of the list; each hook stands for one of them. */
function Keys({ items, busy, onTake }: ProposalListProps) {
  const t = useText(messages)
  const take = (n: number) => () => {
    const one = items[n]
    if (one && !busy) onTake(one)
  }
  useShortcut('Enter', t('first'), take(0))
  useShortcut('1', t('nth', { n: 1 }), take(0))
  useShortcut('2', t('nth', { n: 2 }), take(1))
  useShortcut('3', t('nth', { n: 3 }), take(2))
  useShortcut('4', t('nth', { n: 4 }), take(3))
  useShortcut('5', t('nth', { n: 5 }), take(4))
  useShortcut('6', t('nth', { n: 6 }), take(5))
  useShortcut('7', t('nth', { n: 7 }), take(6))
  useShortcut('8', t('nth', { n: 8 }), take(7))
  useShortcut('9', t('nth', { n: 9 }), take(8))
  return null
}
