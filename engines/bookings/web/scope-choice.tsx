import { Radio } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { type Scope, scopes } from '../words.ts'

const messages = defineMessages({ which: text('适用于', 'Applies to') })

/** This one, this and following, or all; only for one of a series. */
export function ScopeChoice({ value, onChange }: { value: Scope; onChange: (scope: Scope) => void }) {
  const t = useText(messages)
  const say = useLocalised()
  return (
    <fieldset>
      <legend>{t('which')}</legend>
      <Radio.Group
        value={value}
        onChange={({ target }) => onChange(target.value as Scope)}
        options={(Object.keys(scopes) as Scope[]).map((scope) => ({
          value: scope,
          label: say(scopes[scope]),
        }))}
      />
    </fieldset>
  )
}
