import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'

/** The words of every refusal: what happened, and the next step. */
export const bookingProblems: ProblemTexts = {
  'bookings.conflict': text(
    '{resource}在{from}至{to}已被占用。请从下面可用的时间或地点中选择，或排队候补。',
    '{resource} is taken from {from} to {to}. Choose one of the places or times offered below, or join the waiting list.',
  ),
  'bookings.series_conflict': text(
    '这一系列中有 {count} 个日期不能预订。请逐个选择跳过或改到别处。',
    '{count} dates of this series cannot be booked. Choose for each to leave it out or to hold another place.',
  ),
  'bookings.unknown_resource': text(
    '没有这个可预订的资源，请重新选择。',
    'There is no such resource to book; choose again.',
  ),
  'bookings.closed_resource': text(
    '{resource}已停用，请换一个。',
    '{resource} is no longer in use; choose another.',
  ),
  'bookings.blacked_out': text(
    '{resource}在这段时间暂停使用：{reason}。',
    '{resource} is closed at this time: {reason}.',
  ),
  'bookings.too_many': text(
    '{resource}只有 {there} 件，不能预订 {wanted} 件。',
    'There are only {there} of {resource}; {wanted} cannot be booked.',
  ),
  'bookings.ends_before': text('结束时间要晚于开始时间。', 'The end must be after the beginning.'),
  'bookings.too_long_ever': text('一次预订最长 366 天。', 'A booking lasts 366 days at most.'),
  'bookings.in_the_past': text(
    '开始时间已经过去，请选择以后的时间。',
    'The beginning is in the past; choose a later time.',
  ),
  'bookings.notice_add': text(
    '{resource}要提前{notice}预订；急用请联系调度。',
    '{resource} must be booked {notice} ahead; the service desk can help in a hurry.',
  ),
  'bookings.notice_change': text(
    '{resource}开始前{notice}内不能更改；请联系调度。',
    '{resource} cannot be changed within {notice} of its beginning; ask the service desk.',
  ),
  'bookings.notice_cancel': text(
    '{resource}开始前{notice}内不能取消；请联系调度。',
    '{resource} cannot be cancelled within {notice} of its beginning; ask the service desk.',
  ),
  'bookings.notice_cancel_others': text(
    '其余日期中{from}的那一次离开始太近，{resource}开始前{notice}内不能取消。可以保留其余日期，再逐个取消来得及的；急用请联系调度。',
    'Of the other dates the one at {from} is too near: {resource} cannot be cancelled within {notice} of its beginning. Keep the others and cancel those still in time one by one, or ask the service desk.',
  ),
  'bookings.too_short': text('{resource}一次至少预订{limit}。', '{resource} is booked for {limit} at least.'),
  'bookings.too_long': text('{resource}一次最多预订{limit}。', '{resource} is booked for {limit} at most.'),
  'bookings.beyond_horizon': text(
    '{resource}只能预订 {days} 天以内的时间。',
    '{resource} can be booked {days} days ahead at most.',
  ),
  'bookings.quota_count': text(
    '{unit}{period}最多预订{resource} {limit} 次，已用完。',
    '{unit} may book {resource} {limit} times {period}; they are used up.',
  ),
  'bookings.quota_minutes': text(
    '{unit}{period}最多预订{resource}{limit}，还剩{left}。',
    '{unit} may book {resource} for {limit} {period}; {left} are left.',
  ),
  'bookings.not_for_unit': text(
    '{resource}不对{unit}开放，请换一个或联系调度。',
    '{resource} is not open to {unit}; choose another or ask the service desk.',
  ),
  'bookings.too_few_places': text(
    '{resource}坐 {capacity} 人，您有 {headcount} 人，请换一个更大的。',
    '{resource} takes {capacity}, and you are {headcount}; choose a larger one.',
  ),
  'bookings.no_unit': text(
    '您的账号没有所属单位，请管理员补上，或选择单位。',
    'Your account has no unit; ask your administrator to add it, or choose a unit.',
  ),
  'bookings.not_yours': text(
    '只有预订人、本单位联络员或调度可以这样做。',
    'Only the organiser, the unit’s liaison or the service desk may do this.',
  ),
  'bookings.over': text('这次预订已经结束，不能再更改。', 'This booking is over and cannot be changed.'),
  'bookings.not_yet': text(
    '还没到签到时间，{from}起可以签到。',
    'It is too early to check in; it opens at {from}.',
  ),
  'bookings.not_in_series': text('这次预订不属于任何系列。', 'This booking belongs to no series.'),
  'bookings.already_in_series': text(
    '这次预订已经属于一个系列。',
    'This booking belongs to a series already.',
  ),
  'bookings.bad_rule': text(
    '重复规则读不懂：请写成 FREQ=WEEKLY;BYDAY=MO;COUNT=10 这样的形式，并有次数或截止日期。',
    'The rule of recurrence cannot be read: write it like FREQ=WEEKLY;BYDAY=MO;COUNT=10, with a count or an end.',
  ),
  'bookings.too_many_dates': text(
    '一个系列最多 {limit} 次，请缩短。',
    'A series has {limit} dates at most; make it shorter.',
  ),
  'bookings.no_dates': text('按这条规则没有任何日期。', 'The rule gives no date at all.'),
  'bookings.not_skipped': text(
    '这个日期没有被跳过，不用恢复。',
    'This date was not left out, so there is nothing to take up again.',
  ),
  'bookings.not_lower': text('只有级别更低的预订才能让位。', 'Only a booking of lower rank can give way.'),
  'bookings.nothing_to_displace': text(
    '这次预订不在候补，不需要让位。',
    'This booking is not waiting; nobody needs to give way.',
  ),
  'bookings.rank_not_yours': text(
    '“{rank}”由调度或负责人设定。',
    'The rank “{rank}” is set by the service desk or a manager.',
  ),
  'bookings.code_taken': text('编号“{code}”已被使用。', 'The code “{code}” is in use.'),
  'bookings.pieces_held': text(
    '减少后不够已有的预订，请先调整那些预订。',
    'Bookings hold more than that; adjust them first.',
  ),
  'bookings.lifted_already': text('这段停用已经解除。', 'It was lifted already.'),
  'bookings.buffers_clash': text(
    '加上间隔后有 {count} 个已有预订会冲突，请先调整它们。',
    'With these buffers {count} bookings would clash; adjust them first.',
  ),
}
