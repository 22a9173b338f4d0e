import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { fileAddress } from '#kernel/web/files.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { fleet } from '../../module.ts'
import { DriverChoice } from './driver-choice.tsx'

const messages = defineMessages({
  safety: text('车辆安全', 'Vehicle safety'),
  held: text('日期', 'Day'),
  place: text('地点', 'Place'),
  note: text('要点', 'What was said'),
  minutes: text('会议纪要', 'Minutes'),
  open: text('打开', 'Open'),
  by: text('登记', 'Noted by'),
  attended: text('到会 {n} 人', '{n} attended'),
  name: text('驾驶员', 'Driver'),
  signed: text('签到', 'Signed in'),
  own: text('本人', 'himself'),
  other: text('代签', 'for him'),
  sign: text('签到', 'Sign in'),
  signOthers: text('代签到会的人', 'Sign for those who were there'),
  done: text('已签到', 'Signed in'),
  void: text('作废', 'Void'),
  why: text('为什么作废', 'Why'),
  voided: text('{by} 已作废：{reason}', 'Voided by {by}: {reason}'),
  nobody: text('还没有人签到', 'Nobody has signed in yet'),
})

/** A safety meeting: what it was about, and who was there. */
export default function SafetyMeetingPage() {
  const t = useText(messages)
  const format = useFormat()
  const meetingId = useParam('meetingId')
  const read = useRead(fleet.actions.readSafetyMeeting, { meetingId })
  const [dialog, setDialog] = useState<'sign' | 'void' | null>(null)
  const close = () => setDialog(null)
  const invalidates = ['/fleet/safety']
  const sign = useWrite(fleet.actions.signSafetyMeeting, { invalidates, success: t('done'), onDone: close })
  const voiding = useWrite(fleet.actions.voidSafetyMeeting, { quiet: true, invalidates, onDone: close })
  const data = read.data
  if (read.isPending) return <Loading />
  if (!data) return <Problem error={read.error} onRetry={() => void read.refetch()} />
  const signed = data.attendance.filter(({ signedAt }) => signedAt !== null)
  const missing = data.attendance.filter(({ signedAt }) => signedAt === null)
  return (
    <Page
      title={data.topic}
      trail={[{ title: t('safety'), to: '/fleet/safety' }]}
      subtitle={data.voided ? t('voided', data.voided) : undefined}
      action={
        data.can.sign
          ? { title: t('sign'), onClick: () => sign.mutate({ meetingId }), loading: sign.isPending }
          : undefined
      }
      extra={
        data.can.keep ? (
          <>
            {missing.length > 0 ? <Button onClick={() => setDialog('sign')}>{t('signOthers')}</Button> : null}
            <Button onClick={() => setDialog('void')}>{t('void')}</Button>
          </>
        ) : null
      }
    >
      <div className="hq-stack">
        <Section>
          <Facts
            items={[
              { title: t('held'), value: format.day(data.heldOn) },
              { title: t('place'), value: data.place || '—' },
              {
                title: t('minutes'),
                value: data.minutesFileId ? <a href={fileAddress(data.minutesFileId)}>{t('open')}</a> : '—',
              },
              { title: t('by'), value: data.createdBy },
              ...(data.note ? [{ title: t('note'), value: data.note, wide: true }] : []),
            ]}
          />
        </Section>
        <Section title={t('attended', { n: signed.length })}>
          {signed.length === 0 ? (
            <p className="hq-faint">{t('nobody')}</p>
          ) : (
            <PlainTable
              label={t('signed')}
              rows={signed}
              rowKey={({ driverId }) => driverId}
              columns={[
                { key: 'name', title: t('name'), card: 'title', render: ({ name }) => name },
                {
                  key: 'signed',
                  title: t('signed'),
                  render: ({ signedAt, own }) => `${format.moment(signedAt!)} ${t(own ? 'own' : 'other')}`,
                },
              ]}
            />
          )}
        </Section>
      </div>
      <Modal open={dialog === 'sign'} footer={null} title={t('signOthers')} onCancel={close} destroyOnHidden>
        <EntryForm<{ driverIds: string[] }>
          initial={{ driverIds: [] }}
          onSubmit={({ driverIds }) => sign.mutate({ meetingId, driverIds })}
          problem={sign.error}
          busy={sign.isPending}
          submit={t('sign')}
        >
          <Field name="driverIds" label={t('name')} required>
            <DriverChoice drivers={missing} />
          </Field>
        </EntryForm>
      </Modal>
      <Modal open={dialog === 'void'} footer={null} title={t('void')} onCancel={close} destroyOnHidden>
        <EntryForm<{ reason: string }>
          onSubmit={({ reason }) => voiding.mutate({ meetingId, reason })}
          problem={voiding.error}
          busy={voiding.isPending}
          submit={t('void')}
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
