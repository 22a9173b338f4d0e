import { Input } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { todayInChina, useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useGo } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { fleet } from '../../module.ts'
import { PublishedTable } from './published-table.tsx'

const messages = defineMessages({
  title: text('发布公示', 'Publish a list'),
  list: text('用车公示', 'Published trips'),
  name: text('标题', 'Title'),
  from: text('从', 'From'),
  to: text('到', 'To'),
  send: text('发布', 'Publish'),
  done: text('已发布', 'Published'),
  preview: text(
    '将公示 {trips} 次出车，{km} 公里，{cost} 元',
    '{trips} trips, {km} km and {cost} yuan would be published',
  ),
  rule: text(
    '机要通信用车和文件交换不显示事由、地点；人名自动隐去。发布后内容固定，之后的更正会另外标出。',
    'Confidential communication and exchange of documents show neither reason nor place; names are crossed out. What is published stays; later corrections stand beside it.',
  ),
})

interface Values {
  title: string
  from: string
  to: string
}

/** Last month, and what a list of it would be called. */
function lastMonth(): Values {
  const [year, month] = todayInChina().split('-').map(Number) as [number, number]
  const first = new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 10)
  const last = new Date(Date.UTC(year, month - 1, 0)).toISOString().slice(0, 10)
  return {
    title: `${Number(first.slice(0, 4))}年${Number(first.slice(5, 7))}月公务用车公示`,
    from: first,
    to: last,
  }
}

/** Chooses the days, shows what would be published, and publishes it. */
export default function PublishPage() {
  const t = useText(messages)
  const format = useFormat()
  const go = useGo()
  const [asked, setAsked] = useState<Values>(lastMonth)
  const { from, to } = asked
  const preview = useRead(
    fleet.actions.previewPublication,
    { from, to },
    { enabled: Boolean(from && to && from <= to) },
  )
  const publish = useWrite(fleet.actions.publish, {
    quiet: true,
    invalidates: ['/fleet/publications'],
    success: t('done'),
    onDone: ({ id }) => go(`/fleet/publications/${id}`),
  })
  const total = preview.data?.total
  return (
    <Page title={t('title')} width="wide" trail={[{ title: t('list'), to: '/fleet/publications' }]}>
      <div className="hq-stack">
        <EntryForm<Values>
          initial={asked}
          onChange={(values) => setAsked((now) => ({ ...now, ...values }))}
          onSubmit={(values) => publish.mutate({ ...values, title: values.title.trim() })}
          problem={publish.error}
          busy={publish.isPending}
          submit={t('send')}
        >
          <Field name="title" label={t('name')} required hint={t('rule')}>
            <Input maxLength={200} />
          </Field>
          <Field name="from" label={t('from')} required>
            <DayInput max={todayInChina()} />
          </Field>
          <Field name="to" label={t('to')} required>
            <DayInput max={todayInChina()} />
          </Field>
        </EntryForm>
        {preview.data && total ? (
          <Section
            title={t('preview', {
              trips: total.trips,
              km: format.number(total.km),
              cost: format.number(total.costFen / 100, { decimals: 2 }),
            })}
          >
            <PublishedTable rows={preview.data.rows} />
          </Section>
        ) : null}
      </div>
    </Page>
  )
}
