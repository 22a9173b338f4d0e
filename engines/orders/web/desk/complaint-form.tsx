import { Input } from 'antd'
import { directory } from '#engines/directory/module.ts'
import { call } from '#kernel/contract/client.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ChoiceTiles } from '#ui/choice-tiles.tsx'
import { EntryForm, forgetDraft } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { orders } from '../../module.ts'
import { complaintChannels } from '../../words.ts'
import { MatterLine, useMatter } from '../matter-line.tsx'

const messages = defineMessages({
  channel: text('怎么收到的', 'How it came'),
  about: text('关于什么', 'About what'),
  words: text('原话', 'Their words'),
  name: text('提出人', 'From'),
  phone: text('电话', 'Phone'),
  unit: text('单位', 'Unit'),
  owner: text('谁负责答复', 'Who answers'),
  me: text('不选就由您负责', 'You, when left empty'),
  save: text('登记', 'Register'),
  saved: text('已登记', 'Registered'),
})

type Channel = keyof typeof complaintChannels
interface Values {
  channel: Channel
  about: string
  words: string
  complainantName: string
  complainantPhone?: string
  unitId?: string | null
  ownerId?: string | null
}

/** A complaint taken for somebody: how it came, their words, and who answers. */
export function ComplaintForm({ onDone }: { onDone: () => void }) {
  const t = useText(messages)
  const matter = useMatter()
  const register = useWrite(orders.actions.registerComplaint, {
    invalidates: ['/orders/complaints'],
    success: t('saved'),
    quiet: true,
    onDone: () => {
      forgetDraft('complaint.new')
      onDone()
    },
  })
  const send = ({ unitId, ownerId, complainantPhone, ...values }: Values) =>
    register.mutate({
      ...values,
      ...(complainantPhone ? { complainantPhone } : {}),
      ...(matter ? { matter } : {}),
      ...(unitId ? { unitId } : {}),
      ...(ownerId ? { ownerId } : {}),
    })
  return (
    <EntryForm<Values>
      draft="complaint.new"
      initial={{ channel: 'PHONE' }}
      submit={t('save')}
      busy={register.isPending}
      problem={register.error}
      onSubmit={send}
    >
      <MatterLine />
      <Field name="channel" label={t('channel')} required>
        <ChoiceTiles
          label={t('channel')}
          options={Object.entries(complaintChannels).map(([value, title]) => ({ value, title }))}
        />
      </Field>
      <Field name="complainantName" label={t('name')} required>
        <Input maxLength={100} />
      </Field>
      <Field name="complainantPhone" label={t('phone')}>
        <Input type="tel" maxLength={26} />
      </Field>
      <Field name="unitId" label={t('unit')}>
        <SearchSelect name="directory.units" search={findUnits} />
      </Field>
      <Field name="about" label={t('about')} required>
        <Input maxLength={200} />
      </Field>
      <Field name="words" label={t('words')} required>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} />
      </Field>
      <Field name="ownerId" label={t('owner')} hint={t('me')}>
        <SearchSelect name="directory.centre" search={findCentrePeople} />
      </Field>
    </EntryForm>
  )
}

async function findUnits(words: string) {
  const { items } = await call(directory.actions.listUnits, { search: words, limit: 20 })
  return items.map((unit) => ({ value: unit.id, label: unit.name }))
}

async function findCentrePeople(words: string) {
  const { items } = await call(directory.actions.listPeople, { search: words, centre: true, limit: 20 })
  return items.map((person) => ({ value: person.id, label: person.name, note: person.unitName }))
}
