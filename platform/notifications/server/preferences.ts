import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { Locale } from '#kernel/contract/text.ts'
import type { ServerModule } from '#kernel/server-module.ts'
import type { notifications } from '../module.ts'
import { type KnownType, listTypes } from './list-types.ts'
import { allChannels, readSettings, wishOf } from './wanted-channels.ts'

type Actions = typeof notifications.actions
type Preferences = OutputOf<Actions['readPreferences']>

/** How the actor is told, and how they change it. */
export function preferenceActions(modules: () => readonly ServerModule[]) {
  /** The types that concern the actor's roles. */
  function typesOf(ctx: Ctx): KnownType[] {
    return listTypes(modules()).filter(({ declared }) =>
      declared.roles.some((role) => ctx.actor.roles.includes(role)),
    )
  }

  async function matrixOf(ctx: Ctx): Promise<Preferences['matrix']> {
    const types = typesOf(ctx)
    const userId = ctx.actor.userId!
    const settings = await readSettings(
      ctx,
      types.map(({ type }) => type),
      [userId],
    )
    const person = { userId, roles: ctx.actor.roles }
    return types.map(({ type, module, declared }) => ({
      type,
      module,
      title: declared.title,
      urgent: declared.urgency === 'urgent',
      boxes: allChannels.map((channel) => ({
        channel,
        ...wishOf(type, declared, channel, person, settings),
      })),
    }))
  }

  async function readPreferences(ctx: Ctx): Promise<Preferences> {
    const row = await ctx.db
      .selectFrom('notifications.preference')
      .selectAll()
      .where('user_id', '=', ctx.actor.userId!)
      .executeTakeFirst()
    const server = await ctx.db.selectFrom('notifications.mail_server').select('id').executeTakeFirst()
    return {
      mailAddress: row?.mail_address ?? null,
      // The table's checks hold these to the words of the contract.
      locale: (row?.locale ?? 'zh-CN') as Locale,
      quiet: (row?.quiet ?? 'NONE') as Preferences['quiet'],
      quietFromMinutes: row?.quiet_from_minutes ?? 1320,
      quietToMinutes: row?.quiet_to_minutes ?? 420,
      digest: (row?.digest ?? 'NONE') as Preferences['digest'],
      mailReady: server !== undefined,
      matrix: await matrixOf(ctx),
    }
  }

  /** @throws Problem 422 unknown type, or one that must be received */
  async function saveChoices(ctx: Ctx, input: InputOf<Actions['savePreferences']>): Promise<void> {
    const matrix = await matrixOf(ctx)
    for (const { type, channel, wanted } of input.choices) {
      const line = matrix.find((one) => one.type === type)
      const box = line?.boxes.find((one) => one.channel === channel)
      if (!line || !box) throw new Problem(422, 'notifications.unknown_type', { params: { type } })
      if (box.locked && !wanted)
        throw new Problem(422, 'notifications.mandatory', { params: { title: ctx.say(line.title) } })
      if (box.wanted === wanted) continue
      await ctx.db
        .insertInto('notifications.choice')
        .values({ user_id: ctx.actor.userId!, type, channel, wanted })
        .onConflict((conflict) =>
          conflict.columns(['bureau_id', 'user_id', 'type', 'channel']).doUpdateSet({ wanted }),
        )
        .execute()
    }
  }

  async function savePreferences(ctx: Ctx, input: InputOf<Actions['savePreferences']>): Promise<Preferences> {
    const values = {
      mail_address: input.mailAddress,
      locale: input.locale,
      quiet: input.quiet,
      quiet_from_minutes: input.quietFromMinutes,
      quiet_to_minutes: input.quietToMinutes,
      digest: input.digest,
    }
    const { id } = await ctx.db
      .insertInto('notifications.preference')
      .values({ user_id: ctx.actor.userId!, ...values })
      .onConflict((conflict) => conflict.columns(['bureau_id', 'user_id']).doUpdateSet(values))
      .returning('id')
      .executeTakeFirstOrThrow()
    await saveChoices(ctx, input)
    await ctx.emit({
      type: 'notifications.preferences_saved',
      subjectType: 'notifications.preference',
      subjectId: id,
      after: { quiet: input.quiet, digest: input.digest, choices: input.choices.length },
    })
    return readPreferences(ctx)
  }

  return { readPreferences, savePreferences }
}
