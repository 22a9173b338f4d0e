import { createHmac } from 'node:crypto'
import { codeIn, cutBytes, type Robot } from './robot.ts'

/** 签名校验: HMAC-SHA256 of nothing with `timestamp\nsecret` (seconds) as the key, base64. */
export function signFeishu(timestampSeconds: number, secret: string): string {
  return createHmac('sha256', `${timestampSeconds}\n${secret}`).update('').digest('base64')
}

/**
 * 飞书自定义机器人. Signature and timestamp travel in the body.
 * Source: 飞书开放平台「自定义机器人使用指南」, open.feishu.cn/document/client-docs/bot-v3/add-custom-bot (B: seen in copies).
 */
export const feishu: Robot = {
  callFor({ base, key, secret }, words, now) {
    const seconds = Math.floor(now.getTime() / 1000)
    const signed = secret ? { timestamp: String(seconds), sign: signFeishu(seconds, secret) } : {}
    // Text may carry tags such as <at user_id="all">; what people typed must not become one.
    const text = cutBytes(words.replaceAll('<', '＜'))
    return {
      address: `${base}/open-apis/bot/v2/hook/${encodeURIComponent(key)}`,
      body: { ...signed, msg_type: 'text', content: { text } },
    }
  },
  // 9499 too many requests, 11232 over the frequency limit
  busyCodes: [9499, 11232],
  codeOf: (answer) => codeIn(answer, 'code', 'StatusCode'),
}
