import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { notifications } from '../module.ts'
import { findMailServer } from './mail-server.ts'
import { planTest } from './plan-test.ts'

type Actions = typeof notifications.actions

/** @throws Problem 409 while there is no mail server */
export async function testMailServer(
  ctx: Ctx,
  input: InputOf<Actions['testMailServer']>,
): Promise<OutputOf<Actions['testMailServer']>> {
  if (!(await findMailServer(ctx))) throw new Problem(409, 'notifications.no_mail_server')
  return { deliveryId: await planTest(ctx, { channel: 'mail', toAddress: input.to }) }
}
