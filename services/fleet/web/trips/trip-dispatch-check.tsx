import { ExecutedList } from '#engines/standards/web/checklist/executed-list.tsx'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { Section } from '#ui/section.tsx'
import type { TripDetail } from '../../trip-schema.ts'

const messages = defineMessages({
  title: text('派车规范核对 {ok}/{all}', 'Kept to the dispatch standard {ok}/{all}'),
  how: text(
    '由系统在派车和改派后按《派车管理规范》逐条核对，{when}。改派后以最近一次为准。',
    'Looked at by the system after dispatching and rearranging, clause by clause of the dispatch standard, {when}. The newest counts.',
  ),
})

/** What the system found at each clause of the dispatch standard; what was not kept comes first. */
export function TripDispatchCheck({ lines }: { lines: NonNullable<TripDetail['dispatchCheck']> }) {
  const t = useText(messages)
  const format = useFormat()
  const applying = lines.filter(({ executed }) => executed && executed.result !== 'NA')
  const ok = applying.filter(({ executed }) => executed?.result === 'OK').length
  const when = lines.reduce((last, { executed }) => (executed && executed.at > last ? executed.at : last), '')
  const failed = lines.filter(({ executed }) => executed?.result === 'NOT_OK')
  if (when === '') return null
  return (
    <Section title={t('title', { ok, all: applying.length })}>
      <p className="hq-faint">{t('how', { when: format.when(when) })}</p>
      <ExecutedList lines={[...failed, ...lines.filter((one) => !failed.includes(one))]} />
    </Section>
  )
}
