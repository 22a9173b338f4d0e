import type { EventHandler } from '#kernel/server-module.ts'
import {
  tellComplaint,
  tellComplaintAnswered,
  tellReminded,
  tellReturned,
  tellStep,
  tellSubmitted,
} from './tell-desk.ts'
import { tellFinished, tellPaused, tellReplied, tellTakenOn } from './tell-requester.ts'
import {
  tellAllVoided,
  tellAssigned,
  tellOffered,
  tellReopened,
  tellTransferred,
  tellUrgency,
  tellWithdrawn,
} from './tell-workers.ts'

/** Who is told of what happens to an order; event → what tells of it. */
export const tellOfOrders: Record<string, EventHandler[]> = {
  'orders.submitted': [tellSubmitted],
  'orders.accepted': [tellTakenOn],
  'orders.replied': [tellReplied],
  'orders.assigned': [tellAssigned],
  'orders.transferred': [tellTransferred],
  'orders.offered': [tellOffered],
  'orders.refused': [tellReturned],
  'orders.paused': [tellPaused],
  'orders.finished': [tellFinished],
  'orders.reopened': [tellReopened],
  'orders.withdrawn': [tellWithdrawn],
  'orders.voided': tellAllVoided,
  'orders.urgency_changed': [tellUrgency],
  'orders.reminded': [tellReminded],
  'orders.warned': [tellStep],
  'orders.escalated': [tellStep],
  'orders.complaint_registered': [tellComplaint],
  'orders.complaint_answered': [tellComplaintAnswered],
}
