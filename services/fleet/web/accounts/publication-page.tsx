import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { ExportLinks } from '#ui/export-links.tsx'
import { Field } from '#ui/field.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { fleet } from '../../module.ts'
import { PrintButton } from './print-button.tsx'
import { PublishedTable } from './published-table.tsx'

const messages = defineMessages({
  list: text('用车公示', 'Published trips'),
  span: text('{from} – {to}，{by} 于 {at} 发布', '{from} – {to}, published by {by}, {at}'),
  down: text('{by} 于 {at} 撤下：{reason}', 'Taken down by {by}, {at}: {reason}'),
  total: text(
    '共 {trips} 次，{km} 公里，加油 {litres} 升，费用 {cost} 元',
    '{trips} trips, {km} km, {litres} l, {cost} yuan',
  ),
  takeDown: text('撤下', 'Take down'),
  why: text('为什么撤下', 'Why'),
  differences: text('发布后更正 {n} 处', '{n} {n|correction|corrections} since'),
  was: text('公示时', 'As published'),
  now: text('现在', 'Now'),
  gone: text('不再有这次出车', 'No longer there'),
  added: text('发布时还没有登记', 'Not there when it was published'),
})

/** A list as it was published, and what was corrected since. */
export default function PublicationPage() {
  const t = useText(messages)
  const format = useFormat()
  const publicationId = useParam('publicationId')
  const read = useRead(fleet.actions.readPublication, { publicationId })
  const [asking, setAsking] = useState(false)
  const takeDown = useWrite(fleet.actions.takeDownPublication, {
    quiet: true,
    invalidates: ['/fleet/publications'],
    onDone: () => setAsking(false),
  })
  const data = read.data
  if (read.isPending) return <Loading />
  if (!data) return <Problem error={read.error} onRetry={() => void read.refetch()} />
  const day = (value: string) => format.day(value, 'plain')
  const { total, takenDown } = data
  return (
    <Page
      title={data.title}
      width="wide"
      trail={[{ title: t('list'), to: '/fleet/publications' }]}
      subtitle={
        takenDown
          ? t('down', { by: takenDown.by, at: day(takenDown.at), reason: takenDown.reason })
          : t('span', {
              from: day(data.from),
              to: day(data.to),
              by: data.publishedBy,
              at: day(data.publishedAt),
            })
      }
      extra={
        <>
          {data.can.takeDown ? <Button onClick={() => setAsking(true)}>{t('takeDown')}</Button> : null}
          <PrintButton />
        </>
      }
    >
      <div className="hq-stack">
        {data.differences.length > 0 ? (
          <Section title={t('differences', { n: data.differences.length })}>
            {data.differences.map(({ was, now }) => (
              <div key={(was ?? now)!.tripId} className="hq-stack hq-stack-tight">
                <p className="hq-soft">{was ? t('was') : t('added')}</p>
                {was ? <PublishedTable rows={[was]} /> : null}
                <p className="hq-soft">{now ? t('now') : t('gone')}</p>
                {now ? <PublishedTable rows={[now]} /> : null}
              </div>
            ))}
          </Section>
        ) : null}
        <Section
          title={t('total', {
            trips: total.trips,
            km: format.number(total.km),
            litres: format.number(total.litres, { decimals: 2 }),
            cost: format.number(total.costFen / 100, { decimals: 2 }),
          })}
          extra={<ExportLinks action={fleet.actions.exportPublication} input={{ publicationId }} />}
        >
          <PublishedTable rows={data.rows} />
        </Section>
      </div>
      <Modal
        open={asking}
        footer={null}
        title={t('takeDown')}
        onCancel={() => setAsking(false)}
        destroyOnHidden
      >
        <EntryForm<{ reason: string }>
          onSubmit={({ reason }) => takeDown.mutate({ publicationId, reason })}
          problem={takeDown.error}
          busy={takeDown.isPending}
          submit={t('takeDown')}
          danger
        >
          <Field name="reason" label={t('why')} required>
            <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
          </Field>
        </EntryForm>
      </Modal>
    </Page>
  )
}
