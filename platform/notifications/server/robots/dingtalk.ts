import { createHmac } from 'node:crypto'
import { codeIn, cutBytes, type Robot } from './robot.ts'

/**
 * 加签: HMAC-SHA256 over `timestamp\nsecret` (milliseconds) with the secret as key, base64; the address carries it
 * percent-encoded. Not further than an hour from their clock.
 */
export function signDingtalk(timestampMs: number, secret: string): string {
  return createHmac('sha256', secret).update(`${timestampMs}\n${secret}`).digest('base64')
}

/**
 * 钉钉自定义机器人; 20 messages a minute, then shut off for ten.
 * Source: 钉钉开放平台「自定义机器人的安全设置」「自定义机器人发送群消息」,
 * open.dingtalk.com/document/orgapp/customize-robot-security-settings (B: seen in copies).
 */
export const dingtalk: Robot = {
  callFor({ base, key, secret }, words, now) {
    const query = new URLSearchParams({ access_token: key })
    if (secret) {
      query.set('timestamp', String(now.getTime()))
      query.set('sign', signDingtalk(now.getTime(), secret))
    }
    return {
      address: `${base}/robot/send?${query}`,
      body: { msgtype: 'text', text: { content: cutBytes(words) } },
    }
  },
  // -1 busy, 130101 and 410100 sent too fast
  busyCodes: [-1, 130101, 410100],
  codeOf: (answer) => codeIn(answer, 'errcode'),
}
