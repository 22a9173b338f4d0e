import type { FastifyInstance } from 'fastify'
import type { Ctx } from './context.ts'
import type { Action, InputOf, OutputOf } from './contract/action.ts'
import type { Module } from './contract/module.ts'
import type { Text } from './contract/text.ts'
import type { Db } from './database/connect.ts'
import type { ImportHandler } from './import/import-handler.ts'
import type { PersonalHook } from './personal/personal-hook.ts'
import type { RetentionClass } from './personal/retention-class.ts'
import type { Installation } from './server/installation.ts'
import type { WrittenAnswer } from './server/written-answer.ts'

/** What carries out an action: reads top to bottom, throws Problem, returns what the contract says. */
export type Handler<A extends Action> = (
  ctx: Ctx,
  input: InputOf<A>,
) => Promise<OutputOf<A> | WrittenAnswer<OutputOf<A>>>

/** Hears of an event after its commit, in a transaction of its own; at least once, effects exactly once. */
export type EventHandler = (ctx: Ctx, event: DeliveredEvent) => Promise<void>

export interface DeliveredEvent {
  id: string
  at: string
  type: string
  actorId: string | null
  actorName: string
  subjectType: string
  subjectId: string | null
  before: unknown
  after: unknown
  reason: string | null
}

/** Period and place a figure is asked for; days inclusive, in Asia/Shanghai. */
export interface MetricScope {
  from: string
  to: string
  unitId?: string
  siteId?: string
}

/** One row behind a figure: it adds `value` to the whole (1 for a count). */
export interface MetricRecord {
  id: string
  /** What a person calls it: a number, a name. */
  label: string
  at: string | null
  value: number
  /** Where it opens in the web application. */
  href: string | null
  detail: string
}

export interface MetricHandler {
  /** The value, null when nothing can be said (a rate of nothing). */
  value(ctx: Ctx, scope: MetricScope): Promise<number | null>
  /** The rows behind it, keyset by id. */
  records(
    ctx: Ctx,
    scope: MetricScope,
    page: { after: string | null; limit: number },
  ): Promise<MetricRecord[]>
  /** How the value follows from the rows: their sum, their mean, their median, or the share of rows worth 1. */
  from: 'sum' | 'mean' | 'median'
  /** Shared by figures that are read in one pass over the same rows. */
  source?: MetricSource
}

/** Reads several of its figures for one period and place at once. */
export interface MetricSource {
  /** @returns the values in the order of `figures`, the same as each one's own `value` */
  readTogether(ctx: Ctx, scope: MetricScope, figures: readonly MetricHandler[]): Promise<(number | null)[]>
}

/** What a room adds to `/metrics` (gauges) and, as remarks that change nothing, to `/readyz`. */
export interface Watched {
  gauges: { name: string; help: string; value: number }[]
  notes: string[]
}

/** One sentence about whether something that works by itself does work; `warn` wants a look, `bad` wants a deed. */
export interface HealthSign {
  id: string
  title: Text
  state: 'good' | 'warn' | 'bad'
  words: Text
  /** Where to see more or put it right. */
  href: string | null
}

/** What a module does on the server; `implement` checks it against the descriptor. */
export interface ServerModule {
  module: Module
  /** Folder of its SQL migrations. */
  migrations: string
  actions: Record<string, (ctx: Ctx, input: never) => Promise<unknown>>
  on: Record<string, EventHandler[]>
  jobs: Record<string, (ctx: Ctx) => Promise<void>>
  imports: Record<string, ImportHandler>
  metrics: Record<string, MetricHandler>
  /** Who may open a file tied to a row of this type: whoever may see the row. */
  mayReadFiles: Record<string, (ctx: Ctx, subjectId: string) => Promise<boolean>>
  /** How long its rows are kept. */
  retention: readonly RetentionClass[]
  /** What it holds about a person. */
  personal: PersonalHook | null
  /** What the administrator should know of this module, read when asked. */
  health: ((ctx: Ctx) => Promise<HealthSign[]>) | null
  /** Fills the demo bureau, inside one transaction per module. */
  demo: ((ctx: Ctx) => Promise<void>) | null
  /** How it stands, for whoever watches the installation; asked as the owner, outside any bureau. */
  watch: ((db: Db, now: Date) => Promise<Watched>) | null
  /** Routes that are no actions, because browsers are sent through them: ways to sign in. */
  doors: ((app: FastifyInstance, installation: Installation) => void) | null
}

type KeysOf<M extends Module, K extends keyof Module> = keyof NonNullable<M[K]> & string

interface Implementation<M extends Module> {
  migrations: string
  actions: { [K in keyof M['actions']]: Handler<M['actions'][K]> }
  on?: Record<string, EventHandler[]>
  jobs?: Record<KeysOf<M, 'jobs'>, (ctx: Ctx) => Promise<void>>
  imports?: Record<KeysOf<M, 'imports'>, ImportHandler>
  metrics?: Record<KeysOf<M, 'metrics'>, MetricHandler>
  mayReadFiles?: ServerModule['mayReadFiles']
  retention?: ServerModule['retention']
  personal?: PersonalHook
  health?: (ctx: Ctx) => Promise<HealthSign[]>
  demo?: (ctx: Ctx) => Promise<void>
  watch?: NonNullable<ServerModule['watch']>
  doors?: NonNullable<ServerModule['doors']>
}

/** Joins a descriptor with its handlers; a missing, swapped or wrong handler does not compile. */
export function implement<M extends Module>(module: M, implementation: Implementation<M>): ServerModule {
  return {
    module,
    migrations: implementation.migrations,
    actions: implementation.actions as ServerModule['actions'],
    on: implementation.on ?? {},
    jobs: (implementation.jobs ?? {}) as ServerModule['jobs'],
    imports: (implementation.imports ?? {}) as ServerModule['imports'],
    metrics: (implementation.metrics ?? {}) as ServerModule['metrics'],
    mayReadFiles: implementation.mayReadFiles ?? {},
    retention: implementation.retention ?? [],
    personal: implementation.personal ?? null,
    health: implementation.health ?? null,
    demo: implementation.demo ?? null,
    watch: implementation.watch ?? null,
    doors: implementation.doors ?? null,
  }
}
