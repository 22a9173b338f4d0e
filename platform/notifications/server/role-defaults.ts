import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { Role } from '#kernel/contract/roles.ts'
import type { ServerModule } from '#kernel/server-module.ts'
import type { notifications } from '../module.ts'
import { listTypes } from './list-types.ts'
import { allChannels, readSettings } from './wanted-channels.ts'

type Actions = typeof notifications.actions
type Lines = OutputOf<Actions['readRoleDefaults']>

/** What the administrator sets for a role, which people may change for themselves unless it is mandatory. */
export function roleDefaultActions(modules: () => readonly ServerModule[]) {
  const typesOf = (role: Role) => listTypes(modules()).filter(({ declared }) => declared.roles.includes(role))

  async function readLines(ctx: Ctx, role: Role): Promise<Lines> {
    const types = typesOf(role)
    const { defaults } = await readSettings(
      ctx,
      types.map(({ type }) => type),
      [],
    )
    return {
      lines: types.map(({ type, module, declared }) => ({
        type,
        module,
        title: declared.title,
        urgent: declared.urgency === 'urgent',
        fixed: declared.mandatory ?? false,
        boxes: allChannels.map((channel) => {
          const row = defaults.find(
            (one) => one.role === role && one.type === type && one.channel === channel,
          )
          const usual = declared.channels.includes(channel)
          const fixed = usual && (declared.mandatory ?? false)
          return {
            channel,
            wanted: fixed || (row?.wanted ?? usual),
            mandatory: fixed || (row?.mandatory ?? false),
          }
        }),
      })),
    }
  }

  return {
    readRoleDefaults: (ctx: Ctx, input: InputOf<Actions['readRoleDefaults']>) => readLines(ctx, input.role),

    /** @throws Problem 422 for a type that does not concern the role */
    async saveRoleDefaults(ctx: Ctx, input: InputOf<Actions['saveRoleDefaults']>): Promise<Lines> {
      const types = typesOf(input.role)
      for (const { type, channel, wanted, mandatory } of input.defaults) {
        if (!types.some((one) => one.type === type))
          throw new Problem(422, 'notifications.unknown_type', { params: { type } })
        const values = { wanted: wanted || mandatory, mandatory }
        await ctx.db
          .insertInto('notifications.role_default')
          .values({ role: input.role, type, channel, ...values })
          .onConflict((conflict) =>
            conflict.columns(['bureau_id', 'role', 'type', 'channel']).doUpdateSet(values),
          )
          .execute()
      }
      await ctx.emit({
        type: 'notifications.defaults_saved',
        subjectType: 'notifications.role_default',
        subjectId: null,
        after: { role: input.role, defaults: input.defaults },
      })
      return readLines(ctx, input.role)
    },
  }
}
