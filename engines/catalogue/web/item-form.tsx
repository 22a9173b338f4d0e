import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd'
import { calendar } from '#engines/calendar/module.ts'
import { directory } from '#engines/directory/module.ts'
import { standards } from '#engines/standards/module.ts'
import { call } from '#kernel/contract/client.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { Section } from '#ui/section.tsx'
import { deliveries, type ItemVersion, serviceClasses, type VersionInput } from '../schema.ts'
import { words } from '../words.ts'
import './catalogue.css'
import { messages } from './messages.ts'
import { PledgeFields } from './pledge-fields.tsx'
import { StepFields } from './step-fields.tsx'

/** What the form holds: a version, and for a new item its line and code. */
export type ItemValues = VersionInput & { line: string; code: string }

export interface ItemFormProps {
  /** The version to begin from; absent for a new item. */
  from?: ItemVersion
  submit: string
  problem: unknown
  busy: boolean
  onSubmit: (values: ItemValues) => void
  onCancel: () => void
}

const newItem: Partial<ItemValues> = {
  line: 'repairs',
  serviceClass: 'ASSURANCE',
  delivery: 'ON_SITE',
  chargeFen: null,
  pledges: [{ urgency: 'NORMAL', respondMinutes: 60, finishMinutes: 840, calendar: 'work' }],
  steps: [],
  clauseCodes: [],
  changeKinds: [],
}

/** A unit of the directory needs no name typed beside it. */
function partyOf({ unitId, name }: ItemVersion['managingUnit']) {
  return unitId ? { unitId } : { name }
}

function valuesOf(from: ItemVersion): Partial<ItemValues> {
  const parties = { managingUnit: partyOf(from.managingUnit), providerUnit: partyOf(from.providerUnit) }
  return { ...from, ...parties, changeKinds: [], changeNote: '' }
}

async function findUnits(typed: string) {
  const { items } = await call(directory.actions.listUnits, { search: typed || undefined, limit: 20 })
  return items.map(({ id, name }) => ({ value: id, label: name }))
}

/** Fen as people type yuan; empty is null. */
function YuanInput({
  value,
  onChange,
  id,
}: {
  value?: number | null
  onChange?: (fen: number | null) => void
  id?: string
}) {
  return (
    <InputNumber<number>
      id={id}
      min={0}
      precision={2}
      value={typeof value === 'number' ? value / 100 : null}
      onChange={(yuan) => onChange?.(yuan === null ? null : Math.round(yuan * 100))}
    />
  )
}

/** Everything a service item says, as one form; saving makes a new version. */
export function ItemForm({ from, submit, problem, busy, onSubmit, onCancel }: ItemFormProps) {
  const t = useText(messages)
  const localised = useLocalised()
  const clauses = useRead(standards.actions.listClauses, {})
  const calendars = useRead(calendar.actions.listCalendars, {})
  const both = (name: 'content' | 'grade' | 'charge', rows: number) => (
    <>
      <Field name={[name, 'zh']} label={t(name)} required>
        <Input.TextArea autoSize={{ minRows: rows }} />
      </Field>
      <Field name={[name, 'en']} label={t('english', { label: t(name) })}>
        <Input.TextArea autoSize={{ minRows: rows }} />
      </Field>
    </>
  )
  const party = (name: 'managingUnit' | 'providerUnit', label: string) => (
    <div className="ctg-two">
      <Field name={[name, 'unitId']} label={label}>
        <SearchSelect
          name="catalogue.units"
          search={findUnits}
          chosen={from?.[name].unitId ? { value: from[name].unitId, label: from[name].name } : undefined}
        />
      </Field>
      <Field name={[name, 'name']} label={t('unitName')}>
        <Input maxLength={100} />
      </Field>
    </div>
  )
  return (
    <EntryForm<ItemValues>
      initial={from ? valuesOf(from) : newItem}
      onSubmit={onSubmit}
      problem={problem}
      busy={busy}
      submit={submit}
      onCancel={onCancel}
    >
      <div className="hq-stack">
        <Section>
          {from ? null : (
            <div className="ctg-two">
              <Field name="line" label={t('line')} hint={t('lineHint')} required>
                <Input maxLength={31} />
              </Field>
              <Field name="code" label={t('code')} hint={t('codeHint')} required>
                <Input maxLength={80} />
              </Field>
            </div>
          )}
          <div className="ctg-two">
            <Field name={['name', 'zh']} label={t('nameZh')} required>
              <Input maxLength={60} />
            </Field>
            <Field name={['name', 'en']} label={t('nameEn')} required>
              <Input maxLength={120} />
            </Field>
          </div>
          {both('content', 2)}
          {both('grade', 1)}
        </Section>
        <Section title={t('charge')}>
          <Field name="serviceClass" label={t('class')} required>
            <Radio.Group
              optionType="button"
              options={serviceClasses.map((value) => ({
                value,
                label: localised(words.serviceClass[value]),
              }))}
            />
          </Field>
          {both('charge', 1)}
          <Field name="chargeFen" label={t('price')} hint={t('priceHint')}>
            <YuanInput />
          </Field>
        </Section>
        <Section title={t('parties')}>
          <Field name="delivery" label={t('delivery')} required>
            <Radio.Group
              optionType="button"
              options={deliveries.map((value) => ({ value, label: localised(words.delivery[value]) }))}
            />
          </Field>
          {party('managingUnit', t('managing'))}
          {party('providerUnit', t('provider'))}
        </Section>
        <PledgeFields
          calendars={(calendars.data?.items ?? []).map(({ name, title }) => ({
            value: name,
            label: localised(title),
          }))}
        />
        <StepFields />
        <Section title={t('clauses')}>
          <Field name="clauseCodes" label={t('clauses')}>
            <Select
              mode="multiple"
              optionFilterProp="label"
              options={clauses.data?.items.map(({ code, title }) => ({
                value: code,
                label: `${code} ${localised(title)}`,
              }))}
            />
          </Field>
        </Section>
        <Section title={t('changeNote')}>
          <Form.Item name="changeKinds" label={t('changeKinds')}>
            <Checkbox.Group
              options={Object.entries(words.changeKind).map(([value, label]) => ({
                value,
                label: localised(label),
              }))}
            />
          </Form.Item>
          <Field name="changeNote" label={t('changeNote')} required>
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
          </Field>
        </Section>
      </div>
    </EntryForm>
  )
}

/** The form's values as the server takes them: nothing but what a version is made of. */
export function versionOf(values: ItemValues): VersionInput {
  const blank = (pair: { zh: string; en?: string }) => ({ zh: pair.zh, en: pair.en ?? '' })
  const { line: _line, code: _code, ...version } = values
  return {
    ...version,
    content: blank(version.content),
    grade: blank(version.grade),
    charge: blank(version.charge),
    chargeFen: version.chargeFen ?? null,
    managingUnit: version.managingUnit ?? {},
    providerUnit: version.providerUnit ?? {},
    steps: (version.steps ?? []).map((step) => ({ ...step, name: blank(step.name) })),
    clauseCodes: version.clauseCodes ?? [],
  }
}
