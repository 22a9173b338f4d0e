import { App, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { call } from '#kernel/contract/client.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { problemOf } from '#kernel/web/problem-of.ts'
import { fleet } from '../../module.ts'
import type { Proposal, QueuedRequest } from './board-types.ts'
import { useDispatchWrite } from './use-dispatch-write.ts'
import { WordsDialog } from './words-dialog.tsx'

const messages = defineMessages({
  done: text('已派车 {number}', 'Assigned: {number}'),
  along: text('已拼入', 'Rides along'),
  undo: text('撤销', 'Undo'),
  undone: text('已撤销，申请回到待派', 'Undone; the request waits again'),
  why: text('撤销刚才的派车', 'Took back the last assignment'),
  title: text('写明理由再派', 'Say why'),
  yes: text('仍要派车', 'Assign all the same'),
  nobody: text('没有合适的人车', 'No vehicle and driver fit'),
  nobodyThen: text(
    '这一行在这段时间没有能配上的驾驶员或车辆，请看派车建议。',
    'No driver or vehicle goes with this row then; see the proposals.',
  ),
})

interface Wish {
  request: QueuedRequest
  proposal: Pick<Proposal, 'kind' | 'tripId' | 'vehicleId' | 'driverId'>
  warning: string
}

/** Assigns, asks for words where they are wanted, and offers to undo. @param onDone after the request has left the queue */
export function useAssign(onDone: () => void): {
  take: (request: QueuedRequest, proposal: Wish['proposal'], note?: string) => Promise<void>
  drop: (request: QueuedRequest, row: { vehicleId?: string; driverId?: string }) => Promise<void>
  busy: boolean
  dialog: ReactNode
} {
  const t = useText(messages)
  const { notification, message } = App.useApp()
  const [wish, setWish] = useState<Wish | null>(null)
  const undo = useDispatchWrite(fleet.actions.cancelTrip, { success: t('undone') })
  const assign = useDispatchWrite(fleet.actions.assignTrip, { quiet: true })
  const along = useDispatchWrite(fleet.actions.addToTrip, { quiet: true })
  const offerUndo = (tripId: string, number: string) =>
    notification.success({
      key: 'assigned',
      title: t('done', { number }),
      duration: 12,
      actions: (
        <Button
          onClick={() => {
            notification.destroy('assigned')
            undo.mutate({ tripId, reason: t('why'), requests: 'QUEUE' })
          }}
        >
          {t('undo')}
        </Button>
      ),
    })
  const take = async (request: QueuedRequest, proposal: Wish['proposal'], note?: string) => {
    const words = note ? { note } : {}
    try {
      if (proposal.kind === 'POOL' && proposal.tripId) {
        await along.mutateAsync({ tripId: proposal.tripId, requestId: request.id, ...words })
        message.success(t('along'))
      } else {
        const { vehicleId, driverId } = proposal
        const { id, number } = await assign.mutateAsync({
          requestIds: [request.id],
          vehicleId,
          driverId,
          ...words,
        })
        offerUndo(id, number)
      }
      setWish(null)
      onDone()
    } catch (error) {
      const told = problemOf(error)
      if (told.code === 'fleet.needs_words') setWish({ request, proposal, warning: told.detail })
      else
        notification.error({ key: told.code, title: told.title, description: told.detail, placement: 'top' })
    }
  }
  const drop = async (request: QueuedRequest, row: { vehicleId?: string; driverId?: string }) => {
    const { items } = await call(fleet.actions.listProposals, { requestId: request.id, ...row })
    const [best] = items
    if (best) await take(request, best)
    else
      notification.warning({
        key: 'nobody',
        title: t('nobody'),
        description: t('nobodyThen'),
        placement: 'top',
      })
  }
  const busy = assign.isPending || along.isPending
  return {
    take,
    drop,
    busy,
    dialog: wish ? (
      <WordsDialog
        title={t('title')}
        about={wish.warning}
        yes={t('yes')}
        busy={busy}
        onSay={(note) => void take(wish.request, wish.proposal, note)}
        onClose={() => setWish(null)}
      />
    ) : null,
  }
}
