import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useGo, useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { requestActions } from '../../actions/request-actions.ts'
import { RequestForm } from './request-form.tsx'
import { type RideDraft, timeOf, wishesOf } from './ride-draft.ts'

const messages = defineMessages({
  title: text('补充用车申请', 'Complete the request'),
  request: text('用车申请', 'Request'),
  why: text('退回原因：{reason}', 'Sent back because: {reason}'),
  submit: text('重新提交', 'Send again'),
})

/** What was sent back, with its reason above the same form; nothing has to be typed twice. */
export default function CompleteRequestPage() {
  const t = useText(messages)
  const go = useGo()
  const requestId = useParam('requestId')
  const read = useRead(requestActions.readRequest, { requestId })
  const resubmit = useWrite(requestActions.resubmitRequest, {
    quiet: true,
    invalidates: ['/fleet', '/approvals'],
    onDone: () => go(`/fleet/requests/${requestId}`),
  })
  const request = read.data
  const reason = request?.closingReason ?? request?.approval?.endedReason
  return (
    <Page title={t('title')} trail={[{ title: t('request'), to: `/fleet/requests/${requestId}` }]}>
      {read.isPending ? <Loading /> : null}
      {read.error && !request ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {request ? (
        <div className="hq-stack">
          {reason ? <p className="ride-returned">{t('why', { reason })}</p> : null}
          <RequestForm
            initial={draftOf(request)}
            submit={t('submit')}
            busy={resubmit.isPending}
            error={resubmit.error}
            offers={false}
            onSend={(draft) => resubmit.mutate({ requestId, ...wishesOf(draft) })}
          />
        </div>
      ) : null}
    </Page>
  )
}

type Request = NonNullable<ReturnType<typeof useRead<typeof requestActions.readRequest>>['data']>

/** A request as the form holds it; the telephone number stays unless another is typed. */
export function draftOf(request: Request): RideDraft {
  const { purpose, reason, passengers, origin, stops, destination, reach, distanceKm, way } = request
  const { luggage, mayPool, emergency } = request
  return {
    ...{ purpose, reason, passengers, origin, stops, destination, reach, distanceKm, way },
    ...{ luggage, mayPool, emergency },
    ...timeOf(request.from, request.to),
    contactPhone: '',
    vehicleClass: request.vehicleClass,
    forPersonId: null,
  }
}
