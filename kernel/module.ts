import { kernelActions } from './actions.ts'
import { defineModule } from './contract/module.ts'
import { everyoneButAuditor } from './contract/roles.ts'
import { text } from './contract/text.ts'
import { kernelProblems } from './problems.ts'

/** What needs no business: sign-in, accounts, files, sheets, history, saved views. */
export const kernel = defineModule({
  name: 'kernel',
  title: text('平台', 'Platform'),
  dependsOn: [],
  permissions: {
    'kernel.see-accounts': { title: text('查看账号', 'See accounts'), roles: ['admin', 'security'] },
    'kernel.manage-accounts': { title: text('开通和停用账号', 'Open and close accounts'), roles: ['admin'] },
    'kernel.grant-roles': {
      title: text('授予角色', 'Grant roles'),
      roles: ['admin', 'security'],
      whenSeparate: ['security'],
    },
    'kernel.import': { title: text('导入表格', 'Import sheets'), roles: ['admin', 'manager'] },
    'kernel.read-audit': {
      title: text('查看审计记录', 'Read the audit trail'),
      roles: ['auditor', 'admin', 'director'],
      whenSeparate: ['auditor', 'director'],
    },
    'kernel.store-files': { title: text('上传文件', 'Upload files'), roles: everyoneButAuditor },
  },
  actions: kernelActions,
  events: {
    'kernel.bureau_created': text('建立机关', 'Bureau set up'),
    'kernel.account_created': text('开通账号', 'Account created'),
    'kernel.account_changed': text('修改账号', 'Account changed'),
    'kernel.signed_in': text('登录', 'Signed in'),
    'kernel.signed_in_by_backup_code': text('用备用码登录', 'Signed in with a backup code'),
    'kernel.signed_out': text('退出登录', 'Signed out'),
    'kernel.account_locked': text('密码输错，账号锁定', 'Account locked after wrong passwords'),
    'kernel.second_factor_on': text('启用第二重验证', 'Second factor set up'),
    'kernel.second_factor_off': text('关闭第二重验证', 'Second factor given up'),
    'kernel.backup_codes_made': text('新建备用码', 'Backup codes made'),
    'kernel.administrators_separated': text('三员分立生效', 'Administrators separated'),
    'kernel.token_created': text('新建令牌', 'Token created'),
    'kernel.token_revoked': text('吊销令牌', 'Token revoked'),
    'kernel.file_stored': text('上传文件', 'File uploaded'),
    'kernel.import_started': text('开始导入', 'Import started'),
    'kernel.import_cancelled': text('取消导入', 'Import cancelled'),
    'kernel.sheet_checked': text('预检表格', 'Sheet checked'),
    'kernel.sheet_imported': text('导入表格', 'Sheet imported'),
    'kernel.view_saved': text('保存视图', 'View saved'),
    'kernel.view_deleted': text('删除视图', 'View deleted'),
    'kernel.exported': text('导出', 'Exported'),
    'kernel.sensitive_read': text('查看个人信息', 'Personal data read'),
  },
  menu: [
    {
      title: text('导入', 'Import'),
      path: '/import',
      icon: 'import',
      permission: 'kernel.import',
      group: 'system',
      order: 10,
    },
    {
      title: text('账号', 'Accounts'),
      path: '/accounts',
      icon: 'people',
      permission: 'kernel.see-accounts',
      group: 'system',
      order: 20,
    },
    {
      title: text('审计记录', 'Audit trail'),
      path: '/audit',
      icon: 'audit',
      permission: 'kernel.read-audit',
      group: 'system',
      order: 30,
    },
  ],
  jobs: {
    'sweep-loose-rows': {
      title: text('清理过期的临时内容', 'Sweep what nobody refers to any more'),
      cron: '20 3 * * *',
    },
  },
  problems: kernelProblems,
})
