import { implement, type ServerModule } from '#kernel/server-module.ts'
import { orders } from '../module.ts'
import { correctCost, enterCost } from './add-cost.ts'
import { assignByTurn } from './assign-by-turn.ts'
import { assignOrder } from './assign-order.ts'
import { assignOrders } from './assign-orders.ts'
import { pauseOrder, refuseOrder, resumeOrder, startOrder, takeOrder } from './carry-out.ts'
import { changeUrgency } from './change-urgency.ts'
import { claimOrder } from './claim-order.ts'
import { type ComplaintMatter, matterBook, readComplaintMatter } from './complaint-matter.ts'
import { listComplaints, readComplaintPhone } from './complaints.ts'
import { confirmOrder } from './confirm-order.ts'
import { confirmQuietly } from './confirm-quietly.ts'
import { furnishDemo } from './demo.ts'
import { escalate } from './escalate.ts'
import { evaluateOrder } from './evaluate-order.ts'
import { exportComplaints } from './export-complaints.ts'
import { exportOrders } from './export-orders.ts'
import { listDuplicates } from './find-duplicates.ts'
import { followCalendar } from './follow-calendar.ts'
import { listFollowUps, readFollowUpPhone, recordFollowUp } from './follow-ups.ts'
import { listCandidates } from './list-candidates.ts'
import { listCosts } from './list-costs.ts'
import { listOrders, summariseOrders } from './list-orders.ts'
import { mergeOrder } from './merge-order.ts'
import { offerOrder } from './offer-order.ts'
import { ordersPersonal, ordersRetention } from './personal.ts'
import { planFollowUps, sampleFollowUps } from './plan-follow-ups.ts'
import { maySeeOrder } from './policy.ts'
import { readHistory } from './read-history.ts'
import { readLedger } from './read-ledger.ts'
import { openOrder, readOrder } from './read-order.ts'
import { readShortfalls } from './read-shortfalls.ts'
import { answerComplaint, closeComplaint, registerComplaint } from './register-complaint.ts'
import { remindOrder } from './remind-order.ts'
import { reopenOrder } from './reopen-order.ts'
import { replyToOrder } from './reply-to-order.ts'
import { listWorkers, readMyDuty, setDuty } from './set-duty.ts'
import { changeSetting, readSetting } from './settings.ts'
import { takeOn } from './take-on.ts'
import { tellOfOrders } from './tell.ts'
import { transferOrder } from './transfer-order.ts'
import { voidOrder, withdrawOrder } from './void-order.ts'

/** The orders engine at work; `matters` is what services have people complain about, read when it is needed. */
export function ordersServer(matters: () => readonly ComplaintMatter[]): ServerModule {
  const find = matterBook(matters)
  return implement(orders, {
    migrations: new URL('../migrations', import.meta.url).pathname,
    actions: {
      listOrders,
      exportOrders,
      summariseOrders,
      readOrder,
      openOrder,
      readLedger,
      readShortfalls,
      readHistory,
      listCandidates,
      listDuplicates,
      listCosts,
      readMyDuty,
      takeOn,
      replyToOrder,
      assignOrder,
      assignOrders,
      transferOrder,
      offerOrder,
      assignByTurn,
      changeUrgency,
      mergeOrder,
      voidOrder,
      setDuty,
      claimOrder,
      takeOrder,
      refuseOrder,
      startOrder,
      pauseOrder,
      resumeOrder,
      addCost: enterCost,
      correctCost,
      confirmOrder,
      reopenOrder,
      withdrawOrder,
      remindOrder,
      evaluateOrder,
      listFollowUps,
      planFollowUps,
      readFollowUpPhone,
      recordFollowUp,
      listComplaints,
      readComplaintPhone,
      readComplaintMatter: (ctx, input) => readComplaintMatter(ctx, input, find),
      exportComplaints,
      registerComplaint: (ctx, input) => registerComplaint(ctx, input, find),
      answerComplaint,
      closeComplaint,
      listWorkers,
      readSetting,
      changeSetting,
    },
    jobs: { escalate, 'confirm-quietly': confirmQuietly, 'sample-follow-ups': sampleFollowUps },
    on: {
      ...tellOfOrders,
      'calendar.day_set': [followCalendar],
      'calendar.day_removed': [followCalendar],
      'calendar.hours_set': [followCalendar],
      'calendar.days_imported': [followCalendar],
    },
    retention: ordersRetention,
    personal: ordersPersonal,
    demo: furnishDemo,
    mayReadFiles: { 'orders.service_order': maySeeOrder },
  })
}
