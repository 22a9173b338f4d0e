import { Type } from 'typebox'
import { Id, Moment, TextPair } from '#kernel/contract/action.ts'

/** By what the claim of a first sign-in finds the account. */
export const Match = Type.Union([Type.Literal('user-name'), Type.Literal('staff-number')])

const fields = {
  title: Type.String({ minLength: 1, maxLength: 40 }),
  issuer: Type.String({ minLength: 8, maxLength: 300 }),
  clientId: Type.String({ minLength: 1, maxLength: 200 }),
  scopes: Type.String({ minLength: 1, maxLength: 200, pattern: '^[\\x21-\\x7e]+( [\\x21-\\x7e]+)*$' }),
  /** PEM of the provider's own authority; empty for a certificate that is known publicly. */
  authority: Type.String({ maxLength: 20000 }),
  claim: Type.String({ minLength: 1, maxLength: 100, pattern: '^[A-Za-z0-9_.:/-]+$' }),
  match: Match,
  secondFactorByProvider: Type.Boolean(),
  enabled: Type.Boolean(),
}

const Secret = Type.String({ minLength: 1, maxLength: 1000 })
export const NewProvider = { ...fields, clientSecret: Secret }
/** The secret is never read back; absent, it stays. */
export const ChangedProvider = { ...fields, clientSecret: Type.Optional(Secret) }

export const Provider = Type.Object({
  id: Id,
  ...fields,
  createdAt: Moment,
  /** People who have signed in with it. */
  links: Type.Integer(),
})

/** What a trial found, sentence by sentence. */
export const Trial = Type.Object({
  good: Type.Boolean(),
  words: Type.Array(
    Type.Object({ tone: Type.Union([Type.Literal('good'), Type.Literal('bad')]), words: TextPair }),
  ),
})

export const Link = Type.Object({
  id: Id,
  name: Type.String(),
  userName: Type.String(),
  subject: Type.String(),
  linkedAt: Moment,
})
