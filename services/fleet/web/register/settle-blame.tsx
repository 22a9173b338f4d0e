import { Input } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ChoiceTiles } from '#ui/choice-tiles.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { fleet } from '../../module.ts'
import { blames } from '../../register-words.ts'

const messages = defineMessages({
  blame: text('责任', 'Blame'),
  ground: text('依据', 'On what ground'),
  hint: text('如事故认定书的文号和日期。', 'Such as the number and day of the police’s finding.'),
  save: text('认定', 'Settle'),
  saved: text('已认定', 'Settled'),
})
const { OPEN: _open, ...decided } = blames
type Decided = keyof typeof decided

/** Who was to blame, once it is known. */
export function SettleBlame({ accidentId, onClose }: { accidentId: string; onClose: () => void }) {
  const t = useText(messages)
  const write = useWrite(fleet.actions.settleBlame, {
    quiet: true,
    invalidates: ['/fleet'],
    success: t('saved'),
    onDone: onClose,
  })
  return (
    <EntryForm<{ blame: Decided; ground: string }>
      onSubmit={(values) => write.mutate({ accidentId, ...values })}
      problem={write.error}
      busy={write.isPending}
      submit={t('save')}
      onCancel={onClose}
    >
      <Field name="blame" label={t('blame')} required>
        <ChoiceTiles
          label={t('blame')}
          options={Object.entries(decided).map(([value, title]) => ({ value, title }))}
        />
      </Field>
      <Field name="ground" label={t('ground')} required hint={t('hint')}>
        <Input maxLength={500} />
      </Field>
    </EntryForm>
  )
}
