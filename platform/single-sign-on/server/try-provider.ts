import type { Configuration } from 'openid-client'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import { openSecret } from '#kernel/identity/seal-secret.ts'
import { ForbiddenAddress } from '#platform/outbound/address-guard.ts'
import type { singleSignOn } from '../module.ts'
import { emitProvider, findProvider } from './providers.ts'
import { discoverProvider, readKeys } from './reach-provider.ts'
import { noAnswerIn } from './refuse-at-door.ts'

type Actions = typeof singleSignOn.actions
type Trial = OutputOf<Actions['tryProvider']>
type Sentence = Trial['words'][number]

const good = (words: Text): Sentence => ({ tone: 'good', words })
const bad = (words: Text): Sentence => ({ tone: 'bad', words })

/**
 * Asks a provider what it is and says in plain words what fits and what does not. An administrator waits for it, so it
 * is asked within the request: two calls of five seconds at most.
 */
export async function tryProvider(ctx: Ctx, { providerId }: InputOf<Actions['tryProvider']>): Promise<Trial> {
  const row = await findProvider(ctx, providerId)
  const words = await discoverProvider({
    id: row.id,
    issuer: row.issuer,
    clientId: row.client_id,
    clientSecret: openSecret(row.client_secret_sealed),
    authority: row.authority,
  }).then(
    (found) => judge(found, row),
    (error: unknown) => [whyNot(error)],
  )
  const trial = { good: words.every(({ tone }) => tone === 'good'), words }
  await emitProvider(ctx, 'provider_tried', providerId, { title: row.title, good: trial.good })
  return trial
}

async function judge(found: Configuration, row: { scopes: string; claim: string }): Promise<Sentence[]> {
  const told = found.serverMetadata()
  const words = [good(text(`连上了：${told.issuer}`, `Reached: ${told.issuer}`))]
  if (!told.authorization_endpoint || !told.token_endpoint)
    words.push(
      bad(text('它没有登录或换取令牌的地址。', 'It names no address to sign in or to redeem a code.')),
    )
  const flows = told.response_types_supported
  if (flows && !flows.includes('code'))
    words.push(bad(text('它不支持授权码方式（code）。', 'It does not support the code flow.')))
  if (!told.code_challenge_methods_supported?.includes('S256'))
    words.push(
      good(
        text(
          '它没有说支持 PKCE（S256）；本系统总会带上，不影响登录。',
          'It does not say that it supports PKCE (S256); we always send it, which does no harm.',
        ),
      ),
    )
  const missing = row.scopes.split(' ').filter((scope) => told.scopes_supported?.includes(scope) === false)
  if (missing.length > 0)
    words.push(
      bad(
        text(`它不支持范围：${missing.join('、')}`, `It does not support the scopes: ${missing.join(', ')}`),
      ),
    )
  if (told.claims_supported?.includes(row.claim) === false)
    words.push(
      bad(
        text(
          `它没有列出属性“${row.claim}”，首次登录可能找不到账号。`,
          `It does not list the claim “${row.claim}”: a first sign-in may find no account.`,
        ),
      ),
    )
  words.push(await readKeys(found).then(keysFound, (error: unknown) => whyNot(error)))
  if (words.every(({ tone }) => tone === 'good'))
    words.push(
      good(
        text(
          '密钥和回调地址要登录一次才知道对不对。',
          'Whether the secret and the callback address are right shows at a first sign-in.',
        ),
      ),
    )
  return words
}

function keysFound(count: number): Sentence {
  return count > 0
    ? good(text(`验签公钥 ${count} 个`, `${count} keys to check signatures`))
    : bad(
        text(
          '它没有公布验签公钥，登录会被拒绝。',
          'It publishes no keys to check signatures: sign-ins will be refused.',
        ),
      )
}

/** What somebody who can mend it wants to know; codes of systems stand as they are. */
function whyNot(error: unknown): Sentence {
  const lost = noAnswerIn(error)
  if (lost?.cause instanceof ForbiddenAddress)
    return bad(
      text(
        `“${lost.host}”在没有开放的内网，或不在内网却用 http://；请运维设置 HOUQIN_OUTBOUND_ALLOW，或改用 https://。`,
        `“${lost.host}” lies in an inner network that is not open, or is outside and without https://: ask the operator for HOUQIN_OUTBOUND_ALLOW, or use https://.`,
      ),
    )
  if (lost) {
    const reason = (lost.cause as { code?: string }).code ?? String((lost.cause as Error).message)
    return bad(text(`连不上“${lost.host}”（${reason}）。`, `“${lost.host}” cannot be reached (${reason}).`))
  }
  const { code } = error as { code?: string }
  if (code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED')
    return bad(
      text(
        `它自称“${issuerIn(error)}”，与填写的地址不同；请照它的填写，末尾的“/”也算。`,
        `It calls itself “${issuerIn(error)}”, which is not the address given: write it exactly so, a final “/” counts.`,
      ),
    )
  return bad(
    text(
      '这个地址答的不是 OpenID Connect 的说明（/.well-known/openid-configuration）。',
      'What this address answers is no OpenID Connect description (/.well-known/openid-configuration).',
    ),
  )
}

function issuerIn(error: unknown): string {
  const { body } = ((error as Error).cause ?? {}) as { body?: { issuer?: unknown } }
  return String(body?.issuer ?? '?').slice(0, 300)
}
