import { type Text, text } from '#kernel/contract/text.ts'

/** Ways out of the application, as people call them. */
export const channelTitles = {
  mail: text('邮件', 'Mail'),
  wecom: text('企业微信群机器人', 'WeCom robot'),
  dingtalk: text('钉钉群机器人', 'DingTalk robot'),
  feishu: text('飞书群机器人', 'Feishu robot'),
} as const satisfies Record<string, Text>
