import { Button } from 'antd'
import type { OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import type { repairs } from '../module.ts'
import { faultKinds } from '../words.ts'

const messages = defineMessages({
  title: text('{place}的{kind}已经有人报修', '{kind} at {place} has been reported already'),
  holds: text('{holder}在办，不用再报。', '{holder} has it; no need to report it again.'),
  holdsUntil: text(
    '{holder}在办，承诺{when} 前修好，不用再报。',
    '{holder} has it, promise: {when}; no need to report it again.',
  ),
  follow: text('跟进它', 'Follow that one'),
  ignore: text('不是同一个，接着报', 'Mine is another fault'),
})

export type Duplicate = OutputOf<typeof repairs.actions.suggestDuplicates>['items'][number]

interface DuplicateNoticeProps {
  duplicate: Duplicate
  busy?: boolean
  onFollow: () => void
  onIgnore: () => void
}

/** Somebody has reported it: follow that report, or say that this is another. */
export function DuplicateNotice({ duplicate, busy, onFollow, onIgnore }: DuplicateNoticeProps) {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  return (
    <section className="hq-duplicate" role="status">
      <strong>{t('title', { place: duplicate.place.label, kind: say(faultKinds[duplicate.kind]) })}</strong>
      <p>
        {duplicate.finishDueAt
          ? t('holdsUntil', {
              holder: duplicate.holder.name,
              when: format.when(duplicate.finishDueAt),
            })
          : t('holds', { holder: duplicate.holder.name })}
      </p>
      <div className="hq-buttons">
        <Button type="primary" loading={busy} onClick={onFollow}>
          {t('follow')}
        </Button>
        <Button onClick={onIgnore}>{t('ignore')}</Button>
      </div>
    </section>
  )
}
