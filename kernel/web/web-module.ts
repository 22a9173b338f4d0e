import type { ComponentType } from 'react'
import type { TInteger, TObject } from 'typebox'
import type { Duty } from '#kernel/context.ts'
import type { Action } from '#kernel/contract/action.ts'
import type { Module } from '#kernel/contract/module.ts'
import type { Role } from '#kernel/contract/roles.ts'
import type { Text } from '#kernel/contract/text.ts'

/** One page of the web application; its code is fetched when it is first opened. */
export interface WebPage {
  /** `/repairs/:orderId`; read the parameter with `useParam('orderId')`. */
  readonly path: `/${string}`
  readonly title: Text
  /** A permission such as `orders.assign`, `signed-in`, or `public`. */
  readonly permission: string
  readonly load: () => Promise<{ default: ComponentType }>
  /** `bare` leaves out the menu: QR pages, displays, print views. `app` when absent. */
  readonly frame?: 'app' | 'bare'
}

/** A block of the first screen (`/`) of the given roles; smaller `order` stands higher. */
export interface HomeCard {
  readonly roles: readonly Role[]
  readonly order: number
  readonly load: () => Promise<{ default: ComponentType }>
}

/** A line that stands beside the menu and counts what waits for the reader. */
export interface Bell {
  readonly path: `/${string}`
  readonly icon: string
  readonly title: Text
  /** A read without input that answers `{ count }`. */
  readonly count: Action<TObject, TObject<{ count: TInteger }>>
}

/** A way in on the page of one's own settings. */
export interface OwnPage {
  readonly path: `/${string}`
  readonly icon: string
  readonly title: Text
  readonly note: Text
}

/** What an engine or a service adds to the web application. */
export interface WebModule {
  readonly module: Module
  readonly pages: readonly WebPage[]
  readonly home?: readonly HomeCard[]
  /** Reads that are kept on the device for those with the permission, to be there without a network. */
  readonly kept?: {
    readonly permission: string
    readonly reads: (path: string, input: Readonly<Record<string, unknown>>) => boolean
    /** Works beside every page of those people; fetches what is to be kept. */
    readonly load: () => Promise<{ default: ComponentType }>
  }
  readonly bell?: Bell
  readonly own?: readonly OwnPage[]
  /** Roles whose first screen is one of these pages as a whole, instead of cards: page path → roles. */
  readonly screens?: Readonly<Record<string, readonly Role[]>>
  /** Another way in, under the user name and password of the sign-in page. */
  readonly door?: () => Promise<{ default: ComponentType }>
  /** What stands before every page while somebody owes it: a new password, a second factor. */
  readonly duties?: Partial<Readonly<Record<Duty, () => Promise<{ default: ComponentType }>>>>
  /** Which reads grow stale when a subject changes: subject type → prefixes of action paths. */
  readonly live?: Readonly<Record<string, readonly string[]>>
}
