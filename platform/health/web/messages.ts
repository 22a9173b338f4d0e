import { text } from '#kernel/contract/text.ts'
import { defineMessages } from '#kernel/web/messages.ts'

export const messages = defineMessages({
  title: text('系统健康', 'Health'),
  note: text(
    '自己运转的各部分是否正常；每一句点开去处理。',
    'Whether what works by itself does work; each line leads to the place.',
  ),
  all: text('看全部', 'See all'),
  jobs: text('定时任务', 'Jobs'),
  job: text('任务', 'Job'),
  cron: text('时间表', 'Schedule'),
  last: text('上次完成', 'Last finished'),
  never: text('还没有运行过', 'Not run yet'),
  failed: text('最近一天失败', 'Failed within a day'),
  installed: text('安装', 'Installation'),
  version: text('版本', 'Version'),
  database: text('数据库', 'Database'),
  size: text('占用', 'Size'),
  first: text('常用', 'Often used'),
  import: text('导入表格', 'Import sheets'),
  importNote: text('先预检，看清楚再写入', 'Checked first, written after a look'),
  accounts: text('账号', 'Accounts'),
  accountsNote: text('开通、停用、分配角色', 'Open, disable, give roles'),
  calendar: text('工作日历', 'Work calendar'),
  calendarNote: text('节假日、调休、服务时间', 'Holidays, swapped days, hours'),
  audit: text('审计记录', 'Audit trail'),
  auditNote: text('谁、何时、做了什么', 'Who did what, and when'),
})
