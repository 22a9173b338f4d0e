import { Checkbox, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useGo } from '#kernel/web/navigate.ts'
import { ChoiceTiles } from '#ui/choice-tiles.tsx'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Page } from '#ui/page.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { Section } from '#ui/section.tsx'
import { bookings } from '../module.ts'
import type { Alternative } from '../schema.ts'
import { type ResourceKind, resourceKinds } from '../words.ts'
import { ConflictHelp } from './conflict-help.tsx'
import { searchResources } from './move-dialog.tsx'
import { useBookingWrite } from './use-booking-write.ts'

const messages = defineMessages({
  title: text('预订', 'Book'),
  mine: text('我的预订', 'My bookings'),
  kind: text('预订什么', 'What'),
  what: text('选择', 'Which'),
  quantity: text('数量', 'How many'),
  purpose: text('用途', 'What for'),
  from: text('开始', 'From'),
  to: text('结束', 'To'),
  private: text(
    '不公开名称（他人只看到已占用）',
    'Keep the title private (others see only that it is taken)',
  ),
  submit: text('预订', 'Book it'),
  done: text('已预订', 'Booked'),
})

interface Values {
  title: string
  from: string
  to: string
  resourceId: string
  quantity: number
  private: boolean
}

const kinds = ['EQUIPMENT', 'ROOM', 'SEAT', 'VEHICLE', 'BED'] as const

/** Books what no service has a form of its own for. */
export default function NewBookingPage() {
  const t = useText(messages)
  const say = useLocalised()
  const go = useGo()
  const [kind, setKind] = useState<ResourceKind>('EQUIPMENT')
  const [asked, setAsked] = useState<Values | null>(null)
  const create = useBookingWrite(bookings.actions.createBooking, {
    success: t('done'),
    quiet: true,
    onDone: ({ href }) => go(href),
  })
  const send = (values: Values, more: { wait?: boolean } = {}) => {
    setAsked(values)
    create.mutate({
      title: values.title,
      from: new Date(values.from).toISOString(),
      to: new Date(values.to).toISOString(),
      claims: [{ resourceId: values.resourceId, quantity: values.quantity ?? 1 }],
      private: values.private ?? false,
      ...more,
    })
  }
  const choose = (way: Alternative) =>
    asked ? send({ ...asked, from: way.from, to: way.to, resourceId: way.resource.id }) : undefined
  return (
    <Page title={t('title')} width="text" trail={[{ title: t('mine'), to: '/bookings/mine' }]}>
      <Section>
        <div className="hq-stack">
          <ChoiceTiles
            label={t('kind')}
            value={kind}
            onChange={(value) => setKind(value as ResourceKind)}
            options={kinds.map((one) => ({ value: one, title: say(resourceKinds[one]) }))}
          />
          <EntryForm<Values>
            initial={{ quantity: 1, private: false }}
            submit={t('submit')}
            busy={create.isPending}
            onSubmit={(values) => send(values)}
            onCancel={() => go('/bookings/mine')}
          >
            <Field name="resourceId" label={t('what')} required>
              <SearchSelect
                key={kind}
                name={`bookings.${kind}`}
                search={(words) => searchResources(words, kind)}
              />
            </Field>
            {kind === 'EQUIPMENT' ? (
              <Field name="quantity" label={t('quantity')} required>
                <InputNumber min={1} max={10_000} />
              </Field>
            ) : null}
            <Field name="title" label={t('purpose')} required>
              <Input maxLength={200} />
            </Field>
            <Field name="from" label={t('from')} required>
              <DayInput time />
            </Field>
            <Field name="to" label={t('to')} required>
              <DayInput time />
            </Field>
            <Field name="private" label="" valueProp="checked">
              <Checkbox>{t('private')}</Checkbox>
            </Field>
            <ConflictHelp
              error={create.error}
              busy={create.isPending}
              onChoose={choose}
              onWait={() => (asked ? send(asked, { wait: true }) : undefined)}
            />
          </EntryForm>
        </div>
      </Section>
    </Page>
  )
}
