import { Button, Checkbox, Form, Input } from 'antd'
import { useText } from '#kernel/web/messages.ts'
import { DayInput } from '#ui/day-input.tsx'
import { Field } from '#ui/field.tsx'
import type { SourceValues } from './draft-values.ts'
import { formMessages } from './form-messages.ts'
import { sourceWords } from './source-words.ts'

type Path = (string | number)[]

/** Where the standard (`at` empty) or one clause was borrowed: kept sources, and those this draft brings. */
export function SourceFields({ list, at }: { list: Path; at: Path }) {
  const t = useText(formMessages)
  return (
    <Form.List name={list}>
      {(sources, { add, remove }) => (
        <div className="std-sources">
          {sources.map(({ key, name }) => (
            <Form.Item key={key} noStyle shouldUpdate>
              {({ getFieldValue }) => {
                const source = (getFieldValue([...at, name]) ?? {}) as SourceValues
                return source.kept ? (
                  <KeptSource name={name} source={source} />
                ) : (
                  <NewSource name={name} onRemove={() => remove(name)} />
                )
              }}
            </Form.Item>
          ))}
          <Button type="text" onClick={() => add({})}>
            {t('addSource')}
          </Button>
        </div>
      )}
    </Form.List>
  )
}

function KeptSource({ name, source }: { name: number; source: SourceValues }) {
  const t = useText(formMessages)
  return (
    <div className="std-source">
      <p>
        {sourceWords(source)} <span className="hq-faint">{t('keptHere')}</span>
      </p>
      <Form.Item name={[name, 'removing']} valuePropName="checked">
        <Checkbox>{t('stopKeeping')}</Checkbox>
      </Form.Item>
      {source.removing ? (
        <Field name={[name, 'reason']} label={t('why')} required>
          <Input maxLength={1000} />
        </Field>
      ) : null}
    </div>
  )
}

function NewSource({ name, onRemove }: { name: number; onRemove: () => void }) {
  const t = useText(formMessages)
  return (
    <div className="std-source">
      <div className="std-source-fields">
        <Field name={[name, 'title']} label={t('sourceTitle')} required>
          <Input maxLength={200} />
        </Field>
        <Field name={[name, 'number']} label={t('number')}>
          <Input maxLength={60} />
        </Field>
        <Field name={[name, 'article']} label={t('article')}>
          <Input maxLength={60} />
        </Field>
        <Field name={[name, 'organisation']} label={t('organisation')} required>
          <Input maxLength={100} />
        </Field>
        <Field name={[name, 'borrowedOn']} label={t('borrowedOn')} required>
          <DayInput />
        </Field>
      </div>
      <Field name={[name, 'adaptation']} label={t('adaptation')} required>
        <Input.TextArea autoSize={{ minRows: 1 }} maxLength={1000} />
      </Field>
      <Button onClick={onRemove}>{t('remove')}</Button>
    </div>
  )
}
