import { text } from '#kernel/contract/text.ts'
import type { RetentionClass } from '#kernel/personal/retention-class.ts'

/** How long the telephone numbers of rental drivers are kept: as long as those of whom they took. */
export const rentalRetention: readonly RetentionClass[] = [
  {
    name: 'fleet.rental-driver-phone',
    title: text('租赁驾驶员电话', 'Phones of rental drivers'),
    what: text('租赁派车上驾驶员的电话', 'The telephone numbers of drivers of rented vehicles'),
    days: 366,
    minimumDays: 31,
    action: 'ANONYMISE',
    actions: ['ANONYMISE', 'KEEP'],
    basis: {
      title: text(
        '个人信息保护法第十九条：保存期限为实现目的所必要的最短时间',
        'PIPL Art 19: no longer than needed',
      ),
      mark: 'B',
    },
    rows: {
      table: 'fleet.rental',
      from: 't.ends_at',
      pending: `t.driver_phone <> ''`,
      set: { driver_phone: `''` },
      heldBy: ['id', 'request_id'],
    },
  },
]
