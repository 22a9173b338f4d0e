import { Button, Input } from 'antd'
import { useId } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { ChoiceTiles } from '#ui/choice-tiles.tsx'
import { Section } from '#ui/section.tsx'
import { type Uploaded, Uploader } from '#ui/uploader.tsx'
import { KindTiles } from './kind-tiles.tsx'
import { quickPhrases } from './quick-phrases.ts'
import type { ReportDraft } from './report-draft.ts'

const messages = defineMessages({
  kind: text('什么坏了', 'What is broken'),
  more: text('说得再清楚些（可不填）', 'Say more (optional)'),
  words: text('写几句', 'In your words'),
  photos: text('照片', 'Photos'),
  urgency: text('急不急', 'How urgent'),
  normal: text('不急', 'Normal'),
  normalNote: text('按工作时间安排上门', 'Somebody comes in working hours'),
  urgent: text('急修', 'Urgent'),
  urgentNote: text(
    '跑水、断电、困人、锁在门外，日夜都有人来',
    'Flood, no power, trapped, locked out: at once, day and night',
  ),
})

interface FaultFormProps {
  draft: ReportDraft
  onChange: (change: Partial<ReportDraft>) => void
  upload: (file: Blob, fileName: string) => Promise<Uploaded>
}

/** What is broken: one tap for the kind; everything below it may stay as it is. */
export function FaultForm({ draft, onChange, upload }: FaultFormProps) {
  const t = useText(messages)
  const say = useLocalised()
  const id = useId()
  const phrases = draft.kind ? quickPhrases[draft.kind] : []
  const toggle = (phrase: string) => onChange({ words: togglePhrase(draft.words, phrase) })
  return (
    <>
      <Section title={t('kind')} look="plain">
        <KindTiles label={messages.kind} value={draft.kind} onChange={(kind) => onChange({ kind })} />
      </Section>
      <Section title={t('urgency')} look="plain">
        <ChoiceTiles
          label={t('urgency')}
          value={draft.urgent ? 'URGENT' : 'NORMAL'}
          onChange={(value) => onChange({ urgent: value === 'URGENT' })}
          options={[
            { value: 'NORMAL', title: messages.normal, note: messages.normalNote },
            { value: 'URGENT', title: messages.urgent, note: messages.urgentNote },
          ]}
        />
      </Section>
      <Section title={t('more')} look="plain">
        <div className="hq-stack hq-stack-tight">
          {phrases.length > 0 ? (
            <div className="hq-phrases">
              {phrases.map((phrase) => {
                const words = say(phrase)
                const on = hasPhrase(draft.words, words)
                return (
                  <Button
                    key={phrase.zh}
                    shape="round"
                    aria-pressed={on}
                    className={on ? 'hq-phrase-on' : undefined}
                    onClick={() => toggle(words)}
                  >
                    {words}
                  </Button>
                )
              })}
            </div>
          ) : null}
          <Input.TextArea
            id={id}
            aria-label={t('words')}
            placeholder={t('words')}
            value={draft.words}
            maxLength={2000}
            autoSize={{ minRows: 2, maxRows: 8 }}
            onChange={({ target }) => onChange({ words: target.value })}
          />
          <Uploader
            label={t('photos')}
            value={draft.photos}
            onChange={(photos) => onChange({ photos })}
            upload={upload}
          />
        </div>
      </Section>
    </>
  )
}

const separator = '，'
const partsOf = (words: string) => words.split(separator).filter(Boolean)

function hasPhrase(words: string, phrase: string): boolean {
  return partsOf(words).includes(phrase)
}

/** Puts a phrase behind what stands there, or takes it away again. */
function togglePhrase(words: string, phrase: string): string {
  const parts = partsOf(words)
  return (parts.includes(phrase) ? parts.filter((one) => one !== phrase) : [...parts, phrase]).join(separator)
}
