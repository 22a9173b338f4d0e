import { text } from '#kernel/contract/text.ts'
import { defineMessages } from '#kernel/web/messages.ts'

export const messages = defineMessages({
  title: text('审计封存', 'Audit seals'),
  what: text(
    '每天的审计记录按顺序连成一条链封存；事后改动、删除或补写任何一条都会被查出来。',
    'Each day’s audit entries are sealed into a chain, in order; changing, deleting or slipping in any of them later shows.',
  ),
  trail: text('审计记录', 'Audit trail'),
  standing: text('现在的情况', 'How it stands'),
  lastSeal: text('最近封存', 'Last seal'),
  sealOf: text('第 {number} 号 · {day} · {n} 条', 'No. {number} · {day} · {n} {n|entry|entries}'),
  notYet: text('还没有封存；每天零点以后自动封存前一天', 'None yet; each day is sealed after midnight'),
  unsealed: text('封存后新增', 'Written since'),
  entries: text('{n} 条', '{n} {n|entry|entries}'),
  late: text('迟到的记录', 'Late entries'),
  lateWhy: text(
    '应在更早的封存里。数据库时钟被拨回过，或有人绕过系统补写；请核对审计记录里“发现迟到的审计记录”的事项。',
    'They belong into earlier seals. The clock of the database was set back, or somebody wrote past the system; look up “Late audit entries found” in the audit trail.',
  ),
  head: text('链首', 'Head of the chain'),
  headWhy: text(
    '抄录或打印保存到系统之外。核验时用 npm run audit:verify -- --head 比对，链尾被整段删去也能查出。',
    'Keep it outside the system. npm run audit:verify -- --head compares with it, so that even a cut-off end shows.',
  ),
  copy: text('复制', 'Copy'),
  copied: text('已复制', 'Copied'),
  verification: text('核验', 'Verification'),
  verify: text('立即核验', 'Verify now'),
  never: text('还没有核验过。', 'Not verified yet.'),
  running: text('正在核验：{done} / {n} 条', 'Verifying: {done} of {n} {n|entry|entries}'),
  intact: text('相符：{seals} 个封存，{n} 条记录', 'Intact: {seals} seals, {n} {n|entry|entries}'),
  broken: text('不符', 'Does not fit'),
  brokenNext: text(
    '请保护现场：不要改动数据库，先做一份备份，再与留存的链首和备份比对，并报告安全管理员。',
    'Keep things as they are: do not touch the database, make a backup, compare with the kept head and older backups, and tell the security administrator.',
  ),
  by: text('{who} 于 {when} 发起', 'Asked for by {who}, {when}'),
  ended: text('{when} 完成', 'finished {when}'),
  seals: text('每日封存', 'Seals, day by day'),
  number: text('编号', 'No.'),
  day: text('日期', 'Day'),
  count: text('记录数', 'Entries'),
  hash: text('封存值（SHA-256）', 'Seal (SHA-256)'),
  sealedAt: text('封存时间', 'Sealed'),
  none: text('还没有封存', 'No seals yet'),
  noneNext: text('系统每天零点以后自动封存前一天的记录。', 'Each day’s entries are sealed after midnight.'),
})
