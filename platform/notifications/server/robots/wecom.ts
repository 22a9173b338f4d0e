import { codeIn, cutBytes, type Robot } from './robot.ts'

/**
 * 企业微信群机器人. The key in the address is all its security; text up to 2048 bytes; 20 messages a minute.
 * Source: 企业微信开发者中心「群机器人配置说明」, developer.work.weixin.qq.com/document/path/91770 (B: seen in copies).
 */
export const wecom: Robot = {
  callFor: ({ base, key }, words) => ({
    address: `${base}/cgi-bin/webhook/send?key=${encodeURIComponent(key)}`,
    body: { msgtype: 'text', text: { content: cutBytes(words) } },
  }),
  // -1 busy, 45009 over the frequency limit
  busyCodes: [-1, 45009],
  codeOf: (answer) => codeIn(answer, 'errcode'),
}
