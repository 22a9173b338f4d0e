import type { ComponentType } from 'react'
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

/** What an engine or a service adds to the web application. */
export interface WebModule {
  readonly module: Module
  readonly pages: readonly WebPage[]
  readonly home?: readonly HomeCard[]
  /** Roles whose first screen is one of these pages as a whole, instead of cards: page path → roles. */
  readonly screens?: Readonly<Record<string, readonly Role[]>>
  /** Which reads grow stale when a subject changes: subject type → prefixes of action paths. */
  readonly live?: Readonly<Record<string, readonly string[]>>
}
