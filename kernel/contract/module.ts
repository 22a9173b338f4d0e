import type { Action } from './action.ts'
import type { ProblemTexts } from './problem.ts'
import type { Role } from './roles.ts'
import type { StateMachine } from './states.ts'
import type { Text } from './text.ts'

/** A permission: what it lets a person do, and which roles have it. */
export interface Permission {
  readonly title: Text
  readonly roles: readonly Role[]
  /** Which of them keep it once the three administrators are separate; all when absent. */
  readonly whenSeparate?: readonly Role[]
}

/** A figure: the same definition for tile, report, score and API. */
export interface Metric {
  readonly title: Text
  readonly unit: Text
  /** What exactly is counted, from what, and what is left out. */
  readonly definition: Text
  /** Decimals shown; values are exact. */
  readonly decimals?: number
  /** Whether more is better; drives colours and the summary's 存在问题. */
  readonly better?: 'more' | 'less'
  /** Target the director's cockpit compares with. */
  readonly target?: number
  /** Values outside are flagged with the reason. */
  readonly plausible?: { min?: number; max?: number; reason: Text }
  /** `moment`: how it stands at the period's end; `period`: what happened within it. */
  readonly kind: 'moment' | 'period'
  /** How the values of parts make the whole; rates and medians do not add. */
  readonly adds: boolean
  /** What it can be broken down by besides months; both when absent. A figure ignores the places it does not name. */
  readonly by?: readonly ('unit' | 'site')[]
}

/** One sheet people may import. Columns stand beside the import's code. */
export interface ImportKind {
  readonly title: Text
  readonly permission: string
}

/** A line of the menu: the roles that see it first are those of its permission. */
export interface MenuEntry {
  readonly title: Text
  /** Path in the web application. */
  readonly path: `/${string}`
  /** Name of the icon in `ui/icons.tsx`. */
  readonly icon: string
  readonly permission: string
  readonly group: 'work' | 'manage' | 'figures' | 'system'
  /** Smaller comes first. */
  readonly order: number
}

/** Work done by the clock; `cron` in Asia/Shanghai. A run has its effect once in each bureau, on however many nodes. */
export interface Job {
  readonly title: Text
  readonly cron: string
}

/** Ways to a person outside the page they look at; `app` is the bell inside the application. */
export type NotificationChannel = 'app' | 'mail'

/** One kind of news a person may be told: read by the delivery, the pages where people choose, and the docs. */
export interface NotificationType {
  readonly title: Text
  /** `urgent` breaks through quiet hours and is never gathered into a digest. */
  readonly urgency: 'normal' | 'urgent'
  /** Channels it takes while nobody chose otherwise. */
  readonly channels: readonly NotificationChannel[]
  /** Whom it concerns; only they find it among their choices. */
  readonly roles: readonly Role[]
  /** Nobody may switch off its `channels`. */
  readonly mandatory?: boolean
}

/** The table of contents of an engine or service: read by the server, the web, the docs and the tests. */
export interface Module {
  readonly name: string
  readonly title: Text
  readonly dependsOn: readonly string[]
  readonly permissions: Readonly<Record<string, Permission>>
  readonly actions: Readonly<Record<string, Action>>
  readonly states?: Readonly<Record<string, StateMachine>>
  /** Events it writes: type → words for the history. */
  readonly events?: Readonly<Record<string, Text>>
  readonly menu?: readonly MenuEntry[]
  readonly metrics?: Readonly<Record<string, Metric>>
  readonly jobs?: Readonly<Record<string, Job>>
  readonly imports?: Readonly<Record<string, ImportKind>>
  /** What people are told of: type (`orders.assigned`) → how. */
  readonly notifications?: Readonly<Record<string, NotificationType>>
  readonly problems?: ProblemTexts
}

/** Describes a module, keeping the literal types the client and the handlers need. */
export function defineModule<const M extends Module>(module: M): M {
  return module
}
