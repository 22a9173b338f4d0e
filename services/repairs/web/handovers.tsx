import { text } from '#kernel/contract/text.ts'
import { photoOf } from '#kernel/web/files.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { PhotoStrip } from '#ui/photo-strip.tsx'
import { Section } from '#ui/section.tsx'
import type { RepairDetail } from '../schema.ts'

const messages = defineMessages({
  title: text('没有送达、转来的工作', 'Work that came too late'),
  who: text('{by} {when} 转来', 'from {by}, {when}'),
  why: text('没有送达的原因：{why}', 'Not delivered because: {why}'),
})

/** What somebody did here without a signal and handed to the desk, as the order was no longer theirs. */
export function Handovers({ repair }: { repair: RepairDetail }) {
  const t = useText(messages)
  const format = useFormat()
  if (repair.handovers.length === 0) return null
  return (
    <Section title={t('title')}>
      <ul className="hq-lines">
        {repair.handovers.map((one) => (
          <li key={one.id}>
            <strong>{t('who', { by: one.by, when: format.when(one.at) })}</strong>
            <span className="hq-soft">{t('why', { why: one.reason })}</span>
            {one.note ? <span>{one.note}</span> : null}
            {one.deeds.map((deed) => (
              <span key={`${deed.at} ${deed.what}`}>
                <span className="hq-faint">{format.when(deed.at)}</span> {deed.what}
              </span>
            ))}
            <PhotoStrip photos={one.photoIds.map((id) => photoOf(id))} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
