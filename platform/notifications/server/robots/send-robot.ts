import { openSecret } from '#kernel/identity/seal-secret.ts'
import { ForbiddenAddress } from '#platform/outbound/address-guard.ts'
import { postJson } from '#platform/outbound/post-json.ts'
import type { Mailbox } from '../match-mailboxes.ts'
import { faultWords, type Outcome } from '../outcome.ts'
import { dingtalk } from './dingtalk.ts'
import { feishu } from './feishu.ts'
import { outcomeOf, type Robot } from './robot.ts'
import { wecom } from './wecom.ts'

const robots: Record<string, Robot> = { wecom, dingtalk, feishu }

/** Posts words into a robot's group. */
export async function sendRobot(mailbox: Mailbox, words: string, now: Date): Promise<Outcome> {
  const robot = robots[mailbox.channel]!
  const { address, body } = robot.callFor(
    {
      base: mailbox.address.replace(/\/+$/, ''),
      key: openSecret(mailbox.key_sealed!),
      secret: mailbox.secret_sealed ? openSecret(mailbox.secret_sealed) : null,
    },
    words,
    now,
  )
  try {
    return outcomeOf(robot, await postJson(address, JSON.stringify(body)))
  } catch (error) {
    const answer = faultWords(error)
    return error instanceof ForbiddenAddress ? { kind: 'refused', answer } : { kind: 'later', answer }
  }
}
